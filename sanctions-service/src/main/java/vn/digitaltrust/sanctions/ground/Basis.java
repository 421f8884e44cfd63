package vn.digitaltrust.sanctions.ground;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a ground rests on. */
@Schema(name = "SanctionsBasis")
public enum Basis {
  /** A law, decree or other binding instrument of the state. */
  LAW,
  /** A code of conduct of the state that does not bind by itself. */
  STATE_CODE,
  /** The alliance's own code of conduct, which members accept. */
  CONTRACT
}

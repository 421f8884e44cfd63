package vn.digitaltrust.alliance.right;

import java.time.Instant;
import java.util.UUID;

/** A membership or a certificate. */
public interface Right {
  /** Its id. */
  UUID id();

  /** The boundary that is kept as the next one to tell of; null when none is. */
  Instant nextLook();

  /** The first instant after this one at which it may stand otherwise; null when none is known. */
  Instant nextBoundary(Instant now);
}

package vn.digitaltrust.registry.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** As what somebody represents another. */
@Schema(name = "RegistryRepresentationKind")
enum RepresentationKind {
  /** Answers for a person under 18. */
  GUARDIAN,
  /** An organisation that works for the represented. */
  AGENCY,
  /** A person who works for the represented. */
  MANAGER,
  /** Speaks for the represented in one case. */
  COUNSEL
}

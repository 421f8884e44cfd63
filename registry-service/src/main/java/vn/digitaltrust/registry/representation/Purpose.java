package vn.digitaltrust.registry.representation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** For what somebody may speak for another. */
@Schema(name = "RegistryRepresentationPurpose")
enum Purpose {
  /** To read the represented's own cases and letters. */
  READ,
  /** To respond to a notice. */
  RESPOND,
  /** To appeal against a decision, and to withdraw the appeal. */
  APPEAL,
  /** To apply for membership or a certificate. */
  APPLY,
  /** To have accounts entered and closed. */
  MANAGE_ACCOUNTS
}

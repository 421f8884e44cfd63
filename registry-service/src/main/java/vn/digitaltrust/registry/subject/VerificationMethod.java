package vn.digitaltrust.registry.subject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The means by which an identity was checked. */
@Schema(name = "RegistryVerificationMethod")
public enum VerificationMethod {
  VNEID,
  IN_PERSON,
  DOCUMENT
}

package vn.digitaltrust.registry.subject;

/** The means by which an identity was checked. */
public enum VerificationMethod {
  VNEID,
  IN_PERSON,
  DOCUMENT
}

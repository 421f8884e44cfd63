package vn.digitaltrust.registry.subject;

/** What a name is; a KOL's LEGAL name is private (REG-3). */
public enum NameType {
  STAGE,
  LEGAL,
  FORMER,
  NICKNAME
}

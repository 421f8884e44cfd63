package vn.digitaltrust.registry.subject;

/** The two kinds of subject; they share one id space. */
public enum SubjectKind {
  KOL,
  ORGANISATION;

  /** The first part of the journal's entry types. */
  String stem() {
    return this == KOL ? "kol" : "organisation";
  }
}

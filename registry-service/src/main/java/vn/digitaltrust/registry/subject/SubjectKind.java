package vn.digitaltrust.registry.subject;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The two kinds of subject; they share one id space. */
@Schema(name = "RegistrySubjectKind")
public enum SubjectKind {
  KOL,
  ORGANISATION;

  /** The first part of the journal's entry types. */
  String stem() {
    return this == KOL ? "kol" : "organisation";
  }
}

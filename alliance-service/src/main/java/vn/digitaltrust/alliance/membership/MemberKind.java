package vn.digitaltrust.alliance.membership;

/** What kind of subject a member is. */
enum MemberKind {
  /** A KOL or KOC. */
  KOL,
  /** A business, an agency, a press agency, a platform or a state body. */
  ORGANISATION
}

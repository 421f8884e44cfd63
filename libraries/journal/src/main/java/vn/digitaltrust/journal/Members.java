package vn.digitaltrust.journal;

/**
 * The roles of members: all who may read what is public. A trust replica is not among them; it has
 * a feed of its own.
 */
final class Members {
  static final String PLATFORM = "platform";
  static final String BUSINESS = "business";
  static final String PRESS = "press";
  static final String AUTHORITY = "authority";
  static final String KOL = "kol";
  static final String REGISTRAR = "registrar";
  static final String CASE_OFFICER = "case-officer";
  static final String DECISION_MAKER = "decision-maker";
  static final String APPEAL_PANEL = "appeal-panel";
  static final String ASSESSOR = "assessor";
  static final String ALLIANCE_ADMIN = "alliance-admin";
  static final String AUDITOR = "auditor";
  static final String SERVICE = "service";

  private Members() {}
}

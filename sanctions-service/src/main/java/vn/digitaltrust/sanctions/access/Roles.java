package vn.digitaltrust.sanctions.access;

/** The roles of the realm, as annotations need them. */
public final class Roles {
  public static final String PLATFORM = "platform";
  public static final String BUSINESS = "business";
  public static final String PRESS = "press";
  public static final String AUTHORITY = "authority";
  public static final String KOL = "kol";
  public static final String REGISTRAR = "registrar";
  public static final String CASE_OFFICER = "case-officer";
  public static final String DECISION_MAKER = "decision-maker";
  public static final String APPEAL_PANEL = "appeal-panel";
  public static final String ASSESSOR = "assessor";
  public static final String ALLIANCE_ADMIN = "alliance-admin";
  public static final String AUDITOR = "auditor";
  public static final String SERVICE = "service";

  private Roles() {}
}

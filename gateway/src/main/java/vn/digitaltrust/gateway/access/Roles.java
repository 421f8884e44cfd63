package vn.digitaltrust.gateway.access;

/** The one table of roles of the gateway (ACCESS-2). */
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
  public static final String TRUST_REPLICA = "trust-replica";
  public static final String SERVICE = "service";

  private Roles() {}
}

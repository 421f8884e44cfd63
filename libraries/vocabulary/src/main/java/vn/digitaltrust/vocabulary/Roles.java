package vn.digitaltrust.vocabulary;

/** The roles of the realm {@code digital-trust}, as annotations need them. */
public final class Roles {
  /** A platform that is or may become a member. */
  public static final String PLATFORM = "platform";

  /** A business that is or may become a member. */
  public static final String BUSINESS = "business";

  /** A press agency that is or may become a member. */
  public static final String PRESS = "press";

  /** A state authority. */
  public static final String AUTHORITY = "authority";

  /** A KOL or KOC, bound to its subject by the claim {@code subject_id}. */
  public static final String KOL = "kol";

  /** An officer of the registry. */
  public static final String REGISTRAR = "registrar";

  /** An officer who works on cases. */
  public static final String CASE_OFFICER = "case-officer";

  /** A person who decides cases. */
  public static final String DECISION_MAKER = "decision-maker";

  /** A member of the panel that hears appeals. */
  public static final String APPEAL_PANEL = "appeal-panel";

  /** A person who assesses for Influencer Trust. */
  public static final String ASSESSOR = "assessor";

  /** A person who decides on membership for the alliance. */
  public static final String ALLIANCE_ADMIN = "alliance-admin";

  /** A person who may read everything and change nothing. */
  public static final String AUDITOR = "auditor";

  /** A platform that checks at home from a copy of the trust index; granted for that alone. */
  public static final String TRUST_REPLICA = "trust-replica";

  /** Another service of the suite. */
  public static final String SERVICE = "service";

  private Roles() {}
}

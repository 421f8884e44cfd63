package vn.digitaltrust.alliance.sanctions;

/** The kinds of measure that touch a right given by the alliance. */
public enum MeasureKind {
  /** Pauses a certificate while it is in force. */
  CERTIFICATE_SUSPENSION,
  /** Ends a certificate. */
  CERTIFICATE_WITHDRAWAL,
  /** Pauses a membership while it is in force. */
  MEMBERSHIP_SUSPENSION,
  /** Ends a membership, and bars a new one while it is in force. */
  MEMBERSHIP_EXCLUSION,
  /** A kind this version does not know: read as a pause of both rights until it is understood. */
  UNKNOWN,
  /** A known kind that touches neither certificates nor memberships. */
  IRRELEVANT;

  /** Reads the kind's name as sanctions writes it. */
  public static MeasureKind of(String name) {
    return switch (name) {
      case "REMINDER", "WARNING", "ENGAGEMENT_LIMIT" -> IRRELEVANT;
      case "CERTIFICATE_SUSPENSION" -> CERTIFICATE_SUSPENSION;
      case "CERTIFICATE_WITHDRAWAL" -> CERTIFICATE_WITHDRAWAL;
      case "MEMBERSHIP_SUSPENSION" -> MEMBERSHIP_SUSPENSION;
      case "MEMBERSHIP_EXCLUSION" -> MEMBERSHIP_EXCLUSION;
      default -> UNKNOWN;
    };
  }
}

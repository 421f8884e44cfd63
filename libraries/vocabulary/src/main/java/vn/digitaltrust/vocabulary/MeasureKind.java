package vn.digitaltrust.vocabulary;

/** What a measure does. */
public enum MeasureKind {
  REMINDER,
  WARNING,
  /** The recommendation or order not to engage: the only kind that restricts, and has a scope. */
  ENGAGEMENT_LIMIT,
  CERTIFICATE_SUSPENSION,
  CERTIFICATE_WITHDRAWAL,
  MEMBERSHIP_SUSPENSION,
  MEMBERSHIP_EXCLUSION;

  /** SAN-40: only an engagement limit is limited to activities, places or products. */
  public boolean scoped() {
    return this == ENGAGEMENT_LIMIT;
  }

  /** SAN-52: what may be imposed before a decision, because it can be undone without a trace. */
  public boolean interim() {
    return this == ENGAGEMENT_LIMIT
        || this == CERTIFICATE_SUSPENSION
        || this == MEMBERSHIP_SUSPENSION;
  }

  /** SAN-60: what an authority can decide; certificate and membership are the alliance's own. */
  public boolean ofState() {
    return this == REMINDER || this == WARNING || this == ENGAGEMENT_LIMIT;
  }
}

package vn.digitaltrust.sanctions.report;

/** Where a report comes from. */
public enum Source {
  AUTHORITY,
  TRUSTED_FLAGGER,
  OTHER_NOTIFICATION,
  OWN_INITIATIVE
}

package vn.digitaltrust.sanctions.casefile;

/** What can be done to a case. */
enum CaseAction {
  NOTIFY,
  RESPOND,
  PROPOSE,
  DECIDE,
  IMPOSE_INTERIM,
  DECLARE_INTEREST,
  WITHDRAW,
  APPEAL,
  /** The appeal panel ruled, or the subject withdrew the appeal. */
  RULE,
  CLOSE
}

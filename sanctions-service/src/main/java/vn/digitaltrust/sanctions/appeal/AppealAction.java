package vn.digitaltrust.sanctions.appeal;

/** What can be done to an appeal. */
enum AppealAction {
  STAY,
  VOTE,
  RULE,
  WITHDRAW
}

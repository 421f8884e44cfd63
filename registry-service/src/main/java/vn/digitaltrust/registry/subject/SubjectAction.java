package vn.digitaltrust.registry.subject;

/** What can be done to a subject that is already known. */
enum SubjectAction {
  SUBMIT("submitted"),
  CHANGE("changed"),
  VERIFY("verified"),
  REGISTER("registered"),
  DEACTIVATE("deactivated"),
  REACTIVATE("reactivated"),
  DEREGISTER("deregistered"),
  MERGE("merged"),
  UNMERGE("unmerged"),
  ERASE("erased");

  private final String past;

  SubjectAction(String past) {
    this.past = past;
  }

  /** The second part of the journal's entry types. */
  String past() {
    return past;
  }
}

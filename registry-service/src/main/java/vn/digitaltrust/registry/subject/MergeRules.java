package vn.digitaltrust.registry.subject;

import vn.digitaltrust.door.Refusal;

/** REG-9: what may be merged into what. */
final class MergeRules {
  private MergeRules() {}

  /** Refuses a merge that would lose somebody or lead in a circle. */
  static void check(Subject from, Subject into) {
    if (from.id().equals(into.id())) {
      throw Refusal.rule("REG-9", "merge.itself");
    }
    if (from.kind() != into.kind()) {
      throw Refusal.rule("REG-9", "merge.kinds", from.kind(), into.kind());
    }
    if (into.status() == SubjectStatus.MERGED) {
      throw Refusal.rule("REG-9", "merge.into-merged", into.mergedInto());
    }
    if (into.status() == SubjectStatus.ERASED) {
      throw Refusal.rule("REG-9", "merge.into-erased");
    }
    if (from.status().isNumbered() && !into.status().isNumbered()) {
      throw Refusal.rule("REG-9", "merge.into-unregistered", from.status(), into.status());
    }
  }
}

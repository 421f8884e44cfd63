package vn.digitaltrust.registry.subject;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import vn.digitaltrust.door.Refusal;

/**
 * REG-12: how many subjects are one person at most. An erasure takes them all in one transaction,
 * and a transaction has at most 1,000 journal entries.
 */
@ApplicationScoped
class MergeBounds {
  private static final int MOST = 100;

  private final SubjectRepository subjects;
  private final Belongings belongings;

  MergeBounds(SubjectRepository subjects, Belongings belongings) {
    this.subjects = subjects;
    this.belongings = belongings;
  }

  /**
   * @throws Refusal 422 when both together are more subjects, or have more accounts, than fit
   */
  void requireRoom(Subject from, Subject into) {
    var same = subjects.withAllMergedInto(List.of(from.id(), into.id()));
    if (same.size() > MOST) {
      throw Refusal.rule("REG-12", "merge.full", MOST);
    }
    belongings.requireRoomToMerge(same);
  }
}

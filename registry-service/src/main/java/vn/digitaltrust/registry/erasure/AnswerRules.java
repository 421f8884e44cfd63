package vn.digitaltrust.registry.erasure;

import java.time.LocalDate;
import java.util.Set;
import vn.digitaltrust.vocabulary.WorkingDays;

/** REG-81 to REG-83: which answers count, and until when one that does not is due. */
final class AnswerRules {
  /** Working days within which a holder answers. */
  static final int WITHIN = 2;

  /** The last day of a hold lies at most so many days ahead; what lasts longer is renewed. */
  static final int LONGEST_DAYS = 366;

  private AnswerRules() {}

  /**
   * Whether an answer counts today.
   *
   * @param at the place of the journal that it names
   * @param told the place of the request and of what was merged into the person since
   */
  static boolean counts(Answer answer, LocalDate until, Long at, long told, LocalDate today) {
    if (answer == null) {
      return false;
    }
    return answer == Answer.CLEAR ? at >= told : !today.isAfter(until);
  }

  /**
   * The last day for an answer that is missing.
   *
   * @param since the day of the request, or the day on which the last answer ceased to count
   */
  static LocalDate dueOn(LocalDate since) {
    // Holidays are not known here. A holder is a machine, and an early reminder does no harm.
    var years = Set.of(since.getYear(), since.getYear() + 1);
    return new WorkingDays(
            years,
            Set.of(),
            Set.of(),
            year -> new IllegalStateException("two working days end in " + year))
        .after(since, WITHIN);
  }
}

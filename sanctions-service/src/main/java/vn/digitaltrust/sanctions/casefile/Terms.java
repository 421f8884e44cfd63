package vn.digitaltrust.sanctions.casefile;

import java.time.Instant;
import java.time.LocalDate;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.VietnamTime;
import vn.digitaltrust.vocabulary.WorkingDays;

/** The terms of the due process, in working days where nothing else is said. Pure. */
final class Terms {
  /** SAN-11: the shortest time to respond. */
  static final int RESPONSE = 5;

  /**
   * SAN-11: the longest time to respond, in days of the calendar: a slip of the pen in a date must
   * not hold a case open for years.
   */
  static final int RESPONSE_MOST_DAYS = 90;

  /** SAN-30: the time to appeal. */
  static final int APPEAL = 15;

  /** SAN-52: the longest time of interim measures in one case. */
  static final int INTERIM = 10;

  private Terms() {}

  /**
   * SAN-11: the last day to respond to a notice.
   *
   * @param asked what the officer sets, or null for the earliest that is allowed
   */
  static LocalDate lastDay(LocalDate today, LocalDate asked, WorkingDays workingDays) {
    LocalDate earliest = workingDays.after(today, RESPONSE);
    if (asked == null) {
      return earliest;
    }
    if (asked.isBefore(earliest)) {
      throw Refusal.rule("SAN-11", "case.respond-by-early", earliest.toString());
    }
    LocalDate latest = today.plusDays(RESPONSE_MOST_DAYS);
    if (asked.isAfter(latest)) {
      throw Refusal.rule("SAN-11", "case.respond-by-late", latest.toString());
    }
    return asked;
  }

  /**
   * SAN-11: the last day to respond when a further notice comes: it gives more time and never takes
   * any away.
   *
   * @param promised when the window closes that was opened before, or null
   */
  static LocalDate notBefore(Instant promised, LocalDate lastDay) {
    if (promised == null || !promised.isAfter(VietnamTime.endOf(lastDay))) {
      return lastDay;
    }
    return VietnamTime.dayOf(promised.minusMillis(1));
  }
}

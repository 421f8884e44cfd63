package vn.digitaltrust.sanctions.casefile;

import java.time.LocalDate;
import vn.digitaltrust.sanctions.calendar.WorkingDays;
import vn.digitaltrust.sanctions.door.Refusal;

/** The terms of the due process, in working days. Pure. */
final class Terms {
  /** SAN-11: the shortest time to respond. */
  static final int RESPONSE = 5;

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
    return asked;
  }

  /**
   * SAN-52: that an interim measure ends in time.
   *
   * @param first the first day of the case's first interim measure
   */
  static void checkInterim(LocalDate first, LocalDate until, WorkingDays workingDays) {
    if (until == null || workingDays.between(first, until) > INTERIM) {
      throw Refusal.rule("SAN-52", "case.interim-too-long", INTERIM);
    }
  }
}

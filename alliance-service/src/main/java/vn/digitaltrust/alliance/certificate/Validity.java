package vn.digitaltrust.alliance.certificate;

import java.time.Instant;
import java.time.LocalDate;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * ALL-30: twelve months from a local date of Asia/Ho_Chi_Minh.
 *
 * <p>The last day is the day before the same day of the next year. Where that year has no such day
 * (from 29 February) the whole of February belongs to it, so that nobody loses a day.
 *
 * @param from first day
 * @param until last day
 * @param startsAt start of the first day, or the grant when that is later
 * @param endsAt start of the day after the last
 */
record Validity(LocalDate from, LocalDate until, Instant startsAt, Instant endsAt) {

  private static final int MONTHS = 12;

  static Validity from(LocalDate from, Instant grantedAt) {
    LocalDate next = from.plusMonths(MONTHS);
    LocalDate end = next.getDayOfMonth() < from.getDayOfMonth() ? next.plusDays(1) : next;
    Instant start = VietnamTime.startOf(from);
    return new Validity(
        from,
        end.minusDays(1),
        start.isBefore(grantedAt) ? grantedAt : start,
        VietnamTime.startOf(end));
  }
}

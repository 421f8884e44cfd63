package vn.digitaltrust.sanctions.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;
import vn.digitaltrust.door.Refusal;

/**
 * The working days of Vietnam: Monday to Friday, without public holidays, with Saturdays that are
 * worked to make up for a bridge day. Immutable.
 */
public final class WorkingDays {
  private final Set<Integer> years;
  private final Set<LocalDate> daysOff;
  private final Set<LocalDate> madeUp;

  /**
   * @param years the years whose holidays are known; a date of another year is refused, not guessed
   * @param daysOff holidays and bridge days
   * @param madeUp days of a weekend that are worked
   */
  public WorkingDays(Set<Integer> years, Set<LocalDate> daysOff, Set<LocalDate> madeUp) {
    this.years = Set.copyOf(years);
    this.daysOff = Set.copyOf(daysOff);
    this.madeUp = Set.copyOf(madeUp);
  }

  /**
   * Whether a day is worked.
   *
   * @throws Refusal 409 SAN-80 when the holidays of its year are not loaded yet
   */
  public boolean includes(LocalDate day) {
    if (!years.contains(day.getYear())) {
      throw Refusal.state("calendar.year-missing", String.valueOf(day.getYear()));
    }
    if (madeUp.contains(day)) {
      return true;
    }
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !daysOff.contains(day);
  }

  /**
   * The {@code count}-th working day after a day. The day itself never counts.
   *
   * @param count 1 or more
   */
  public LocalDate after(LocalDate day, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be 1 or more, not " + count);
    }
    LocalDate next = day;
    for (int left = count; left > 0; ) {
      next = next.plusDays(1);
      if (includes(next)) {
        left--;
      }
    }
    return next;
  }

  /**
   * How many working days lie in these days, both included; 0 when the last is before the first.
   */
  public int between(LocalDate first, LocalDate last) {
    return (int)
        first
            .datesUntil(last.isBefore(first) ? first : last.plusDays(1))
            .filter(this::includes)
            .count();
  }
}

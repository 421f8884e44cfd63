package vn.digitaltrust.vocabulary;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * The working days of Viet Nam: Monday to Friday, without public holidays, with Saturdays that are
 * worked to make up for a bridge day. Immutable.
 */
public final class WorkingDays {
  private final Set<Integer> years;
  private final Set<LocalDate> daysOff;
  private final Set<LocalDate> madeUp;
  private final IntFunction<? extends RuntimeException> unknownYear;

  /**
   * @param years the years whose holidays are known; a date of another year is refused, not guessed
   * @param daysOff holidays and bridge days
   * @param madeUp days of a weekend that are worked
   * @param unknownYear what is thrown when a date lies in a year that is not known
   */
  public WorkingDays(
      Set<Integer> years,
      Set<LocalDate> daysOff,
      Set<LocalDate> madeUp,
      IntFunction<? extends RuntimeException> unknownYear) {
    this.years = Set.copyOf(years);
    this.daysOff = Set.copyOf(daysOff);
    this.madeUp = Set.copyOf(madeUp);
    this.unknownYear = Objects.requireNonNull(unknownYear, "unknownYear");
  }

  /** Whether a day is worked; throws when the holidays of its year are not known (VOC-5). */
  public boolean includes(LocalDate day) {
    if (!years.contains(day.getYear())) {
      throw unknownYear.apply(day.getYear());
    }
    if (madeUp.contains(day)) {
      return true;
    }
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !daysOff.contains(day);
  }

  /**
   * The {@code count}-th working day after a day (VOC-6). The day itself never counts.
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

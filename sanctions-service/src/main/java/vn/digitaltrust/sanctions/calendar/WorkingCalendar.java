package vn.digitaltrust.sanctions.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.WorkingDays;

/**
 * Reads the working days from the database, where they are data by year. A few dozen rows, read
 * when a deadline is set, which is seldom: a new year's rows count without a restart.
 */
@ApplicationScoped
public class WorkingCalendar {
  private final EntityManager database;

  WorkingCalendar(EntityManager database) {
    this.database = database;
  }

  /** The working days of all years that are loaded. */
  public WorkingDays workingDays() {
    Map<CalendarDay.Kind, Set<LocalDate>> days = new EnumMap<>(CalendarDay.Kind.class);
    for (CalendarDay day :
        database.createQuery("from CalendarDay", CalendarDay.class).getResultList()) {
      days.computeIfAbsent(day.kind, kind -> new HashSet<>()).add(day.day);
    }
    List<Integer> years =
        database.createQuery("select year from CalendarYear", Integer.class).getResultList();
    return of(
        Set.copyOf(years),
        days.getOrDefault(CalendarDay.Kind.DAY_OFF, Set.of()),
        days.getOrDefault(CalendarDay.Kind.WORKED, Set.of()));
  }

  /**
   * Working days that refuse a date of an unknown year with 409 (SAN-80).
   *
   * @param years the years whose holidays are known
   * @param daysOff holidays and bridge days
   * @param madeUp days of a weekend that are worked
   */
  public static WorkingDays of(Set<Integer> years, Set<LocalDate> daysOff, Set<LocalDate> madeUp) {
    return new WorkingDays(
        years,
        daysOff,
        madeUp,
        year -> Refusal.state("calendar.year-missing", String.valueOf(year)));
  }
}

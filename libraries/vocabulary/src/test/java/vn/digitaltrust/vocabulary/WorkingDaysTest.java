package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
  private static final WorkingDays DAYS =
      new WorkingDays(
          Set.of(2026),
          Set.of(day("2026-08-31"), day("2026-09-01"), day("2026-09-02"), day("2026-11-24")),
          Set.of(day("2026-08-22")),
          year -> new NoSuchElementException("" + year));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @ParameterizedTest(name = "{0} worked: {1}")
  @DisplayName("VOC-5 Monday to Friday, without days off, with Saturdays that are made up")
  @CsvSource({
    "2026-11-20, true", // Friday
    "2026-11-21, false", // Saturday
    "2026-11-22, false", // Sunday
    "2026-11-23, true", // Monday
    "2026-11-24, false", // day off
    "2026-08-22, true", // Saturday, worked instead of 31 August
    "2026-08-31, false"
  })
  void workingDay(LocalDate day, boolean worked) {
    assertEquals(worked, DAYS.includes(day));
  }

  @ParameterizedTest(name = "{1} working days after {0} is {2}")
  @DisplayName("VOC-6 a term begins on the working day after the act")
  @CsvSource({
    "2026-11-25, 1, 2026-11-26",
    "2026-11-25, 5, 2026-12-02",
    "2026-11-23, 1, 2026-11-25", // over the day off
    "2026-11-20, 1, 2026-11-23", // over the weekend
    "2026-11-21, 1, 2026-11-23", // from a Saturday
    "2026-08-21, 1, 2026-08-22", // the made-up Saturday
    "2026-08-28, 1, 2026-09-03", // over bridge day and holidays
    "2026-11-25, 15, 2026-12-16"
  })
  void after(LocalDate from, int count, LocalDate expected) {
    assertEquals(expected, DAYS.after(from, count));
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @DisplayName("VOC-6 working days in a span, both ends included")
  @CsvSource({
    "2026-11-25, 2026-12-08, 10",
    "2026-11-25, 2026-12-09, 11",
    "2026-11-21, 2026-11-22, 0",
    "2026-11-24, 2026-11-24, 0",
    "2026-11-25, 2026-11-25, 1",
    "2026-11-25, 2026-11-20, 0"
  })
  void between(LocalDate first, LocalDate last, int count) {
    assertEquals(count, DAYS.between(first, last));
  }

  @Test
  @DisplayName("VOC-5 a term that reaches into a year without data is refused")
  void unknownYear() {
    NoSuchElementException refusal =
        assertThrows(NoSuchElementException.class, () -> DAYS.after(day("2026-12-31"), 1));
    assertEquals("2027", refusal.getMessage());
  }

  @Test
  @DisplayName("VOC-7 a day of Vietnam begins at 17:00 UTC the day before")
  void localDays() {
    assertEquals(Instant.parse("2026-11-24T17:00:00Z"), VietnamTime.startOf(day("2026-11-25")));
    assertEquals(Instant.parse("2026-11-25T17:00:00Z"), VietnamTime.endOf(day("2026-11-25")));
    assertEquals(day("2026-11-25"), VietnamTime.dayOf(Instant.parse("2026-11-24T17:00:00Z")));
    assertEquals(day("2026-11-24"), VietnamTime.dayOf(Instant.parse("2026-11-24T16:59:59.999Z")));
  }

  @Property
  @Label("VOC-6 the n-th working day is worked and n working days lie on the way to it")
  void termsAndSpansAgree(
      @ForAll @IntRange(min = 1, max = 300) int dayOfYear,
      @ForAll @IntRange(min = 1, max = 30) int count) {
    LocalDate from = LocalDate.ofYearDay(2026, dayOfYear);
    LocalDate last = DAYS.after(from, count);
    assertTrue(DAYS.includes(last));
    assertEquals(count, DAYS.between(from.plusDays(1), last));
    assertFalse(last.isBefore(from.plusDays(count)));
  }
}

package vn.digitaltrust.vocabulary;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Where local dates become instants. Every legal date of the suite is a day of Asia/Ho_Chi_Minh;
 * every span is half-open.
 */
public final class VietnamTime {
  /** The zone of every local date of the suite; it has had no clock changes since 1975. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

  private VietnamTime() {}

  /**
   * Reads an instant as a caller writes it, of the years 1900 to 9999.
   *
   * @throws Refused when it is none; of a time with its offset the plus may have become a blank, as
   *     it does in addresses, and then it is told so
   */
  public static Instant instant(String text) {
    Instant instant = parsed(text);
    if (instant != null) {
      return instant;
    }
    String plus = text.replace(' ', '+');
    throw parsed(plus) == null
        ? new Refused("instant.form")
        : new Refused("instant.plus", plus.replace("+", "%2B"));
  }

  /**
   * Reads a day as a caller writes it, of the years 1900 to 9999.
   *
   * @throws Refused when it is none
   */
  public static LocalDate day(String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 1900 && day.getYear() <= 9999) {
        return day;
      }
    } catch (DateTimeException notADay) {
      // told below, as a day of another age
    }
    throw new Refused("day.form");
  }

  private static Instant parsed(String text) {
    try {
      Instant instant = Instant.parse(text);
      return instant.isBefore(FIRST) || !instant.isBefore(END) ? null : instant;
    } catch (DateTimeException notAnInstant) {
      return null;
    }
  }

  /** The first instant of a day. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** The first instant after a day, which is where a span that includes the day ends. */
  public static Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }

  /** The day that an instant falls on. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /**
   * The present moment in milliseconds. Read once per decision; the database and JSON keep it
   * exactly, which they would not do with nanoseconds.
   */
  public static Instant now(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

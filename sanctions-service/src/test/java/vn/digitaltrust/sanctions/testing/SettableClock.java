package vn.digitaltrust.sanctions.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the service under test. It stands still until a test moves it. */
@ApplicationScoped
public class SettableClock extends Clock {
  /**
   * A Wednesday morning in Vietnam; the next five working days are 26, 27, 30 November, 1, 2
   * December.
   */
  public static final Instant START = Instant.parse("2026-11-25T03:00:00Z");

  private static volatile Instant now = START;

  /** Sets the time. */
  public static void set(Instant instant) {
    now = instant;
  }

  /** Lets time pass. */
  public static void pass(Duration duration) {
    now = now.plus(duration);
  }

  /** What the clock shows. */
  public static Instant now() {
    return now;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}

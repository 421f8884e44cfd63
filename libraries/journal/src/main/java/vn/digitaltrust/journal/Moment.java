package vn.digitaltrust.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as exactly as the database keeps them: to the microsecond. */
public final class Moment {
  private Moment() {}

  /** The present. Read once per decision, so that all of it happens at one instant. */
  public static Instant of(Clock clock) {
    return exact(clock.instant());
  }

  /** An instant that somebody gave. */
  public static Instant exact(Instant given) {
    return given.truncatedTo(ChronoUnit.MICROS);
  }
}

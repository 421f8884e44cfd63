package vn.digitaltrust.alliance;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The present, as exactly as the database keeps it: to the microsecond. */
public final class Moment {
  private Moment() {}

  /** Reads the clock; once per decision. */
  public static Instant of(Clock clock) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}

package vn.digitaltrust.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Where time comes from. */
public final class Moment {
  private Moment() {}

  /** The clock of production; tests put their own in its place. */
  @Produces
  @ApplicationScoped
  static Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * The present, as exactly as the database keeps it: to the microsecond. Read once per decision.
   */
  public static Instant of(Clock clock) {
    return exact(clock.instant());
  }

  /** An instant that somebody gave, as exactly as the database keeps it. */
  public static Instant exact(Instant given) {
    return given.truncatedTo(ChronoUnit.MICROS);
  }
}

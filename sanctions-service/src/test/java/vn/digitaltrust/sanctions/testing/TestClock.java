package vn.digitaltrust.sanctions.testing;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.digitaltrust.door.testing.SettableClock;

/** The service's clock in tests. */
@ApplicationScoped
public class TestClock extends SettableClock {
  /**
   * A Wednesday morning in Vietnam; the next five working days are 26, 27, 30 November, 1, 2
   * December.
   */
  public static final Instant START = Instant.parse("2026-11-25T03:00:00Z");

  TestClock() {
    super(START);
  }

  /** The clock of the service under test. */
  public static TestClock get() {
    return Arc.container().instance(TestClock.class).get();
  }
}

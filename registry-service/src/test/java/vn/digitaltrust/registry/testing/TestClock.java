package vn.digitaltrust.registry.testing;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import vn.digitaltrust.door.testing.SettableClock;

/** The service's clock in tests. */
@Mock
@ApplicationScoped
public class TestClock extends SettableClock {
  /** Ten in the morning in Vietnam. */
  public static final Instant MORNING = Instant.parse("2026-11-24T03:00:00Z");

  TestClock() {
    super(MORNING);
  }
}

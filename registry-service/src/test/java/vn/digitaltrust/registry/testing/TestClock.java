package vn.digitaltrust.registry.testing;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The service's clock in tests; it stands still until a test moves it. */
@Mock
@ApplicationScoped
public class TestClock extends Clock {
  /** Ten in the morning in Vietnam. */
  public static final Instant MORNING = Instant.parse("2026-11-24T03:00:00Z");

  private volatile Instant now = MORNING;

  /** Puts the clock to an instant. */
  public void set(Instant instant) {
    now = instant;
  }

  /** Lets time pass. */
  public void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.of("UTC");
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}

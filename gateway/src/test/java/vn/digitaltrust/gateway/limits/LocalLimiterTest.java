package vn.digitaltrust.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LocalLimiterTest {
  private static final class Clock implements TimeMeter {
    private long nanos = 1;

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  /** Ten requests in ten seconds. */
  private static final LimitsConfig.Plan PLAN =
      new LimitsConfig.Plan() {
        @Override
        public long requests() {
          return 10;
        }

        @Override
        public Duration window() {
          return Duration.ofSeconds(10);
        }
      };

  private final Clock clock = new Clock();
  private final LocalLimiter limiter = new LocalLimiter(1_000, clock);

  private Limiter.Left take(String key) {
    return limiter.take(key, PLAN).result();
  }

  private void pass(long millis) {
    clock.nanos += millis * 1_000_000;
  }

  @Test
  @DisplayName("LIMIT-1 All of a window's requests may come at once, the next one may not")
  void burst() {
    for (int left = 9; left >= 0; left--) {
      assertEquals(new Limiter.Left(true, left, 10 - left, 0), take("a"));
    }
    assertEquals(new Limiter.Left(false, 0, 10, 1), take("a"));
    assertTrue(take("b").granted(), "another client");
  }

  @Test
  @DisplayName("LIMIT-1 Who waits as long as told is let in again")
  void refill() {
    for (int i = 0; i < 10; i++) {
      take("a");
    }
    pass(999);
    assertFalse(take("a").granted());
    pass(1);
    assertTrue(take("a").granted());
    assertFalse(take("a").granted());
    pass(10_000);
    assertEquals(9, take("a").requests());
  }

  @Test
  @DisplayName("LIMIT-3 Who was idle for a window is forgotten, and has everything left again")
  void idle() {
    for (int i = 0; i < 500; i++) {
      take("client " + i);
    }
    assertEquals(500, limiter.clients());
    pass(6_000);
    take("client 0");
    pass(6_000);
    assertEquals(1, limiter.clients());
  }

  @Test
  @DisplayName("LIMIT-3 However many come, so many are counted at most")
  void bounded() {
    for (int i = 0; i < 20_000; i++) {
      take("client " + i);
    }
    assertTrue(limiter.clients() <= 1_000);
  }
}

package vn.digitaltrust.gateway.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

  /** Ten requests and a hundred checks in ten seconds. */
  private static final LimitsConfig.Plan PLAN =
      new LimitsConfig.Plan() {
        @Override
        public long requests() {
          return 10;
        }

        @Override
        public long checks() {
          return 100;
        }

        @Override
        public Duration window() {
          return Duration.ofSeconds(10);
        }
      };

  private final Clock clock = new Clock();
  private final LocalLimiter limiter = new LocalLimiter(1_000, clock);

  private Limiter.Left take(String key) {
    return limiter.take(key, PLAN, Unit.REQUESTS, 1).result();
  }

  private Limiter.Left checks(long amount) {
    return limiter.take("a", PLAN, Unit.CHECKS, amount).result();
  }

  private Limiter.Left checksUpTo(long most) {
    return limiter.takeUpTo("a", PLAN, Unit.CHECKS, most).result();
  }

  private void pass(long millis) {
    clock.nanos += millis * 1_000_000;
  }

  @Test
  @DisplayName("LIMIT-1 All of a window's requests may come at once, the next one may not")
  void burst() {
    for (int left = 9; left > 0; left--) {
      assertEquals(new Limiter.Left(1, left, 10 - left), take("a"));
    }
    assertEquals(1, take("a").granted());
    assertEquals(0, take("a").granted());
    assertEquals(1, take("b").granted(), "another client");
  }

  @Test
  @DisplayName("LIMIT-5 With nothing left the time told is that until the next one, granted or not")
  void untilTheNext() {
    for (int i = 0; i < 9; i++) {
      take("a");
    }
    assertEquals(new Limiter.Left(1, 0, 1), take("a"));
    assertEquals(new Limiter.Left(0, 0, 1), take("a"));
  }

  @Test
  @DisplayName("LIMIT-4 Checks are taken apart from requests, all that are asked for or none")
  void allOrNone() {
    take("a");
    assertEquals(new Limiter.Left(70, 30, 7), checks(70));
    assertEquals(new Limiter.Left(0, 30, 2), checks(50), "50 would be there in 2 s");
    assertEquals(new Limiter.Left(30, 0, 1), checks(30));
    assertEquals(8, take("a").left());
    pass(1_999);
    assertEquals(0, checks(20).granted());
    pass(1);
    assertEquals(20, checks(20).granted());
  }

  @Test
  @DisplayName("LIMIT-4 Of lines as many are granted as are left")
  void asManyAsThereAre() {
    assertEquals(new Limiter.Left(70, 30, 7), checksUpTo(70));
    assertEquals(new Limiter.Left(30, 0, 1), checksUpTo(31));
    assertEquals(new Limiter.Left(0, 0, 1), checksUpTo(31));
    pass(1_000);
    assertEquals(new Limiter.Left(10, 0, 1), checksUpTo(10));
  }

  @Test
  @DisplayName("LIMIT-1 Who waits as long as told is let in again")
  void refill() {
    for (int i = 0; i < 10; i++) {
      take("a");
    }
    pass(999);
    assertEquals(0, take("a").granted());
    pass(1);
    assertEquals(1, take("a").granted());
    assertEquals(0, take("a").granted());
    pass(10_000);
    assertEquals(9, take("a").left());
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

package vn.digitaltrust.deploy.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for what comes about by itself, such as what a follower reads. */
public final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration BETWEEN = Duration.ofMillis(500);

  private Waiting() {}

  /**
   * Looks again and again.
   *
   * @throws AssertionError if it did not come about in a minute and a half
   */
  public static void until(String what, BooleanSupplier holds) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("this did not come about: " + what);
      }
      try {
        Thread.sleep(BETWEEN.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}

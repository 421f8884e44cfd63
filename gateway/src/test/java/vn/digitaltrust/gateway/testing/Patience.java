package vn.digitaltrust.gateway.testing;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what happens by itself, as long as it takes within reason. */
public final class Patience {
  private static final Duration REASON = Duration.ofSeconds(20);

  private Patience() {}

  /** Returns once it is so. */
  public static void until(String what, BooleanSupplier isSo) {
    long end = System.nanoTime() + REASON.toNanos();
    while (!isSo.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never happened: " + what);
      }
      Thread.onSpinWait();
    }
  }

  /** Lets so much time pass. */
  public static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}

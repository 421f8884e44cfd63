package vn.digitaltrust.gateway.trust;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * GW-19: counts what one event loop takes in one turn, which is what has been waiting together.
 * Belongs to the thread of its loop.
 */
final class Turn {
  private static final long CROWD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final int most;
  private int taken;
  private boolean refused;
  private long refusedAt;

  /**
   * A turn that has not begun.
   *
   * @param most how much may be taken in one turn
   */
  Turn(int most) {
    this.most = most;
  }

  /**
   * Takes one more.
   *
   * @param loop runs a task when all that waits has been seen
   * @param now in nanoseconds of {@link System#nanoTime}
   * @return false if that is too much for this turn
   */
  boolean takes(Executor loop, long now) {
    if (taken == most) {
      refused = true;
      refusedAt = now;
      return false;
    }
    if (taken == 0) {
      loop.execute(() -> taken = 0);
    }
    taken++;
    return true;
  }

  /** Whether a turn within the last second was too small for all who came. */
  boolean isCrowded(long now) {
    return refused && now - refusedAt < CROWD_NANOS;
  }
}

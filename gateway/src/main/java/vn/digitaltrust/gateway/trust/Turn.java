package vn.digitaltrust.gateway.trust;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * GW-19: counts what one event loop is asked in one turn, which is what has been waiting together.
 * More than it should take is what a pause leaves behind, once or twice, and is soon answered; a
 * third time in a row it is a crowd. Belongs to the thread of its loop.
 */
final class Turn {
  /** How many turns in a row may be too much. */
  private static final int PATIENCE = 2;

  private static final long CROWD_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final int most;
  private int asked;
  private int tooMuchInARow;
  private boolean refused;
  private long refusedAt;

  /**
   * A turn that has not begun.
   *
   * @param most how much may be taken in one turn of a crowd
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
    if (asked == 0) {
      loop.execute(this::end);
    }
    asked++;
    if (asked <= most || tooMuchInARow < PATIENCE) {
      return true;
    }
    refused = true;
    refusedAt = now;
    return false;
  }

  private void end() {
    tooMuchInARow = asked > most ? tooMuchInARow + 1 : 0;
    asked = 0;
  }

  /** Whether somebody was too much within the last second. */
  boolean isCrowded(long now) {
    return refused && now - refusedAt < CROWD_NANOS;
  }
}

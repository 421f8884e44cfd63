package vn.digitaltrust.gateway.trust;

import java.util.concurrent.Executor;

/**
 * GW-19: counts what one event loop takes in one turn, which is what has been waiting together.
 * Belongs to the thread of its loop.
 */
final class Turn {
  private final int most;
  private int taken;

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
   * @return false if that is too much for this turn
   */
  boolean takes(Executor loop) {
    if (taken == most) {
      return false;
    }
    if (taken == 0) {
      loop.execute(() -> taken = 0);
    }
    taken++;
    return true;
  }
}

package vn.digitaltrust.journal;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses between failed tries: between half and all of 100 ms, 200 ms, 400 ms … up to 2 s, so that
 * many followers do not come back at the same moment, and a neighbour that is back is heard soon.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 100;
  private static final long LONGEST_MILLIS = 2_000;
  private static final int MOST_DOUBLINGS = 5;

  private int failures;

  void succeeded() {
    failures = 0;
  }

  Duration failed() {
    long full = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    return Duration.ofMillis(ThreadLocalRandom.current().nextLong(full / 2, full + 1));
  }
}

package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.bench.Distribution;
import vn.digitaltrust.deploy.bench.Propagation;

@ExtendWith(RunningSuite.Extension.class)
class PropagationIT {
  /**
   * Far above what a busy machine needs, and far below what it takes when nobody wakes a waiting
   * reader: then it hears of a change when its wait ends, after seconds.
   */
  private static final double NOBODY_WAS_WOKEN_MILLIS = 1_500;

  private final RunningSuite suite;

  PropagationIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void a_measure_is_seen_because_its_reader_was_woken_and_not_because_a_wait_ended() {
    Distribution found = new Propagation(suite.api()).measure(20, done -> {});

    System.out.println("From commit to trust check: " + found);
    assertTrue(found.percentile(0.01) > 0, "nothing is seen before it was recorded: " + found);
    assertTrue(found.percentile(0.5) < NOBODY_WAS_WOKEN_MILLIS, found.toString());
  }
}

package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.bench.Distribution;
import vn.digitaltrust.deploy.bench.Propagation;

@ExtendWith(RunningSuite.Extension.class)
class PropagationIT {
  private final RunningSuite suite;

  PropagationIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void the_benchmark_sees_each_measure_after_it_was_recorded() {
    Distribution found = new Propagation(suite.api()).measure(20, done -> {});

    System.out.println("From commit to trust check: " + found);
    assertTrue(found.percentile(0.01) > 0, "nothing is seen before it was recorded");
  }
}

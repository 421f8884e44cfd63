package vn.digitaltrust.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DistributionTest {

  @Test
  void percentiles_are_values_that_were_measured() {
    Distribution hundred =
        new Distribution(
            IntStream.rangeClosed(1, 100).map(i -> 101 - i).asDoubleStream().toArray());

    assertEquals(50, hundred.percentile(0.5));
    assertEquals(99, hundred.percentile(0.99));
    assertEquals(100, hundred.percentile(1));
    assertEquals(1, hundred.percentile(0.001));
  }

  @Test
  void one_slow_try_in_two_hundred_is_not_the_99th_percentile_but_three_are() {
    double[] tries = new double[200];
    tries[7] = 900;
    assertEquals(0, new Distribution(tries).percentile(0.99));
    tries[8] = 900;
    tries[9] = 900;
    assertEquals(900, new Distribution(tries).percentile(0.99));
  }

  @Test
  void nothing_measured_is_no_distribution() {
    assertThrows(IllegalArgumentException.class, () -> new Distribution(new double[0]));
  }

  @Test
  void the_promise_of_propagation_is_about_its_99th_percentile() {
    double[] times = new double[200];
    Arrays.fill(times, Propagation.PROMISED_P99_MILLIS);
    times[0] = 9_000;
    times[1] = 9_000;
    assertTrue(Propagation.keepsThePromise(new Distribution(times)), "two of 200 may be late");

    times[2] = Propagation.PROMISED_P99_MILLIS + 0.1;
    assertFalse(Propagation.keepsThePromise(new Distribution(times)));
  }
}

package vn.digitaltrust.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}

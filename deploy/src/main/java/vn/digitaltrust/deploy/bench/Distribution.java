package vn.digitaltrust.deploy.bench;

import java.util.Arrays;
import java.util.Locale;

/** Measured times, and what to say about them. */
public final class Distribution {
  private final double[] sorted;

  /** Of these values, in any order; at least one. */
  public Distribution(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("nothing was measured");
    }
    this.sorted = values.clone();
    Arrays.sort(sorted);
  }

  /** The smallest value that at least this share (above 0, at most 1) of all do not exceed. */
  public double percentile(double share) {
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  /** One line, in milliseconds. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "median %.1f ms, p90 %.1f ms, p99 %.1f ms, range %.1f to %.1f ms (n = %d)",
        percentile(0.5),
        percentile(0.9),
        percentile(0.99),
        sorted[0],
        sorted[sorted.length - 1],
        sorted.length);
  }
}

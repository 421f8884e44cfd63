package vn.digitaltrust.alliance.certificate;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * ALL-32: how five scores become a total, a pass and a grade. Weights, pass mark and bands are this
 * project's own and therefore configuration; no official values are public.
 *
 * @param weights weight of each pillar in percent; together 100
 * @param passMark least total that passes, 0 to 100
 * @param bands grade by the least total it needs; the lowest band begins at the pass mark
 */
record Scheme(Weights weights, int passMark, NavigableMap<Integer, String> bands) {

  record Weights(int transparency, int ethics, int engagement, int brandFit, int compliance) {
    private int sum() {
      return transparency + ethics + engagement + brandFit + compliance;
    }

    private boolean anyNegative() {
      return (transparency | ethics | engagement | brandFit | compliance) < 0;
    }
  }

  /**
   * @param total weighted total with two decimals, exact
   * @param grade name of the band; {@code null} when not passed
   */
  record Result(BigDecimal total, String grade) {
    boolean passed() {
      return grade != null;
    }
  }

  Scheme(Weights weights, int passMark, Map<Integer, String> bands) {
    this(weights, passMark, new TreeMap<>(bands));
  }

  Scheme {
    if (weights.anyNegative() || weights.sum() != 100) {
      throw new IllegalArgumentException(
          "alliance.trust.weights must be 0 or more and together 100, not " + weights);
    }
    if (passMark < 0 || passMark > 100) {
      throw new IllegalArgumentException("alliance.trust.pass-mark must be 0 to 100");
    }
    if (bands.isEmpty() || bands.firstKey() != passMark || bands.lastKey() > 100) {
      throw new IllegalArgumentException(
          "the lowest of alliance.trust.bands must begin at the pass mark, the highest by 100");
    }
  }

  Result assess(Scores scores) {
    int hundredths =
        weights.transparency * scores.transparency()
            + weights.ethics * scores.ethics()
            + weights.engagement * scores.engagement()
            + weights.brandFit * scores.brandFit()
            + weights.compliance * scores.compliance();
    Map.Entry<Integer, String> band = bands.floorEntry(hundredths / 100);
    return new Result(BigDecimal.valueOf(hundredths, 2), band == null ? null : band.getValue());
  }
}

package vn.digitaltrust.alliance.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.alliance.certificate.Scheme.Weights;

class SchemeTest {
  private static final Weights WEIGHTS = new Weights(25, 25, 15, 15, 20);
  private static final Map<Integer, String> BANDS = Map.of(70, "C", 80, "B", 90, "A");
  private static final Scheme SCHEME = new Scheme(WEIGHTS, 70, BANDS);

  @ParameterizedTest(name = "ALL-32 all pillars {0}: total {1}, grade {2}")
  @CsvSource({
    "0, 0.00,",
    "69, 69.00,",
    "70, 70.00, C",
    "79, 79.00, C",
    "80, 80.00, B",
    "89, 89.00, B",
    "90, 90.00, A",
    "100, 100.00, A"
  })
  void bands(int score, BigDecimal total, String grade) {
    Scheme.Result result = SCHEME.assess(new Scores(score, score, score, score, score));
    assertEquals(total, result.total());
    assertEquals(grade, result.grade());
    assertEquals(grade != null, result.passed());
  }

  @Test
  @DisplayName("ALL-32 just below a band stays below: totals are exact and never rounded up")
  void exact() {
    Scheme.Result result = SCHEME.assess(new Scores(70, 70, 70, 70, 69));
    assertEquals(new BigDecimal("69.80"), result.total());
    assertEquals(null, result.grade());
    assertEquals("B", SCHEME.assess(new Scores(90, 90, 89, 90, 90)).grade());
  }

  @Test
  @DisplayName("ALL-32 each pillar counts with its own weight")
  void weights() {
    assertEquals(new BigDecimal("25.00"), SCHEME.assess(new Scores(100, 0, 0, 0, 0)).total());
    assertEquals(new BigDecimal("25.00"), SCHEME.assess(new Scores(0, 100, 0, 0, 0)).total());
    assertEquals(new BigDecimal("15.00"), SCHEME.assess(new Scores(0, 0, 100, 0, 0)).total());
    assertEquals(new BigDecimal("15.00"), SCHEME.assess(new Scores(0, 0, 0, 100, 0)).total());
    assertEquals(new BigDecimal("20.00"), SCHEME.assess(new Scores(0, 0, 0, 0, 100)).total());
  }

  @Property
  @Label("ALL-32 a better score never makes a worse total, and none leaves 0 to 100")
  void monotone(
      @ForAll @IntRange(max = 99) int one,
      @ForAll @IntRange(max = 100) int two,
      @ForAll @IntRange(max = 100) int three) {
    BigDecimal worse = SCHEME.assess(new Scores(one, two, three, two, one)).total();
    BigDecimal better = SCHEME.assess(new Scores(one + 1, two, three, two, one)).total();
    assertTrue(worse.compareTo(better) < 0);
    assertTrue(worse.signum() >= 0 && better.compareTo(BigDecimal.valueOf(100)) <= 0);
  }

  @Test
  @DisplayName("ALL-32 a configuration that does not add up is refused")
  void refused() {
    assertRefused(new Weights(25, 25, 15, 15, 21), 70, BANDS);
    assertRefused(new Weights(25, 25, 15, 15, 19), 70, BANDS);
    assertRefused(new Weights(-5, 55, 15, 15, 20), 70, BANDS);
    assertRefused(WEIGHTS, 71, BANDS);
    assertRefused(WEIGHTS, 70, Map.of());
    assertRefused(WEIGHTS, 70, Map.of(70, "C", 101, "A"));
    assertRefused(WEIGHTS, 101, Map.of(101, "A"));
    assertRefused(WEIGHTS, -1, Map.of(-1, "A"));
  }

  private static void assertRefused(Weights weights, int passMark, Map<Integer, String> bands) {
    assertThrows(IllegalArgumentException.class, () -> new Scheme(weights, passMark, bands));
  }
}

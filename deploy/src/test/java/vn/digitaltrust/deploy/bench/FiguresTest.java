package vn.digitaltrust.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FiguresTest {
  private final Figures figures = new Figures();

  @Test
  void a_figure_is_told_as_its_median_and_range() {
    for (double value : new double[] {30, 10, 20}) {
      figures.note("checks", "answers/s", value);
    }
    var checks = figures.json().get("checks");
    assertEquals(20, checks.get("median").asDouble());
    assertEquals(10, checks.get("lowest").asDouble());
    assertEquals(30, checks.get("highest").asDouble());
    assertEquals(3, checks.get("rounds").size());
    assertTrue(figures.table().contains("(10.0 to 30.0)"));
  }

  @Test
  void an_aim_is_met_at_its_bound_and_missed_beyond_it() {
    figures.note("ratio", "", 0.6);
    figures.note("p99", "ms", 5.1);
    figures.atLeast("ratio", 0.6);
    figures.atMost("p99", 5);
    assertTrue(figures.json().get("ratio").get("met").asBoolean());
    assertFalse(figures.json().get("p99").get("met").asBoolean());
    assertTrue(figures.table().contains("MISSED"));
  }

  @Test
  void what_was_not_measured_has_no_aim() {
    figures.atLeast("nginx", 0.7);
    assertTrue(figures.json().isEmpty());
  }
}

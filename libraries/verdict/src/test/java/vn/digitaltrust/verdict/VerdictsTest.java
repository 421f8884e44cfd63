package vn.digitaltrust.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.digitaltrust.verdict.Limit.limit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GW-1 to GW-6: what decides when everything comes together. */
class VerdictsTest {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Duration FRESH = Duration.ZERO;

  private static Subject subject(String status) {
    return new Subject(Limit.SUBJECT, "KOL", status, null, null);
  }

  static Stream<Object[]> combinations() {
    List<Object[]> cases = new ArrayList<>();
    for (String status :
        new String[] {
          null,
          "RECORDED",
          "SUBMITTED",
          "VERIFIED",
          "REGISTERED",
          "INACTIVE",
          "DEREGISTERED",
          "MERGED",
          "ERASED",
          "SOMETHING_NEW"
        }) {
      for (int hard = 0; hard <= 2; hard++) {
        for (int soft = 0; soft <= 2; soft++) {
          for (int beside = 0; beside <= 1; beside++) {
            for (Duration age : List.of(FRESH, BOUND, BOUND.plusMillis(1))) {
              cases.add(new Object[] {status, hard, soft, beside, age});
            }
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}: {1} hard, {2} soft, {3} beside, aged {4}")
  @MethodSource("combinations")
  @DisplayName("GW-1 to GW-6 The strictest limit decides; without any, status and age do")
  void together(String status, int hard, int soft, int beside, Duration age) {
    List<Measure<String>> measures = new ArrayList<>();
    for (int i = 0; i < beside; i++) {
      Limit elsewhere = limit();
      elsewhere.scope = Side.ACTIVITY.scope("B");
      measures.add(elsewhere.made());
    }
    for (int i = 0; i < soft; i++) {
      Limit conditional = limit();
      conditional.conditional = true;
      measures.add(conditional.made());
    }
    List<Measure<String>> behind = new ArrayList<>();
    for (int i = 0; i < hard; i++) {
      behind.add(limit().made());
      measures.add(behind.get(i));
    }
    Subject subject = status == null ? null : subject(status);

    Verdicts.Finding<String> finding =
        Verdicts.on(subject, measures, Side.ACTIVITY.ask("A"), age, BOUND);

    Verdict expected;
    if (hard > 0) {
      expected = Verdict.RESTRICTED;
    } else if (soft > 0) {
      expected = Verdict.CONDITIONAL;
    } else if (age.compareTo(BOUND) > 0) {
      expected = Verdict.STALE;
    } else {
      expected = "REGISTERED".equals(status) ? Verdict.CLEAR : Verdict.UNKNOWN;
    }
    assertEquals(expected, finding.verdict());
    assertEquals(hard + soft, finding.restrictions().size());
    assertEquals(behind, finding.restrictions().subList(0, hard));
    assertFalse(finding.verdict() == Verdict.CLEAR && !finding.restrictions().isEmpty());
    assertTrue(finding.restrictions().stream().allMatch(measures::contains));
  }
}

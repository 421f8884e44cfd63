package vn.digitaltrust.registry.erasure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRulesTest {
  private static final LocalDate TUESDAY = LocalDate.parse("2026-11-24");

  @ParameterizedTest(name = "{0} until {1} at {2}, told {3}: {4}")
  @CsvSource({
    ",      ,           ,   7, false",
    "CLEAR, ,           6,  7, false",
    "CLEAR, ,           7,  7, true",
    "CLEAR, ,           8,  7, true",
    "HELD,  2026-11-23, 9,  7, false",
    "HELD,  2026-11-24, 9,  7, true",
    "HELD,  2026-11-24, 0,  7, true",
    "HELD,  2027-01-01, 9,  7, true"
  })
  @DisplayName("REG-81, REG-82 CLEAR counts from the place of the request on, HELD to its last day")
  void counts(Answer answer, LocalDate until, Long at, long told, boolean counts) {
    assertEquals(counts, AnswerRules.counts(answer, until, at, told, TUESDAY));
  }

  @ParameterizedTest(name = "since {0}: {1}")
  @CsvSource({
    "2026-11-23, 2026-11-25",
    "2026-11-26, 2026-11-30",
    "2026-11-27, 2026-12-01",
    "2026-11-28, 2026-12-01",
    "2026-12-31, 2027-01-04"
  })
  @DisplayName("REG-83 a missing answer is due two working days later, also over the new year")
  void due(LocalDate since, LocalDate dueOn) {
    assertEquals(dueOn, AnswerRules.dueOn(since));
  }
}

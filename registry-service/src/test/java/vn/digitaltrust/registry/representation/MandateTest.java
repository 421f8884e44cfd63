package vn.digitaltrust.registry.representation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandateTest {
  private static final Instant NINE = Instant.parse("2026-11-24T09:00:00Z");

  private static Instant at(String seconds) {
    return seconds == null ? null : NINE.plusMillis(Math.round(Double.parseDouble(seconds) * 1000));
  }

  @ParameterizedTest(name = "{0} confirmed {1}, ends {2}, of age {3}: at {4} for {5} in {6}: {7}")
  @DisplayName("REP-5 a representative speaks while a confirmed record with the purpose holds")
  @CsvSource({
    // kind, confirmed, ends, of age, at, purpose, case, standing; times in seconds after nine
    "AGENCY, true, , , 0, RESPOND, , SPEAKS",
    "AGENCY, true, , , 0, RESPOND, C1, SPEAKS",
    "AGENCY, true, , , -0.001, RESPOND, , NOT_BEGUN",
    "AGENCY, true, 10, , 9.999, RESPOND, , SPEAKS",
    "AGENCY, true, 10, , 10, RESPOND, , ENDED",
    "AGENCY, true, 10, , 10.5, RESPOND, , ENDED",
    "AGENCY, false, 10, , 5, RESPOND, , UNCONFIRMED",
    "AGENCY, false, 10, , 11, RESPOND, , ENDED",
    "AGENCY, true, , , 0, APPEAL, , OTHER_PURPOSE",
    "MANAGER, true, , , 0, READ, , SPEAKS",
    "COUNSEL, true, , , 0, RESPOND, C1, SPEAKS",
    "COUNSEL, true, , , 0, RESPOND, C2, OTHER_CASE",
    "COUNSEL, true, , , 0, RESPOND, , OTHER_CASE",
    "GUARDIAN, true, , 10, 9.999, RESPOND, , SPEAKS",
    "GUARDIAN, true, , 10, 10, RESPOND, , OF_AGE",
    "GUARDIAN, true, , , 0, RESPOND, , OF_AGE"
  })
  void standing(
      RepresentationKind kind,
      boolean confirmed,
      String ends,
      String ofAge,
      String at,
      Purpose purpose,
      String asked,
      Standing expected) {
    var mandate =
        new Mandate(
            kind,
            EnumSet.of(Purpose.READ, Purpose.RESPOND),
            kind == RepresentationKind.COUNSEL ? "C1" : "",
            confirmed,
            NINE,
            at(ends),
            at(ofAge));
    assertEquals(expected, mandate.standing(purpose, asked, at(at)));
  }
}

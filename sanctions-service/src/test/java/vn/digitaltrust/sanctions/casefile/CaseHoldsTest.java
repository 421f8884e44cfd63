package vn.digitaltrust.sanctions.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.door.holder.Hold;

class CaseHoldsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

  @ParameterizedTest(name = "{0}, appeal by {1}: {2}")
  @CsvSource({
    "OPENED,    ,                     2026-12-25",
    "NOTIFIED,  ,                     2026-12-25",
    "RESPONDED, ,                     2026-12-25",
    "PROPOSED,  ,                     2026-12-25",
    "RETURNED,  ,                     2026-12-25",
    "DECIDED,   2026-12-16T17:00:00Z, 2026-12-17",
    "DECIDED,   2027-03-16T17:00:00Z, 2026-12-25",
    "DECIDED,   2026-11-25T03:00:00.001Z, 2026-11-25",
    "DECIDED,   2026-11-25T03:00:00Z, ",
    "APPEALED,  2026-11-20T17:00:00Z, 2026-12-25",
    "RULED,     2026-12-16T17:00:00Z, ",
    "CLOSED,    2026-11-20T17:00:00Z, ",
    "DISMISSED, , ",
    "WITHDRAWN, , "
  })
  @DisplayName("SAN-120 a case holds while it is open, appealed or can be appealed")
  void holds(CaseStatus status, Instant appealBy, LocalDate until) {
    Hold hold = CaseHolds.hold(status, appealBy, NOW);
    if (until == null) {
      assertNull(hold);
    } else {
      assertEquals(new Hold("PROCEDURE", until), hold);
    }
  }
}

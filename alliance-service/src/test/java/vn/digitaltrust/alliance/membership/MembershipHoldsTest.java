package vn.digitaltrust.alliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.door.holder.Hold;

class MembershipHoldsTest {
  private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");

  @ParameterizedTest(name = "{0} to {1}: {2} {3}")
  @CsvSource({
    "APPLIED,   ,                     PROCEDURE,  2026-12-24",
    "ADMITTED,  ,                     MEMBERSHIP, 2026-12-24",
    "ADMITTED,  2026-12-01T03:00:00Z, MEMBERSHIP, 2026-12-01",
    "ADMITTED,  2027-12-01T03:00:00Z, MEMBERSHIP, 2026-12-24",
    "REFUSED,   ,                     ,",
    "WITHDRAWN, ,                     ,",
    "LEFT,      2026-11-01T03:00:00Z, ,",
    "EXCLUDED,  2026-11-01T03:00:00Z, ,",
    "ERASED,    ,                     ,"
  })
  @DisplayName("ALL-81 what waits and what has not ended holds")
  void holds(MembershipStatus status, Instant leftAt, String code, LocalDate until) {
    Hold hold = MembershipHolds.hold(status, leftAt, NOW);
    if (code == null) {
      assertNull(hold);
    } else {
      assertEquals(new Hold(code, until), hold);
    }
  }
}

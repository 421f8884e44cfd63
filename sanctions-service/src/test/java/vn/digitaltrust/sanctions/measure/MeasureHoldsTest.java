package vn.digitaltrust.sanctions.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.door.holder.Hold;

class MeasureHoldsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

  @ParameterizedTest(name = "{0} until {1}: {2}")
  @CsvSource({
    "SCHEDULED, 2026-12-01, 2026-12-01",
    "IN_FORCE,  2026-11-25, 2026-11-25",
    "IN_FORCE,  2027-11-25, 2026-12-25",
    "IN_FORCE,  ,           2026-12-25",
    "STAYED,    2026-12-01, 2026-12-01",
    "EXPIRED,   2026-11-20, ",
    "LIFTED,    2027-11-25, ",
    "ANNULLED,  2027-11-25, "
  })
  @DisplayName("SAN-121 a measure holds until it has ended, at most 30 days ahead")
  void holds(MeasureStatus status, LocalDate until, LocalDate heldUntil) {
    Hold hold = MeasureHolds.hold(status, until, NOW);
    if (heldUntil == null) {
      assertNull(hold);
    } else {
      assertEquals(new Hold("MEASURE", heldUntil), hold);
    }
  }
}

package vn.digitaltrust.alliance.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.door.holder.Hold;

class CertificateHoldsTest {
  @ParameterizedTest(name = "{0} until {1}: {2}")
  @CsvSource({
    "UPCOMING,  2027-12-01, ",
    "VALID,     2027-11-24, ",
    "SUSPENDED, 2026-11-24, 2026-11-24",
    "SUSPENDED, 2027-11-24, 2026-12-24",
    "WITHDRAWN, 2027-11-24, ",
    "ENDED,     2026-11-01, "
  })
  @DisplayName(
      "ALL-83 a suspended certificate holds to its last day, at most 30 days ahead, and no other")
  void holds(CertificateStatus status, LocalDate until, LocalDate heldUntil) {
    Hold hold = CertificateHolds.hold(status, until, Instant.parse("2026-11-24T03:00:00Z"));
    if (heldUntil == null) {
      assertNull(hold);
    } else {
      assertEquals(new Hold("CERTIFICATE", heldUntil), hold);
    }
  }
}

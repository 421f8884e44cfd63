package vn.digitaltrust.alliance.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.digitaltrust.alliance.certificate.CertificateStatus.ENDED;
import static vn.digitaltrust.alliance.certificate.CertificateStatus.SUSPENDED;
import static vn.digitaltrust.alliance.certificate.CertificateStatus.UPCOMING;
import static vn.digitaltrust.alliance.certificate.CertificateStatus.VALID;
import static vn.digitaltrust.alliance.certificate.CertificateStatus.WITHDRAWN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.sanctions.Consequence;
import vn.digitaltrust.alliance.sanctions.Suspension;

/** ALL-33: a certificate at every boundary of its intervals. */
class CertificateTest {
  private static final Instant GRANTED = Instant.parse("2026-11-24T03:00:00Z");
  private static final Instant STARTS = Instant.parse("2026-11-30T17:00:00Z");
  private static final Instant ENDS = Instant.parse("2027-11-30T17:00:00Z");
  private static final Instant INSIDE = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2027-02-01T00:00:00Z");

  private final Certificate certificate =
      new Certificate(
          UUID.randomUUID(),
          "IT-00000001W",
          Validity.from(LocalDate.parse("2026-12-01"), GRANTED),
          new Scores(90, 90, 90, 90, 90),
          new Scheme.Result(new BigDecimal("90.00"), "A"),
          "assessor",
          GRANTED);

  private static Consequence pause(Instant from, Instant to) {
    return new Consequence(List.of(new Suspension(UUID.randomUUID(), from, to)), null);
  }

  private static Instant before(Instant at) {
    return at.minusNanos(1_000);
  }

  @Test
  @DisplayName("ALL-33 upcoming, valid and ended at the first and last instants")
  void term() {
    assertEquals(UPCOMING, certificate.statusAt(before(STARTS)));
    assertEquals(VALID, certificate.statusAt(STARTS));
    assertEquals(VALID, certificate.statusAt(before(ENDS)));
    assertEquals(ENDED, certificate.statusAt(ENDS));
  }

  @Test
  @DisplayName("ALL-33 suspended from the first instant of a pause to before its end")
  void paused() {
    certificate.settle(pause(INSIDE, LATER), GRANTED);
    assertEquals(VALID, certificate.statusAt(before(INSIDE)));
    assertEquals(SUSPENDED, certificate.statusAt(INSIDE));
    assertEquals(SUSPENDED, certificate.statusAt(before(LATER)));
    assertEquals(VALID, certificate.statusAt(LATER));
  }

  @Test
  @DisplayName("ALL-33 a pause beyond the term shows as ended, one before it as upcoming")
  void pauseBeyondTheTerm() {
    certificate.settle(pause(GRANTED, null), GRANTED);
    assertEquals(UPCOMING, certificate.statusAt(before(STARTS)));
    assertEquals(SUSPENDED, certificate.statusAt(STARTS));
    assertEquals(SUSPENDED, certificate.statusAt(before(ENDS)));
    assertEquals(ENDED, certificate.statusAt(ENDS));
  }

  @Test
  @DisplayName("ALL-33 withdrawn from its instant on, also after the term")
  void withdrawn() {
    certificate.settle(new Consequence(List.of(), INSIDE), GRANTED);
    assertEquals(VALID, certificate.statusAt(before(INSIDE)));
    assertEquals(WITHDRAWN, certificate.statusAt(INSIDE));
    assertEquals(WITHDRAWN, certificate.statusAt(ENDS));
  }

  @Test
  @DisplayName("ALL-40 closed once, at the instant told, and not after its term")
  void closed() {
    assertTrue(certificate.close(INSIDE));
    assertEquals(VALID, certificate.statusAt(before(INSIDE)));
    assertEquals(ENDED, certificate.statusAt(INSIDE));
    assertFalse(certificate.close(LATER));
    assertEquals(INSIDE, certificate.endsAt());
  }

  @Test
  @DisplayName("ALL-40 closed before it began it never was; after its term nothing changes")
  void closedAtTheEdges() {
    assertFalse(certificate.close(ENDS));
    assertTrue(certificate.close(GRANTED));
    assertEquals(STARTS, certificate.endsAt());
    assertEquals(ENDED, certificate.statusAt(STARTS));
  }

  @Test
  @DisplayName("ALL-41 each change is told by its name, and nothing is told twice")
  void told() {
    assertEquals(Optional.empty(), certificate.settle(Consequence.NONE, GRANTED));
    assertEquals(Optional.empty(), certificate.settle(Consequence.NONE, STARTS));
    Consequence pause = pause(INSIDE, LATER);
    assertEquals(Optional.of("certificate.revised"), certificate.settle(pause, STARTS));
    assertEquals(Optional.empty(), certificate.settle(pause, before(INSIDE)));
    assertEquals(Optional.of("certificate.suspended"), certificate.settle(pause, INSIDE));
    assertEquals(Optional.empty(), certificate.settle(pause, before(LATER)));
    assertEquals(Optional.of("certificate.restored"), certificate.settle(pause, LATER));
    certificate.told(LATER);
    assertEquals(Optional.of("certificate.ended"), certificate.settle(pause, ENDS));
    assertEquals(Optional.empty(), certificate.settle(pause, ENDS.plusSeconds(1)));
  }

  @Test
  @DisplayName("ALL-41 a withdrawal is told, and so is what gives the certificate back")
  void toldOfWithdrawal() {
    Consequence withdrawal = new Consequence(List.of(), INSIDE);
    assertEquals(Optional.of("certificate.withdrawn"), certificate.settle(withdrawal, INSIDE));
    assertEquals(Optional.empty(), certificate.settle(withdrawal, ENDS));
    assertEquals(Optional.of("certificate.restored"), certificate.settle(Consequence.NONE, LATER));
  }
}

package vn.digitaltrust.alliance.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.journal.testing.Metrics;

@QuarkusTest
class CertificateGaugesTest extends Suite {
  @Inject CertificateGauges gauges;

  private double shown(CertificateStatus status) {
    gauges.count();
    return Metrics.value("alliance_certificates", "status=\"" + status + "\"");
  }

  private UUID aMember() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    member(kol);
    return kol;
  }

  @Test
  @DisplayName("certificates are counted by status; one that begins later is not yet valid")
  void moves() {
    double valid = shown(CertificateStatus.VALID);
    double upcoming = shown(CertificateStatus.UPCOMING);
    certificate(aMember());
    grant(aMember(), ",\"from\":\"2026-12-20\"").statusCode(201);
    assertEquals(valid + 1, shown(CertificateStatus.VALID));
    assertEquals(upcoming + 1, shown(CertificateStatus.UPCOMING));
  }
}

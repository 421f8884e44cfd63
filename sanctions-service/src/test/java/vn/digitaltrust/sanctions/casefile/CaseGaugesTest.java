package vn.digitaltrust.sanctions.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Metrics;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class CaseGaugesTest {
  @Inject CaseGauges gauges;

  private double shown(CaseStatus status) {
    gauges.count();
    return Metrics.value("sanctions_cases", "status=\"" + status + "\"");
  }

  @Test
  @DisplayName("cases are counted by status")
  void moves() {
    TestClock.get().set(TestClock.START);
    double opened = shown(CaseStatus.OPENED);
    double decided = shown(CaseStatus.DECIDED);
    Given.opened(RegistryStub.subject("KOL", "REGISTERED"));
    Given.decided(RegistryStub.subject("KOL", "REGISTERED"));
    assertEquals(opened + 1, shown(CaseStatus.OPENED));
    assertEquals(decided + 1, shown(CaseStatus.DECIDED));
  }
}

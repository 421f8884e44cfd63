package vn.digitaltrust.alliance.certificate;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Has passed boundaries announced, so that watchers hear of them; no answer depends on it. */
@ApplicationScoped
class CertificateBoundaries {
  private static final int STEP = 100;

  private final CertificateSettlement settlement;

  CertificateBoundaries(CertificateSettlement settlement) {
    this.settlement = settlement;
  }

  @Scheduled(
      identity = "certificate-boundaries",
      every = "{alliance.boundaries.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void announce() {
    int done;
    do {
      done = settlement.announce(STEP);
    } while (done == STEP);
  }
}

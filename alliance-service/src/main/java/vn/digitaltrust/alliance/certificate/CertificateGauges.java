package vn.digitaltrust.alliance.certificate;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import vn.digitaltrust.journal.Moment;

/**
 * How many certificates stand how, as watchers have heard it, counted now and then so that a scrape
 * costs no query.
 */
@ApplicationScoped
class CertificateGauges {
  private final Certificates certificates;
  private final Clock clock;
  private volatile Map<CertificateStatus, Long> counts = Map.of();

  CertificateGauges(Certificates certificates, MeterRegistry meters, Clock clock) {
    this.certificates = certificates;
    this.clock = clock;
    for (CertificateStatus status : CertificateStatus.values()) {
      Gauge.builder("alliance.certificates", this, it -> it.counts.getOrDefault(status, 0L))
          .tag("status", status.name())
          .description("Certificates of Influencer Trust by status")
          .register(meters);
    }
  }

  void atStart(@Observes StartupEvent started) {
    count();
  }

  @Scheduled(identity = "certificate-gauges", every = "{alliance.gauges.every}")
  @Transactional
  void count() {
    counts = certificates.countByStatus(Moment.of(clock));
  }
}

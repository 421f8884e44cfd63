package vn.digitaltrust.sanctions.casefile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;

/** How many cases are in which status, counted now and then so that a scrape costs no query. */
@ApplicationScoped
class CaseGauges {
  private final CaseRepository repository;
  private volatile Map<CaseStatus, Long> counts = new EnumMap<>(CaseStatus.class);

  CaseGauges(CaseRepository repository, MeterRegistry metrics) {
    this.repository = repository;
    for (CaseStatus status : CaseStatus.values()) {
      Gauge.builder("sanctions.cases", this, it -> it.counts.getOrDefault(status, 0L))
          .tag("status", status.name())
          .description("Cases by status")
          .register(metrics);
    }
  }

  void atStart(@Observes StartupEvent started) {
    count();
  }

  @Scheduled(every = "{sanctions.gauges.every}")
  @Transactional
  void count() {
    counts = repository.countByStatus();
  }
}

package vn.digitaltrust.registry.subject;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Map;

/**
 * How many subjects of each kind stand where, counted now and then so that a scrape costs no query.
 */
@ApplicationScoped
class SubjectGauges {
  private final SubjectRepository repository;
  private volatile Map<Standing, Long> counts = Map.of();

  /** One kind in one status. */
  record Standing(SubjectKind kind, SubjectStatus status) {}

  SubjectGauges(SubjectRepository repository, MeterRegistry meters) {
    this.repository = repository;
    for (var kind : SubjectKind.values()) {
      for (var status : SubjectStatus.values()) {
        var standing = new Standing(kind, status);
        Gauge.builder("registry.subjects", this, it -> it.counts.getOrDefault(standing, 0L))
            .tag("kind", kind.name())
            .tag("status", status.name())
            .description("Subjects by kind and status")
            .register(meters);
      }
    }
  }

  void atStart(@Observes StartupEvent started) {
    count();
  }

  @Scheduled(every = "{registry.gauges.every}")
  @Transactional
  void count() {
    counts = repository.countByStanding();
  }
}

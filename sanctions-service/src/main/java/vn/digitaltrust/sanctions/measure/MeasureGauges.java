package vn.digitaltrust.sanctions.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * How many measures of each kind stand how, counted now and then so that a scrape costs no query.
 */
@ApplicationScoped
class MeasureGauges {
  private final MeasureRepository repository;
  private final Clock clock;
  private volatile Map<Standing, Long> counts = Map.of();

  /** One kind in one status. */
  record Standing(MeasureKind kind, MeasureStatus status) {}

  MeasureGauges(MeasureRepository repository, MeterRegistry metrics, Clock clock) {
    this.repository = repository;
    this.clock = clock;
    for (MeasureKind kind : MeasureKind.values()) {
      for (MeasureStatus status : MeasureStatus.values()) {
        Standing standing = new Standing(kind, status);
        Gauge.builder("sanctions.measures", this, it -> it.counts.getOrDefault(standing, 0L))
            .tag("kind", kind.name())
            .tag("status", status.name())
            .description("Measures by kind and status")
            .register(metrics);
      }
    }
  }

  void atStart(@Observes StartupEvent started) {
    count();
  }

  @Scheduled(every = "{sanctions.gauges.every}")
  @Transactional
  void count() {
    counts = repository.countByStanding(VietnamTime.now(clock));
  }
}

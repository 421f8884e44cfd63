package vn.digitaltrust.sanctions.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import vn.digitaltrust.sanctions.calendar.VietnamTime;

/** How many measures are in force, counted now and then so that a scrape costs no query. */
@ApplicationScoped
class MeasureGauge {
  private final MeasureRepository repository;
  private final Clock clock;
  private final AtomicLong inForce = new AtomicLong();

  MeasureGauge(MeasureRepository repository, MeterRegistry metrics, Clock clock) {
    this.repository = repository;
    this.clock = clock;
    Gauge.builder("sanctions.measures.in.force", inForce, AtomicLong::get)
        .description("Measures in force")
        .register(metrics);
  }

  void atStart(@Observes StartupEvent started) {
    count();
  }

  @Scheduled(every = "{sanctions.gauges.every}")
  @Transactional
  void count() {
    inForce.set(repository.inForce(VietnamTime.now(clock)));
  }
}

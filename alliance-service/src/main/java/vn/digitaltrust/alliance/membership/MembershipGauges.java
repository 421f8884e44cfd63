package vn.digitaltrust.alliance.membership;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many memberships stand how, counted now and then so that a scrape costs no query. One that is
 * paused counts as {@code SUSPENDED} and not as {@code ADMITTED}, from when watchers hear of it on.
 */
@ApplicationScoped
class MembershipGauges {
  private final Memberships memberships;
  private volatile Map<String, Long> counts = Map.of();

  MembershipGauges(Memberships memberships, MeterRegistry meters) {
    this.memberships = memberships;
    Stream.concat(
            Stream.of(MembershipStatus.values()).map(Enum::name),
            Stream.of(MemberStanding.SUSPENDED.name()))
        .forEach(
            status ->
                Gauge.builder(
                        "alliance.memberships", this, it -> it.counts.getOrDefault(status, 0L))
                    .tag("status", status)
                    .description("Memberships by status")
                    .register(meters));
  }

  void atStart(@Observes StartupEvent started) {
    count();
  }

  @Scheduled(identity = "membership-gauges", every = "{alliance.gauges.every}")
  @Transactional
  void count() {
    counts = memberships.countByStatus();
  }
}

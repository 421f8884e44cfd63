package vn.digitaltrust.gateway.trust;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.journal.Follower;
import vn.digitaltrust.journal.Handler;
import vn.digitaltrust.journal.JournalSource;
import vn.digitaltrust.journal.MemoryPosition;

/** The trust index: three shelves in memory, each filled by a follower of one journal. */
@ApplicationScoped
class TrustIndex {
  private final Shelf<RegistryContent> registry =
      new Shelf<>(RegistryContent::new, RegistryContent::put);
  private final Shelf<SanctionsContent> sanctions =
      new Shelf<>(SanctionsContent::new, SanctionsContent::put);
  private final Shelf<AllianceContent> alliance =
      new Shelf<>(AllianceContent::new, AllianceContent::put);
  private final Map<String, Follower> followers = new LinkedHashMap<>();

  /** How far one journal is known. */
  record AsOf(long position, long ageMillis) {}

  TrustIndex(
      FollowerToken token,
      MeterRegistry meters,
      @ConfigProperty(name = "registry.url") URI registryUrl,
      @ConfigProperty(name = "sanctions.url") URI sanctionsUrl,
      @ConfigProperty(name = "alliance.url") URI allianceUrl) {
    follow("registry", registryUrl, token, registry);
    follow("sanctions", sanctionsUrl, token, sanctions);
    follow("alliance", allianceUrl, token, alliance);
    meters.gauge(
        "trust.index.age.seconds", this, index -> index.oldest(index.asOf()).toMillis() / 1e3);
    meters.gauge(
        "trust.index.subjects", registry, it -> it.loaded() ? it.content().subjectCount() : 0);
    meters.gauge(
        "trust.index.accounts", registry, it -> it.loaded() ? it.content().accountCount() : 0);
    meters.gauge(
        "trust.index.limits", sanctions, it -> it.loaded() ? it.content().measureCount() : 0);
  }

  private void follow(String name, URI origin, FollowerToken token, Handler shelf) {
    JournalSource source = new JournalSource(origin.resolve("/" + name + "/v1"), () -> token.get());
    // A position store of its own each: a long reload of one must not hold up another.
    followers.put(
        name, Follower.of("trust-" + name, source, new MemoryPosition(), shelf, Clock.systemUTC()));
  }

  void start(@Observes StartupEvent event) {
    followers.values().forEach(Follower::start);
  }

  void stop(@Observes ShutdownEvent event) {
    followers.values().forEach(Follower::close);
  }

  /** Whether all three journals were loaded once. */
  boolean loaded() {
    return registry.loaded() && sanctions.loaded() && alliance.loaded();
  }

  RegistryContent registry() {
    return registry.content();
  }

  SanctionsContent sanctions() {
    return sanctions.content();
  }

  AllianceContent alliance() {
    return alliance.content();
  }

  /** How far each journal is known now. */
  Map<String, AsOf> asOf() {
    Map<String, AsOf> asOf = new LinkedHashMap<>();
    followers.forEach(
        (name, follower) ->
            asOf.put(name, new AsOf(follower.position().number(), follower.age().toMillis())));
    return asOf;
  }

  /** GW-5: the age of the journal that was heard from least recently. */
  Duration oldest(Map<String, AsOf> asOf) {
    Collection<AsOf> all = asOf.values();
    return Duration.ofMillis(all.stream().mapToLong(AsOf::ageMillis).max().orElse(Long.MAX_VALUE));
  }
}

package vn.digitaltrust.gateway.trust;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.oidc.client.OidcClient;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.journal.AccessToken;
import vn.digitaltrust.journal.Follower;
import vn.digitaltrust.journal.JournalSource;
import vn.digitaltrust.journal.MemoryPosition;
import vn.digitaltrust.journal.ServiceToken;
import vn.digitaltrust.journal.WhileServing;
import vn.digitaltrust.verdict.Limits;
import vn.digitaltrust.verdict.Rights;
import vn.digitaltrust.verdict.Subjects;

/** The trust index: three shelves in memory, each filled by a follower of one journal. */
@Singleton
class TrustIndex extends WhileServing {
  private final Shelf<RegistryContent> registry = new Shelf<>(RegistryContent::new);
  private final Shelf<SanctionsContent> sanctions = new Shelf<>(SanctionsContent::new);
  private final Shelf<AllianceContent> alliance = new Shelf<>(AllianceContent::new);
  private final Follower ofRegistry;
  private final Follower ofSanctions;
  private final Follower ofAlliance;

  /** How far one journal is known. */
  @Schema(name = "GatewayJournalAsOf")
  record Known(
      @Schema(examples = "15342", description = "Position of the last entry that was applied")
          long position,
      @Schema(examples = "412", description = "Time since the journal was last heard from")
          long ageMillis) {
    private String inHeader(String journal) {
      return journal + '=' + position + ";age-millis=" + ageMillis;
    }
  }

  /** How far the three journals are known. */
  @Schema(name = "GatewayAsOf")
  record AsOf(Known registry, Known sanctions, Known alliance) {
    /** GW-5: the age of the journal that was heard from least recently. */
    Duration oldest() {
      return Duration.ofMillis(
          Math.max(registry.ageMillis(), Math.max(sanctions.ageMillis(), alliance.ageMillis())));
    }

    /** GW-18: the same as a structured dictionary (RFC 9651), for answers without a body. */
    String inHeader() {
      return String.join(
          ", ",
          registry.inHeader("registry"),
          sanctions.inHeader("sanctions"),
          alliance.inHeader("alliance"));
    }
  }

  @Inject
  TrustIndex(
      OidcClient client,
      MeterRegistry meters,
      Clock clock,
      @ConfigProperty(name = "registry.url") URI registryUrl,
      @ConfigProperty(name = "sanctions.url") URI sanctionsUrl,
      @ConfigProperty(name = "alliance.url") URI allianceUrl) {
    this(new ServiceToken(client), meters, clock, registryUrl, sanctionsUrl, allianceUrl);
  }

  TrustIndex(
      AccessToken token,
      MeterRegistry meters,
      Clock clock,
      URI registryUrl,
      URI sanctionsUrl,
      URI allianceUrl) {
    ofRegistry = follow("registry", registryUrl, token, registry, meters, clock);
    ofSanctions = follow("sanctions", sanctionsUrl, token, sanctions, meters, clock);
    ofAlliance = follow("alliance", allianceUrl, token, alliance, meters, clock);
    size(meters, "subjects", registry, it -> it.subjects().subjectCount());
    size(meters, "accounts", registry, it -> it.subjects().accountCount());
    size(meters, "limits", sanctions, it -> it.limits().count());
    size(meters, "memberships", alliance, it -> it.rights().membershipCount());
    size(meters, "certificates", alliance, it -> it.rights().certificateCount());
  }

  private static <C extends Content> Follower follow(
      String name,
      URI origin,
      AccessToken token,
      Shelf<C> shelf,
      MeterRegistry meters,
      Clock clock) {
    JournalSource source = JournalSource.of(name, origin, token);
    // A position store of its own each: a long reload of one must not hold up another.
    Follower follower = Follower.of("trust-" + name, source, new MemoryPosition(), shelf, clock);
    Gauge.builder("trust.index.age.seconds", follower, it -> it.age().toMillis() / 1e3)
        .tag("journal", name)
        .register(meters);
    FunctionCounter.builder("trust.index.entries", shelf, Shelf::taken)
        .tag("journal", name)
        .register(meters);
    return follower;
  }

  private static <C extends Content> void size(
      MeterRegistry meters, String what, Shelf<C> shelf, ToIntFunction<C> count) {
    Gauge.builder("trust.index.size", shelf, it -> it.loaded() ? count.applyAsInt(it.content()) : 0)
        .tag("of", what)
        .register(meters);
  }

  @Override
  protected void start() {
    ofRegistry.start();
    ofSanctions.start();
    ofAlliance.start();
  }

  @Override
  protected void stop() {
    ofAlliance.close();
    ofSanctions.close();
    ofRegistry.close();
  }

  /** Whether all three journals were loaded once. */
  boolean loaded() {
    return ofRegistry.wasFresh() && ofSanctions.wasFresh() && ofAlliance.wasFresh();
  }

  Subjects registry() {
    return registry.content().subjects();
  }

  Limits<Restriction> sanctions() {
    return sanctions.content().limits();
  }

  Rights alliance() {
    return alliance.content().rights();
  }

  /** How far each journal is known now. */
  AsOf asOf() {
    return new AsOf(known(ofRegistry), known(ofSanctions), known(ofAlliance));
  }

  private static Known known(Follower follower) {
    return new Known(follower.position().number(), follower.age().toMillis());
  }
}

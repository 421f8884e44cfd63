package vn.digitaltrust.gateway.trust;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.gateway.door.RequestIds;

/** Answers trust checks from the index. */
@ApplicationScoped
class Checks {
  private final TrustIndex index;
  private final Duration staleAfter;
  private final Map<Verdict, Counter> counters = new EnumMap<>(Verdict.class);

  Checks(
      TrustIndex index,
      MeterRegistry meters,
      @ConfigProperty(name = "trust.stale-after") Duration staleAfter) {
    this.index = index;
    this.staleAfter = staleAfter;
    for (Verdict verdict : Verdict.values()) {
      counters.put(verdict, meters.counter("trust.checks", "verdict", verdict.name()));
    }
  }

  /**
   * Refuses while there is nothing to answer from.
   *
   * @throws Refusal 503
   */
  void requireLoaded() {
    if (!index.loaded()) {
      throw Refusal.unavailable("index.loading");
    }
  }

  /**
   * Makes one check.
   *
   * @throws Refusal when the request is no good
   */
  Answer answer(CheckRequest request) {
    requireLoaded();
    Check check = Check.of(request, Instant.now());
    Instant at = check.question().at();
    // Age first: what is read afterwards is at least as new as the answer says.
    Map<String, TrustIndex.AsOf> asOf = index.asOf();
    RegistryContent registry = index.registry();
    Optional<UUID> named =
        check.account() != null
            ? registry.owner(check.account(), at)
            : registry.holder(check.registrationNumber());
    Subject subject = named.map(registry::canonical).orElse(null);
    Set<UUID> group = subject == null ? Set.of() : registry.group(subject.id());
    List<Measure> measures = index.sanctions().of(group);
    Verdicts.Finding finding =
        Verdicts.on(subject, measures, check.question(), index.oldest(asOf), staleAfter);
    counters.get(finding.verdict()).increment();
    AllianceContent alliance = index.alliance();
    return new Answer(
        RequestIds.next(),
        finding.verdict(),
        at,
        Answer.SubjectView.of(subject),
        finding.restrictions().stream().map(Answer.Restriction::of).toList(),
        Membership.at(at, alliance.memberships(group)),
        Certificate.at(at, alliance.certificates(group)),
        asOf);
  }
}

package vn.digitaltrust.gateway.trust;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.gateway.door.Refusal;
import vn.digitaltrust.verdict.Certificate;
import vn.digitaltrust.verdict.Measure;
import vn.digitaltrust.verdict.Membership;
import vn.digitaltrust.verdict.Rights;
import vn.digitaltrust.verdict.Subject;
import vn.digitaltrust.verdict.Subjects;
import vn.digitaltrust.verdict.Verdict;
import vn.digitaltrust.verdict.Verdicts;

/** Answers trust checks from the index. Waits for nothing, so it may run on an event loop. */
@Startup // so that its counters are seen before the first check
@ApplicationScoped
class Checks {
  private static final Subjects.Family NOBODY = new Subjects.Family(null, Set.of());

  private final TrustIndex index;
  private final Clock clock;
  private final Duration staleAfter;
  private final Map<Verdict, Counter> counters = new EnumMap<>(Verdict.class);

  Checks(
      TrustIndex index,
      Clock clock,
      MeterRegistry meters,
      @ConfigProperty(name = "trust.stale-after") Duration staleAfter) {
    this.index = index;
    this.clock = clock;
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
   * Refuses what no check could be made with, whomever it is about.
   *
   * @throws Refusal naming the first field that is wrong
   */
  void requireAskable(CheckRequest asked) {
    Check.question(asked, null, clock.instant());
  }

  /**
   * Reads a request.
   *
   * @throws Refusal naming the first field that is wrong
   */
  Check read(CheckRequest request) {
    return Check.of(request, clock.instant());
  }

  /** Looks up most of what these checks will look at, together: each is then made faster. */
  void readAhead(List<Check> next) {
    List<UUID> subjects =
        index
            .registry()
            .readAhead(next.stream().map(Check::account).filter(Objects::nonNull).toList());
    index.sanctions().readAhead(subjects);
    index.alliance().readAhead(subjects);
  }

  /**
   * Reads a request and makes the check.
   *
   * @throws Refusal when the request is no good, or nothing is known yet
   */
  Answer answer(CheckRequest request) {
    requireLoaded();
    return made(read(request));
  }

  /** Makes a check that was read some time ago, from what is known, which must be loaded. */
  Answer answer(Check check) {
    return made(check.notBefore(clock.instant()));
  }

  private Answer made(Check check) {
    Instant at = check.question().at();
    // Age first: what is read afterwards is at least as new as the answer says.
    TrustIndex.AsOf asOf = index.asOf();
    Subjects registry = index.registry();
    Subjects.Holding holding =
        check.account() == null ? null : registry.holding(check.account(), at).orElse(null);
    Optional<Subject> named =
        check.account() != null
            ? Optional.ofNullable(holding).map(Subjects.Holding::subject)
            : registry.holder(check.registrationNumber());
    Subjects.Family family = named.map(registry::family).orElse(NOBODY);
    Subject subject = family.canonical();
    List<Measure<Restriction>> measures = index.sanctions().of(family.members());
    Verdicts.Finding<Restriction> finding =
        Verdicts.on(subject, measures, check.question(), asOf.oldest(), staleAfter);
    counters.get(finding.verdict()).increment();
    Rights alliance = index.alliance();
    return new Answer(
        Ids.next(clock.instant()),
        finding.verdict(),
        at,
        Answer.SubjectView.of(subject),
        Answer.AccountView.of(holding),
        finding.restrictions().isEmpty()
            ? List.of()
            : finding.restrictions().stream().map(Measure::shown).toList(),
        Membership.at(at, alliance.memberships(family.members())),
        Certificate.at(at, alliance.certificates(family.members())),
        asOf);
  }
}

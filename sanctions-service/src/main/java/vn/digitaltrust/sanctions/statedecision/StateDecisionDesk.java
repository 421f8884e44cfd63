package vn.digitaltrust.sanctions.statedecision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.ground.GroundRef;
import vn.digitaltrust.sanctions.ground.Grounds;
import vn.digitaltrust.sanctions.measure.Imposition;
import vn.digitaltrust.sanctions.measure.MeasureTerms;
import vn.digitaltrust.sanctions.measure.Measures;
import vn.digitaltrust.sanctions.registry.Answer;
import vn.digitaltrust.sanctions.registry.Clearances;
import vn.digitaltrust.sanctions.registry.ShownName;
import vn.digitaltrust.sanctions.registry.Subjects;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.Span;
import vn.digitaltrust.vocabulary.VietnamTime;

/** The use cases of a recorded state decision. */
@ApplicationScoped
@Transactional
class StateDecisionDesk {
  private static final UUID FIRST = new UUID(0, 0);

  private final StateDecisionRepository repository;
  private final Measures measures;
  private final Grounds grounds;
  private final Subjects subjects;
  private final Clearances clearances;
  private final Access access;
  private final Journal journal;
  private final Clock clock;

  StateDecisionDesk(
      StateDecisionRepository repository,
      Measures measures,
      Grounds grounds,
      Subjects subjects,
      Clearances clearances,
      Access access,
      Journal journal,
      Clock clock) {
    this.repository = repository;
    this.measures = measures;
    this.grounds = grounds;
    this.subjects = subjects;
    this.clearances = clearances;
    this.access = access;
    this.journal = journal;
    this.clock = clock;
  }

  /** SAN-132: one that is no longer public is not found by everybody. */
  StateDecisionView read(UUID id) {
    return repository
        .findByIdOptional(id)
        .filter(this::isShown)
        .map(
            decision ->
                StateDecisionView.of(
                    decision,
                    access.name(decision.subject),
                    measures.terms(List.of(decision.measure), now()).get(decision.measure)))
        .orElseThrow(() -> Refusal.notFound("state decision", id));
  }

  private boolean isShown(StateDecision decision) {
    return decision.isPublic(now())
        || access.seesEnded(
            decision.subject, decision.authority, decision.status == StateDecision.Status.ANNULLED);
  }

  /**
   * SAN-50: to staff and authorities all but what was annulled, to others what has not ended and
   * what is their own. What was annulled is listed only to staff and its authority.
   */
  Page<StateDecisionView> list(Asked asked, String cursor, int limit) {
    boolean all = access.staff() || access.is(Roles.AUTHORITY);
    Cursor place = Cursor.of("state-decisions", asked, all ? "all" : access.person());
    String after = place.read(cursor);
    Instant now = now();
    Page<StateDecision> page =
        Page.of(
            repository.page(
                asked,
                asked.subject() == null ? null : subjects.sameAs(asked.subject()),
                access.named(asked.name()),
                new StateDecisionRepository.Reader(
                    all, access.staff(), access.authority(), access.own()),
                now,
                after == null ? FIRST : UUID.fromString(after),
                Page.limit(limit) + 1),
            limit,
            decision -> decision.id.toString(),
            place);
    Map<UUID, ShownName> names =
        access.names(page.items().stream().map(decision -> decision.subject).toList());
    Map<UUID, MeasureTerms> terms =
        measures.terms(page.items().stream().map(decision -> decision.measure).toList(), now);
    return page.map(
        decision ->
            StateDecisionView.of(
                decision, names.get(decision.subject), terms.get(decision.measure)));
  }

  /** SAN-165: which decisions a list is asked for; what is null narrows nothing. */
  record Asked(
      UUID subject,
      String name,
      String authority,
      String number,
      StateDecision.Status status,
      LocalDate issuedFrom,
      LocalDate issuedUntil) {}

  /** SAN-134: refuses what can be refused before the registry is asked and a hold is placed. */
  void check(StateDecisionRequest request) {
    requireOwn(request.authority());
    access.requireNotOwn(request.subject());
    decide(request, now());
  }

  UUID record(StateDecisionRequest request, Answer known) {
    requireOwn(request.authority());
    known.get();
    access.actOn(request.subject());
    clearances.requireNone(request.subject());
    Instant now = now();
    StateDecision decision = decide(request, now);
    decision.measure =
        measures.impose(
            Imposition.ofState(
                decision.subject,
                decision.id,
                decision.authority,
                request.measure().draft(request.ground()),
                decision.groundRef()),
            now);
    decision.publishedUntil = measures.publishedUntil(decision.measure);
    repository.persist(decision);
    tell(decision, "stateDecision.recorded");
    return decision.id;
  }

  /** The decision as it would be recorded; nothing is kept of it yet. */
  private StateDecision decide(StateDecisionRequest request, Instant now) {
    if (repository.recorded(request.authority(), request.number())) {
      throw Refusal.state("state.number-taken", request.authority(), request.number());
    }
    GroundRef ground =
        grounds.requireLawOn(request.ground(), request.issuedOn()).at(request.provision());
    request.measure().draft(request.ground()).check();
    return StateDecision.record(request, ground, access.person(), now);
  }

  private void requireOwn(String authority) {
    if (!access.actsFor(authority)) {
      throw Refusal.forbidden("state.other-authority", authority);
    }
  }

  UUID vary(UUID id, String ifMatch, ActRequest.Vary request) {
    StateDecision decision = load(id, ifMatch);
    Instant now = now();
    decision.act(StateDecisionAct.Kind.VARIED, request, access.person(), now);
    measures.varyByState(decision.measure, request.change(), now);
    tell(decision, "stateDecision.varied");
    return id;
  }

  UUID stay(UUID id, String ifMatch, ActRequest.Stay request) {
    StateDecision decision = load(id, ifMatch);
    Instant now = now();
    decision.act(StateDecisionAct.Kind.STAYED, request, access.person(), now);
    Instant start = request.from() == null ? now : VietnamTime.startOf(request.from());
    Instant starts = start.isBefore(now) ? now : start;
    Instant ends = request.until() == null ? null : VietnamTime.endOf(request.until());
    if (ends != null && !ends.isAfter(starts)) {
      throw Refusal.rule("SAN-45", "measure.days-order");
    }
    measures.stayByState(
        decision.measure, Span.inOrder(starts, ends), request.reasons(), access.person(), now);
    tell(decision, "stateDecision.stayed");
    return id;
  }

  UUID resume(UUID id, String ifMatch, ActRequest.Plain request) {
    StateDecision decision = load(id, ifMatch);
    Instant now = now();
    decision.act(StateDecisionAct.Kind.RESUMED, request, access.person(), now);
    measures.resumeByState(decision.measure, now);
    tell(decision, "stateDecision.resumed");
    return id;
  }

  UUID lift(UUID id, String ifMatch, ActRequest.Plain request) {
    StateDecision decision = load(id, ifMatch);
    Instant now = now();
    decision.act(StateDecisionAct.Kind.LIFTED, request, access.person(), now);
    measures.liftByState(decision.measure, request.reasons(), now);
    tell(decision, "stateDecision.lifted");
    return id;
  }

  UUID annul(UUID id, String ifMatch, ActRequest.Annul request) {
    StateDecision decision = load(id, ifMatch);
    Instant now = now();
    decision.act(StateDecisionAct.Kind.ANNULLED, request, access.person(), now);
    measures.annulByState(decision.measure, request.cause(), request.reasons(), now);
    tell(decision, "stateDecision.annulled");
    return id;
  }

  /** SAN-61: only its own authority. */
  private StateDecision load(UUID id, String ifMatch) {
    access.actOn(repository.subjectOf(id));
    StateDecision decision = repository.require(id);
    requireOwn(decision.authority);
    Etag.require(ifMatch, decision.version);
    return decision;
  }

  /** Read after the rows are locked, so that what waited for another change is told after it. */
  private Instant now() {
    return VietnamTime.now(clock);
  }

  /** SAN-64, SAN-103: to everybody while it is public, then to its subject. */
  void tell(StateDecision decision, String type) {
    boolean ends = decision.publishUntil(measures.publishedUntil(decision.measure));
    repository.flush();
    if (ends) {
      journal.append(
          Change.unpublished(decision.subject, "stateDecision", decision.id, decision.version));
    }
    Change whole =
        Change.of(
            type,
            decision.subject,
            "stateDecision",
            decision.id,
            decision.version,
            StateDecisionView.told(decision));
    journal.append(
        decision.unpublished
            ? whole.forParties(subjects.sameAs(decision.subject).toArray(UUID[]::new))
            : whole.until(decision.publishedUntil));
  }

  /** SAN-103: the ids of some decisions that are no longer public, which was not told yet. */
  List<UUID> ended(UUID after, int most) {
    return repository.noLongerPublic(now(), after, most);
  }

  /** SAN-103: tells that a decision is no longer public, if that was not told yet. */
  boolean tellEnded(UUID id) {
    Instant now = now();
    Optional<StateDecision> ended = repository.lockNoLongerPublic(id, now);
    ended.ifPresent(
        decision -> {
          decision.changedAt = now;
          tell(decision, "stateDecision.ended");
        });
    return ended.isPresent();
  }
}

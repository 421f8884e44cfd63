package vn.digitaltrust.sanctions.statedecision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.calendar.VietnamTime;
import vn.digitaltrust.sanctions.door.Cursor;
import vn.digitaltrust.sanctions.door.Etag;
import vn.digitaltrust.sanctions.door.Page;
import vn.digitaltrust.sanctions.door.Refusal;
import vn.digitaltrust.sanctions.ground.GroundRef;
import vn.digitaltrust.sanctions.ground.Grounds;
import vn.digitaltrust.sanctions.measure.Imposition;
import vn.digitaltrust.sanctions.measure.Interval;
import vn.digitaltrust.sanctions.measure.MeasureDraft;
import vn.digitaltrust.sanctions.measure.Measures;
import vn.digitaltrust.sanctions.registry.SubjectErased;
import vn.digitaltrust.sanctions.registry.Subjects;

/** The use cases of a recorded state decision. */
@ApplicationScoped
@Transactional
class StateDecisionDesk {
  private static final UUID FIRST = new UUID(0, 0);

  private final StateDecisionRepository repository;
  private final Measures measures;
  private final Grounds grounds;
  private final Subjects subjects;
  private final Access access;
  private final Journal journal;
  private final Clock clock;

  StateDecisionDesk(
      StateDecisionRepository repository,
      Measures measures,
      Grounds grounds,
      Subjects subjects,
      Access access,
      Journal journal,
      Clock clock) {
    this.repository = repository;
    this.measures = measures;
    this.grounds = grounds;
    this.subjects = subjects;
    this.access = access;
    this.journal = journal;
    this.clock = clock;
  }

  StateDecisionView read(UUID id) {
    return repository
        .findByIdOptional(id)
        .map(StateDecisionView::of)
        .orElseThrow(() -> Refusal.notFound("state decision", id));
  }

  /** SAN-50: what was annulled is found by its id, and not listed as a decision on the person. */
  Page<StateDecisionView> list(UUID subject, String authority, String cursor, int limit) {
    Cursor place = Cursor.of("state-decisions", subject, authority);
    String after = place.read(cursor);
    List<StateDecision> rows =
        repository.page(
            subject == null ? null : subjects.sameAs(subject),
            authority,
            after == null ? FIRST : UUID.fromString(after),
            Page.limit(limit) + 1);
    String next = rows.size() > limit ? place.after(rows.get(limit - 1).id.toString()) : null;
    return new Page<>(
        rows.stream()
            .limit(limit)
            .filter(
                decision ->
                    decision.status != StateDecision.Status.ANNULLED
                        || access.staff()
                        || access.actsFor(decision.authority))
            .map(StateDecisionView::of)
            .toList(),
        next);
  }

  UUID record(StateDecisionRequest request) {
    if (!access.actsFor(request.authority())) {
      throw Refusal.forbidden("state.other-authority", request.authority());
    }
    Instant now = VietnamTime.now(clock);
    if (repository.recorded(request.authority(), request.number())) {
      throw Refusal.state("state.number-taken", request.authority(), request.number());
    }
    GroundRef ground =
        grounds.requireLawOn(request.ground(), request.issuedOn()).at(request.provision());
    MeasureDraft draft = request.measure().draft(request.ground());
    draft.check();
    StateDecision decision = StateDecision.record(request, ground, access.person(), now);
    decision.measure =
        measures.impose(
            Imposition.ofState(decision.subject, decision.id, decision.authority, draft, ground),
            now);
    repository.persist(decision);
    tell(decision, "stateDecision.recorded");
    return decision.id;
  }

  UUID vary(UUID id, String ifMatch, ActRequest.Vary request) {
    Instant now = VietnamTime.now(clock);
    StateDecision decision = act(id, ifMatch, StateDecisionAct.Kind.VARIED, request, now);
    measures.varyByState(decision.measure, request.change(), now);
    tell(decision, "stateDecision.varied");
    return id;
  }

  UUID stay(UUID id, String ifMatch, ActRequest.Stay request) {
    Instant now = VietnamTime.now(clock);
    StateDecision decision = act(id, ifMatch, StateDecisionAct.Kind.STAYED, request, now);
    Instant start = request.from() == null ? now : VietnamTime.startOf(request.from());
    Instant starts = start.isBefore(now) ? now : start;
    Instant ends = request.until() == null ? null : VietnamTime.endOf(request.until());
    if (ends != null && !ends.isAfter(starts)) {
      throw Refusal.rule("SAN-45", "measure.days-order");
    }
    measures.stayByState(
        decision.measure, new Interval(starts, ends), request.reasons(), access.person(), now);
    tell(decision, "stateDecision.stayed");
    return id;
  }

  UUID resume(UUID id, String ifMatch, ActRequest.Plain request) {
    Instant now = VietnamTime.now(clock);
    StateDecision decision = act(id, ifMatch, StateDecisionAct.Kind.RESUMED, request, now);
    measures.resumeByState(decision.measure, now);
    tell(decision, "stateDecision.resumed");
    return id;
  }

  UUID lift(UUID id, String ifMatch, ActRequest.Plain request) {
    Instant now = VietnamTime.now(clock);
    StateDecision decision = act(id, ifMatch, StateDecisionAct.Kind.LIFTED, request, now);
    measures.liftByState(decision.measure, request.reasons(), now);
    tell(decision, "stateDecision.lifted");
    return id;
  }

  UUID annul(UUID id, String ifMatch, ActRequest.Annul request) {
    Instant now = VietnamTime.now(clock);
    StateDecision decision = act(id, ifMatch, StateDecisionAct.Kind.ANNULLED, request, now);
    measures.annulByState(decision.measure, request.cause(), request.reasons(), now);
    tell(decision, "stateDecision.annulled");
    return id;
  }

  /** SAN-72: tells what remains of the decisions on an erased subject. */
  void on(@Observes SubjectErased erased) {
    for (StateDecision decision : repository.about(erased.ids())) {
      repository.touch(decision);
      decision.changedAt = erased.at();
      tell(decision, "stateDecision.varied");
    }
  }

  /** SAN-61: only its own authority. */
  private StateDecision act(
      UUID id, String ifMatch, StateDecisionAct.Kind kind, ActRequest request, Instant now) {
    StateDecision decision = repository.require(id);
    if (!access.actsFor(decision.authority)) {
      throw Refusal.forbidden("state.other-authority", decision.authority);
    }
    Etag.require(ifMatch, decision.version);
    decision.act(kind, request, access.person(), now);
    return decision;
  }

  private void tell(StateDecision decision, String type) {
    repository.flush();
    journal.append(
        Change.of(
            type,
            decision.subject,
            "stateDecision",
            decision.id,
            decision.version,
            StateDecisionView.of(decision)));
  }
}

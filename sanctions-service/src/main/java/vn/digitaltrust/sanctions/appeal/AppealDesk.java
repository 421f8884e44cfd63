package vn.digitaltrust.sanctions.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.casefile.CaseFiles;
import vn.digitaltrust.sanctions.measure.Measures;
import vn.digitaltrust.sanctions.registry.Subjects;
import vn.digitaltrust.vocabulary.Span;
import vn.digitaltrust.vocabulary.VietnamTime;

/** The use cases of an appeal. */
@ApplicationScoped
@Transactional
class AppealDesk {
  private final AppealRepository repository;
  private final CaseFiles cases;
  private final Measures measures;
  private final Subjects subjects;
  private final Access access;
  private final Journal journal;
  private final Clock clock;

  AppealDesk(
      AppealRepository repository,
      CaseFiles cases,
      Measures measures,
      Subjects subjects,
      Access access,
      Journal journal,
      Clock clock) {
    this.repository = repository;
    this.cases = cases;
    this.measures = measures;
    this.subjects = subjects;
    this.access = access;
    this.journal = journal;
    this.clock = clock;
  }

  UUID lodge(UUID caseId, String ifMatch, AppealRequest request) {
    UUID subject = cases.holdForAppeal(caseId, ifMatch, access);
    Instant now = now();
    UUID id = Ids.next(now);
    cases.appeal(caseId, id, access.person(), now);
    Appeal appeal = Appeal.lodge(id, caseId, subject, request.text(), access.person(), now);
    repository.persist(appeal);
    tell(appeal, "appeal.lodged", AppealState.Step.by(access.person(), now, request.text()));
    return id;
  }

  UUID stay(UUID id, String ifMatch, StayRequest request) {
    Appeal appeal = load(id, ifMatch);
    Instant now = now();
    appeal.stay(access.person(), impartial(appeal), now);
    measures.stay(
        appeal.caseId,
        id,
        request.measures(),
        interval(request.from(), request.until(), now),
        request.reasons(),
        access.person(),
        now);
    tell(appeal, "appeal.stayed", AppealState.Step.by(access.person(), now, request.reasons()));
    return id;
  }

  UUID vote(UUID id, String ifMatch, VoteRequest request) {
    Appeal appeal = load(id, ifMatch);
    Instant now = now();
    Finding finding = request.finding();
    appeal.vote(finding, request.reasons(), access.person(), impartial(appeal), now);
    finding
        .variations()
        .forEach(it -> measures.checkVariation(appeal.caseId, it.measure(), it.change(), now));
    tell(appeal, "appeal.voted", AppealState.Step.of(appeal.votes.get(appeal.votes.size() - 1)));
    return id;
  }

  UUID rule(UUID id, String ifMatch, RulingRequest request) {
    Appeal appeal = load(id, ifMatch);
    Instant now = now();
    Set<String> panel = appeal.rule(request.reasons(), access.person(), impartial(appeal), now);
    switch (appeal.outcome) {
      case UPHELD -> {}
      case VARIED ->
          appeal.variations.forEach(
              it -> measures.varyOnAppeal(appeal.caseId, it.measure(), it.change(), now));
      case ANNULLED -> measures.annulCase(appeal.caseId, appeal.cause, request.reasons(), now);
    }
    measures.endStays(appeal.caseId, now);
    cases.ruled(appeal.caseId, panel, now);
    tell(appeal, "appeal.ruled", AppealState.Step.by(access.person(), now, request.reasons()));
    return id;
  }

  UUID withdraw(UUID id, String ifMatch) {
    AppealRepository.Origin origin = repository.origin(id);
    access.actAs(origin.subject(), "appeal", id);
    Appeal appeal = locked(id, origin, ifMatch);
    Instant now = now();
    if (!appeal.withdraw(access.person(), access.speaking(), now)) {
      tell(appeal, "appeal.withdrawal-declared", AppealState.Step.by(access.person(), now));
      return id;
    }
    measures.endStays(appeal.caseId, now);
    cases.ruled(appeal.caseId, Set.of(), now);
    tell(appeal, "appeal.withdrawn", AppealState.Step.by(access.person(), now));
    return id;
  }

  private static Span interval(LocalDate from, LocalDate until, Instant now) {
    Instant start = from == null ? now : VietnamTime.startOf(from);
    Instant starts = start.isBefore(now) ? now : start;
    Instant ends = until == null ? null : VietnamTime.endOf(until);
    if (ends != null && !ends.isAfter(starts)) {
      throw Refusal.rule("SAN-45", "measure.days-order");
    }
    return Span.inOrder(starts, ends);
  }

  private Predicate<String> impartial(Appeal appeal) {
    return person -> cases.tookNoPart(appeal.caseId, person);
  }

  private Appeal load(UUID id, String ifMatch) {
    AppealRepository.Origin origin = repository.origin(id);
    access.actOn(origin.subject());
    Appeal appeal = locked(id, origin, ifMatch);
    cases.requireNotReportedForCaller(origin.caseId());
    return appeal;
  }

  /** The same order for everybody: the subject, its case, the appeal, the measures. */
  private Appeal locked(UUID id, AppealRepository.Origin origin, String ifMatch) {
    cases.hold(origin.caseId());
    Appeal appeal = repository.require(id);
    Etag.require(ifMatch, appeal.version);
    return appeal;
  }

  /** Read after the rows are locked, so that what waited for another change is told after it. */
  private Instant now() {
    return VietnamTime.now(clock);
  }

  /** SAN-38: what was done, to those who watch and, as far as it concerns it, to the subject. */
  void tell(Appeal appeal, String type, AppealState.Step step) {
    repository.flush();
    journal.append(change(appeal, type, step).internal());
    journal.append(
        change(appeal, type, step == null ? null : step.forSubject(type))
            .forParties(subjects.sameAs(appeal.subject).toArray(UUID[]::new)));
  }

  private static Change change(Appeal appeal, String type, AppealState.Step step) {
    return Change.of(
        type, appeal.subject, "appeal", appeal.id, appeal.version, AppealState.of(appeal, step));
  }
}

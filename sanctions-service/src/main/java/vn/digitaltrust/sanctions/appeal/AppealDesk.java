package vn.digitaltrust.sanctions.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.calendar.VietnamTime;
import vn.digitaltrust.sanctions.casefile.CaseFiles;
import vn.digitaltrust.sanctions.door.Etag;
import vn.digitaltrust.sanctions.door.Ids;
import vn.digitaltrust.sanctions.door.Refusal;
import vn.digitaltrust.sanctions.measure.Interval;
import vn.digitaltrust.sanctions.measure.Measures;
import vn.digitaltrust.sanctions.registry.SubjectErased;
import vn.digitaltrust.sanctions.registry.Subjects;

/** The use cases of an appeal. */
@ApplicationScoped
@Transactional
class AppealDesk {
  private final AppealRepository repository;
  private final CaseFiles cases;
  private final Measures measures;
  private final Subjects subjects;
  private final Access access;
  private final AccessLog accessLog;
  private final Journal journal;
  private final Clock clock;

  AppealDesk(
      AppealRepository repository,
      CaseFiles cases,
      Measures measures,
      Subjects subjects,
      Access access,
      AccessLog accessLog,
      Journal journal,
      Clock clock) {
    this.repository = repository;
    this.cases = cases;
    this.measures = measures;
    this.subjects = subjects;
    this.access = access;
    this.accessLog = accessLog;
    this.journal = journal;
    this.clock = clock;
  }

  AppealView read(UUID id) {
    boolean staff = access.staff();
    Appeal appeal =
        repository
            .findByIdOptional(id)
            .filter(it -> staff || access.speaksFor(it.subject))
            .orElseThrow(() -> Refusal.notFound("appeal", id));
    accessLog.read("appeal", appeal.subject);
    return AppealView.of(appeal, staff);
  }

  UUID lodge(UUID caseId, String ifMatch, AppealRequest request) {
    Instant now = VietnamTime.now(clock);
    UUID id = Ids.next(now);
    UUID subject = cases.appeal(caseId, ifMatch, id, access, now);
    Appeal appeal = Appeal.lodge(id, caseId, subject, request.text(), access.person(), now);
    repository.persist(appeal);
    tell(appeal, "appeal.lodged");
    return id;
  }

  UUID stay(UUID id, String ifMatch, StayRequest request) {
    Instant now = VietnamTime.now(clock);
    Appeal appeal = load(id, ifMatch);
    appeal.stay(access.person(), impartial(appeal), now);
    measures.stay(
        appeal.caseId,
        id,
        request.measures(),
        interval(request.from(), request.until(), now),
        request.reasons(),
        access.person(),
        now);
    tell(appeal, "appeal.stayed");
    return id;
  }

  UUID vote(UUID id, String ifMatch, VoteRequest request) {
    Appeal appeal = load(id, ifMatch);
    appeal.vote(
        request.outcome(),
        request.reasons(),
        access.person(),
        impartial(appeal),
        VietnamTime.now(clock));
    tell(appeal, "appeal.voted");
    return id;
  }

  UUID rule(UUID id, String ifMatch, RulingRequest request) {
    Instant now = VietnamTime.now(clock);
    Appeal appeal = load(id, ifMatch);
    Set<String> panel = appeal.rule(request.reasons(), access.person(), impartial(appeal), now);
    requireOnlyWhatFits(appeal.outcome, request);
    switch (appeal.outcome) {
      case UPHELD -> {}
      case VARIED ->
          request
              .variations()
              .forEach(it -> measures.varyOnAppeal(appeal.caseId, it.measure(), it.change(), now));
      case ANNULLED -> measures.annulCase(appeal.caseId, request.cause(), request.reasons(), now);
    }
    measures.endStays(appeal.caseId, now);
    cases.ruled(appeal.caseId, panel, now);
    tell(appeal, "appeal.ruled");
    return id;
  }

  UUID withdraw(UUID id, String ifMatch) {
    Instant now = VietnamTime.now(clock);
    Appeal appeal = repository.require(id);
    if (!access.speaksFor(appeal.subject)) {
      throw Refusal.notFound("appeal", id);
    }
    Etag.require(ifMatch, appeal.version);
    appeal.withdraw(access.person(), now);
    measures.endStays(appeal.caseId, now);
    cases.ruled(appeal.caseId, Set.of(), now);
    tell(appeal, "appeal.withdrawn");
    return id;
  }

  /** SAN-72: tells what remains of the appeals of an erased subject. */
  void on(@Observes SubjectErased erased) {
    for (Appeal appeal : repository.about(erased.ids())) {
      repository.touch(appeal);
      appeal.changedAt = erased.at();
      tell(appeal, "appeal.erased");
    }
  }

  private static void requireOnlyWhatFits(Outcome outcome, RulingRequest request) {
    if ((outcome == Outcome.ANNULLED) != (request.cause() != null)) {
      throw Refusal.rule("SAN-32", "appeal.cause-for-annulment");
    }
    if ((outcome == Outcome.VARIED) == request.variations().isEmpty()) {
      throw Refusal.rule("SAN-32", "appeal.variations-for-varied");
    }
  }

  private static Interval interval(LocalDate from, LocalDate until, Instant now) {
    Instant start = from == null ? now : VietnamTime.startOf(from);
    Instant starts = start.isBefore(now) ? now : start;
    Instant ends = until == null ? null : VietnamTime.endOf(until);
    if (ends != null && !ends.isAfter(starts)) {
      throw Refusal.rule("SAN-45", "measure.days-order");
    }
    return new Interval(starts, ends);
  }

  private Predicate<String> impartial(Appeal appeal) {
    return person -> cases.tookNoPart(appeal.caseId, person);
  }

  private Appeal load(UUID id, String ifMatch) {
    Appeal appeal = repository.require(id);
    Etag.require(ifMatch, appeal.version);
    return appeal;
  }

  private void tell(Appeal appeal, String type) {
    repository.flush();
    Change change =
        Change.of(
            type, appeal.subject, "appeal", appeal.id, appeal.version, AppealView.of(appeal, true));
    journal.append(change.internal());
    journal.append(
        Change.of(
                type,
                appeal.subject,
                "appeal",
                appeal.id,
                appeal.version,
                AppealView.of(appeal, false))
            .forParties(subjects.sameAs(appeal.subject).toArray(UUID[]::new)));
  }
}

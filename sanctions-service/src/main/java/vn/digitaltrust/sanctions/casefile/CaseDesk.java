package vn.digitaltrust.sanctions.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.calendar.WorkingCalendar;
import vn.digitaltrust.sanctions.ground.Grounds;
import vn.digitaltrust.sanctions.measure.Imposition;
import vn.digitaltrust.sanctions.measure.MeasureDraft;
import vn.digitaltrust.sanctions.measure.Measures;
import vn.digitaltrust.sanctions.registry.Answer;
import vn.digitaltrust.sanctions.registry.Clearances;
import vn.digitaltrust.sanctions.registry.Writing;
import vn.digitaltrust.sanctions.report.Reports;
import vn.digitaltrust.vocabulary.VietnamTime;

/** The use cases of a case. */
@ApplicationScoped
@Transactional
class CaseDesk {
  private final CaseRepository repository;
  private final CaseFiles files;
  private final Reports reports;
  private final Measures measures;
  private final Grounds grounds;
  private final WorkingCalendar calendar;
  private final Access access;
  private final Writing writing;
  private final Clearances clearances;
  private final Clock clock;

  CaseDesk(
      CaseRepository repository,
      CaseFiles files,
      Reports reports,
      Measures measures,
      Grounds grounds,
      WorkingCalendar calendar,
      Access access,
      Writing writing,
      Clearances clearances,
      Clock clock) {
    this.repository = repository;
    this.files = files;
    this.reports = reports;
    this.measures = measures;
    this.grounds = grounds;
    this.calendar = calendar;
    this.access = access;
    this.writing = writing;
    this.clearances = clearances;
    this.clock = clock;
  }

  /** SAN-134: refuses what can be refused before the registry is asked and a hold is placed. */
  void check(CaseRequest request) {
    access.requireNotOwn(request.subject());
    reports.check(request.subject(), request.reports());
  }

  UUID open(CaseRequest request, Answer known) {
    known.get();
    reports.hold(request.subject(), request.reports());
    access.actOn(request.subject());
    clearances.requireNone(request.subject());
    Instant now = now();
    CaseFile file = CaseFile.open(request, access.reporter(), now);
    repository.persist(file);
    repository.flush();
    file.reportedBy(reports.takeInto(file.id, file.subject, request.reports()), now);
    files.tell(file, "case.opened", CaseStep.by(access.person(), now, null));
    return file.id;
  }

  UUID notify(UUID id, String ifMatch, NoticeRequest request) {
    CaseFile file = load(id, ifMatch);
    Instant now = now();
    LocalDate today = VietnamTime.dayOf(now);
    LocalDate opened = VietnamTime.dayOf(file.openedAt);
    for (Allegation allegation : request.allegations()) {
      LocalDate actOn = allegation.onDay(opened).actOn();
      if (actOn.isAfter(today)) {
        throw Refusal.rule("SAN-14", "case.act-in-future", actOn.toString());
      }
      grounds.requireValidOn(allegation.ground(), actOn);
    }
    file.notify(request, access.person(), calendar.workingDays(), now);
    files.tell(file, "case.notified", CaseStep.of(last(file.notices)));
    return id;
  }

  UUID respond(UUID id, String ifMatch, SubjectResponseRequest request) {
    CaseFile file = files.ofSubject(id, ifMatch, access);
    file.respond(request, access.person(), access.speaking(), now());
    files.tell(file, "case.responded", CaseStep.of(last(file.responses)));
    return id;
  }

  UUID propose(UUID id, String ifMatch, ProposalRequest request) {
    CaseFile file = load(id, ifMatch);
    file.propose(request, access.person(), now());
    files.tell(file, "case.proposed", CaseStep.of(last(file.proposals)));
    return id;
  }

  UUID decide(UUID id, String ifMatch, DecisionRequest request) {
    CaseFile file = load(id, ifMatch);
    file.requireNotReportedFor(access::belongsTo);
    Instant now = now();
    List<MeasureDraft> decided = file.decide(request, access.person(), calendar.workingDays(), now);
    if (request.outcome() != Decision.Outcome.RETURNED) {
      measures.endInterim(id, request.reasons(), now);
    }
    for (MeasureDraft draft : decided) {
      impose(file, draft, null, now);
    }
    files.tell(
        file,
        switch (request.outcome()) {
          case APPROVED -> "case.decided";
          case RETURNED -> "case.returned";
          case DISMISSED -> "case.dismissed";
        },
        CaseStep.of(last(file.decisions)));
    return id;
  }

  UUID imposeInterim(UUID id, String ifMatch, InterimRequest request) {
    CaseFile file = load(id, ifMatch);
    file.requireNotReportedFor(access::belongsTo);
    Instant now = now();
    MeasureDraft draft = request.measure();
    grounds.requireValidOn(draft.ground(), VietnamTime.dayOf(now));
    CaseBounds.requireRoomForInterim(
        measures.ofCases(List.of(id), true).getOrDefault(id, List.of()));
    file.imposeInterim(draft, request.reasons(), access.person(), calendar.workingDays(), now);
    impose(file, draft, request.reasons(), now);
    files.tell(file, "case.interim-imposed", CaseStep.by(access.person(), now, request.reasons()));
    return id;
  }

  /**
   * SAN-22: the only thing that can be done in a matter of one's own is to step aside, once one may
   * know of it.
   */
  UUID declareInterest(UUID id, String ifMatch, InterestRequest request) {
    writing.about(repository.subjectOf(id));
    CaseFile file = repository.require(id);
    if (!access.staffOn(file.subject) && !file.knownToSubject()) {
      throw Refusal.notFound("case", id);
    }
    Etag.require(ifMatch, file.version);
    Instant now = now();
    file.declareInterest(access.person(), request.reason(), now);
    files.tell(
        file,
        "case.interest-declared",
        CaseStep.by(access.person(), now, request.reason()).internal());
    return id;
  }

  UUID withdraw(UUID id, String ifMatch, ReasonsRequest request) {
    CaseFile file = load(id, ifMatch);
    Instant now = now();
    file.withdraw(access.person(), request.reasons(), now);
    measures.endInterim(id, request.reasons(), now);
    files.tell(file, "case.withdrawn", CaseStep.by(access.person(), now, request.reasons()));
    return id;
  }

  UUID close(UUID id, String ifMatch, ReasonsRequest request) {
    CaseFile file = load(id, ifMatch);
    Instant now = now();
    file.close(access.person(), request.reasons(), now);
    files.tell(file, "case.closed", CaseStep.by(access.person(), now, request.reasons()));
    return id;
  }

  private static <T> T last(List<T> acts) {
    return acts.get(acts.size() - 1);
  }

  private CaseFile load(UUID id, String ifMatch) {
    access.actOn(repository.subjectOf(id));
    CaseFile file = repository.require(id);
    Etag.require(ifMatch, file.version);
    return file;
  }

  /** Read after the rows are locked, so that what waited for another change is told after it. */
  private Instant now() {
    return VietnamTime.now(clock);
  }

  /**
   * @param urgency why it cannot wait for the decision, or null for what was decided
   */
  private void impose(CaseFile file, MeasureDraft draft, String urgency, Instant now) {
    measures.impose(
        Imposition.ofCase(
            file.subject,
            file.id,
            urgency,
            draft,
            grounds.requireKnown(draft.ground()),
            file.statement()),
        now);
  }
}

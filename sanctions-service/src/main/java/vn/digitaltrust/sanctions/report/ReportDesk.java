package vn.digitaltrust.sanctions.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.door.Cursor;
import vn.digitaltrust.door.Page;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.ground.Grounds;
import vn.digitaltrust.sanctions.registry.Answer;
import vn.digitaltrust.sanctions.registry.ShownName;
import vn.digitaltrust.sanctions.registry.Subjects;
import vn.digitaltrust.sanctions.registry.Writing;
import vn.digitaltrust.vocabulary.Roles;
import vn.digitaltrust.vocabulary.VietnamTime;

@ApplicationScoped
@Transactional
class ReportDesk {
  private static final UUID FIRST = new UUID(0, 0);

  private final ReportRepository repository;
  private final Reports reports;
  private final Grounds grounds;
  private final Subjects subjects;
  private final Access access;
  private final Writing writing;
  private final AccessLog accessLog;
  private final Clock clock;

  ReportDesk(
      ReportRepository repository,
      Reports reports,
      Grounds grounds,
      Subjects subjects,
      Access access,
      Writing writing,
      AccessLog accessLog,
      Clock clock) {
    this.repository = repository;
    this.reports = reports;
    this.grounds = grounds;
    this.subjects = subjects;
    this.access = access;
    this.writing = writing;
    this.accessLog = accessLog;
    this.clock = clock;
  }

  UUID receive(ReportRequest request, Answer known) {
    known.get();
    writing.about(request.subject());
    requireOwnSource(request.source());
    if (request.ground() != null) {
      grounds.requireKnown(request.ground());
    }
    Report report =
        Report.receive(request, access.person(), access.member(), VietnamTime.now(clock));
    repository.persist(report);
    reports.tell(report, "report.received");
    return report.id;
  }

  ReportView read(UUID id) {
    Report report =
        repository
            .findByIdOptional(id)
            .filter(this::visible)
            .orElseThrow(() -> Refusal.notFound("report", id));
    accessLog.read("report", report.subject);
    return ReportView.of(report, access.name(report.subject), access.staffOn(report.subject));
  }

  /** SAN-162: the reports that a reader may see, as far as it asks for them. */
  Page<ReportView> list(
      UUID subject,
      ReportView.Status status,
      String name,
      Instant receivedBefore,
      String cursor,
      int limit) {
    ReportRepository.Own own =
        new ReportRepository.Own(access.staff(), access.own(), access.person(), access.member());
    Cursor place =
        Cursor.of("reports", own.staff(), own.person(), subject, status, name, receivedBefore);
    String after = place.read(cursor);
    var filter =
        new ReportRepository.Filter(
            subject == null ? null : subjects.sameAs(subject),
            status,
            access.named(name),
            receivedBefore);
    Page<Report> page =
        Page.of(
            repository.page(
                filter, own, after == null ? FIRST : UUID.fromString(after), Page.limit(limit) + 1),
            limit,
            report -> report.id.toString(),
            place);
    page.items().forEach(report -> accessLog.read("report", report.subject));
    Map<UUID, ShownName> names =
        access.names(page.items().stream().map(report -> report.subject).toList());
    return page.map(
        report ->
            ReportView.of(
                report,
                names.get(report.subject),
                own.staff() && !own.subjects().contains(report.subject)));
  }

  private boolean visible(Report report) {
    return access.staffOn(report.subject) || access.reported(report.reportedBy, report.member);
  }

  /** SAN-3: a reporter speaks for itself. */
  private void requireOwnSource(Source source) {
    boolean own =
        switch (source) {
          case AUTHORITY -> access.is(Roles.AUTHORITY);
          case OWN_INITIATIVE -> access.is(Roles.CASE_OFFICER);
          case TRUSTED_FLAGGER -> access.is(Roles.PLATFORM) || access.is(Roles.PRESS);
          case OTHER_NOTIFICATION -> true;
        };
    if (!own) {
      throw Refusal.rule("SAN-3", "report.source-not-own", source);
    }
  }
}

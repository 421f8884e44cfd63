package vn.digitaltrust.sanctions.report;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.sanctions.registry.Remaining;
import vn.digitaltrust.sanctions.registry.Remains;
import vn.digitaltrust.sanctions.registry.SubjectErased;

/** SAN-72: erases the texts of reports about a subject, and tells what remains of them. */
@ApplicationScoped
class ErasedReports implements Remaining {
  private static final int PLACE = 5;

  private final ReportRepository repository;
  private final Reports reports;
  private final Remains remains;

  ErasedReports(ReportRepository repository, Reports reports, Remains remains) {
    this.repository = repository;
    this.reports = reports;
    this.remains = remains;
  }

  void erase(@Observes @Priority(PLACE) SubjectErased erased) {
    remains.tell(this, erased, repository.eraseTexts(erased.subject()));
  }

  @Override
  public String aggregate() {
    return "report";
  }

  @Override
  public int place() {
    return PLACE;
  }

  @Override
  public void tellRemains(UUID id, Instant at) {
    Report report = repository.require(id);
    repository.touch(report);
    reports.tell(report, "report.erased");
  }
}

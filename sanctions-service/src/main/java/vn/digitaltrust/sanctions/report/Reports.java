package vn.digitaltrust.sanctions.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.sanctions.door.Refusal;
import vn.digitaltrust.sanctions.registry.SubjectErased;
import vn.digitaltrust.sanctions.registry.Subjects;

/** What a case does with reports, inside its transaction. */
@ApplicationScoped
public class Reports {
  private final ReportRepository repository;
  private final Subjects subjects;
  private final Journal journal;

  Reports(ReportRepository repository, Subjects subjects, Journal journal) {
    this.repository = repository;
    this.subjects = subjects;
    this.journal = journal;
  }

  /**
   * Takes reports into a case.
   *
   * @return who reported
   * @throws Refusal 422 SAN-4 when a report does not exist or concerns somebody else, 409 when it
   *     is in a case already
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<String> takeInto(UUID caseId, UUID subject, Collection<UUID> ids) {
    Set<String> reporters = new LinkedHashSet<>();
    for (UUID id : ids) {
      Report report =
          repository
              .findByIdOptional(id)
              .orElseThrow(() -> Refusal.rule("SAN-4", "report.unknown", id));
      if (!subjects.same(report.subject, subject)) {
        throw Refusal.rule("SAN-4", "report.other-subject", id);
      }
      report.takeInto(caseId);
      tell(report, "report.taken");
      reporters.add(report.reportedBy);
    }
    return reporters;
  }

  /** The reports that were taken into a case. */
  public List<UUID> of(UUID caseId) {
    return repository.list("caseId = ?1 order by id", caseId).stream()
        .map(report -> report.id)
        .toList();
  }

  /** SAN-72: tells what remains of the reports about an erased subject. */
  void on(@Observes SubjectErased erased) {
    for (Report report : repository.about(erased.ids())) {
      repository.touch(report);
      tell(report, "report.erased");
    }
  }

  void tell(Report report, String type) {
    repository.flush();
    journal.append(
        Change.of(
                type,
                report.subject,
                "report",
                report.id,
                report.version,
                ReportView.of(report, true))
            .internal());
  }
}

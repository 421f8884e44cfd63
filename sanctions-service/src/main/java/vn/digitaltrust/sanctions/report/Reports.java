package vn.digitaltrust.sanctions.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.sanctions.access.Reporter;
import vn.digitaltrust.sanctions.registry.Subjects;
import vn.digitaltrust.sanctions.registry.Writing;

/** What a case does with reports, inside its transaction. */
@ApplicationScoped
public class Reports {
  private final ReportRepository repository;
  private final Subjects subjects;
  private final Writing writing;
  private final Journal journal;

  Reports(ReportRepository repository, Subjects subjects, Writing writing, Journal journal) {
    this.repository = repository;
    this.subjects = subjects;
    this.writing = writing;
    this.journal = journal;
  }

  /**
   * SAN-74: begins to write about a subject and about those whom reports name, which may be other
   * ids of the same person.
   *
   * @throws Refusal 422 SAN-4 when a report does not exist
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void hold(UUID subject, Collection<UUID> ids) {
    writing.about(
        Stream.concat(
                Stream.of(subject),
                ids.stream().map(id -> repository.subjectOf(id).orElseThrow(() -> unknown(id))))
            .toList());
  }

  /**
   * Takes reports into a case. Everybody whom they are about is held already.
   *
   * @return who reported
   * @throws Refusal 422 SAN-4 when a report concerns somebody else, 409 when it is in a case
   *     already
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<Reporter> takeInto(UUID caseId, UUID subject, Collection<UUID> ids) {
    Set<Reporter> reporters = new LinkedHashSet<>();
    for (UUID id : new TreeSet<>(ids)) {
      Report report = repository.require(id);
      requireAbout(subject, report);
      report.takeInto(caseId);
      tell(report, "report.taken");
      reporters.add(new Reporter(report.reportedBy, report.member));
    }
    return reporters;
  }

  /**
   * As {@link #hold} and {@link #takeInto}, without taking or holding anything.
   *
   * @throws Refusal as they do
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void check(UUID subject, Collection<UUID> ids) {
    for (UUID id : ids) {
      Report report = repository.findByIdOptional(id).orElseThrow(() -> unknown(id));
      requireAbout(subject, report);
      report.requireFree();
    }
  }

  private void requireAbout(UUID subject, Report report) {
    if (!subjects.same(report.subject, subject)) {
      throw Refusal.rule("SAN-4", "report.other-subject", report.id);
    }
  }

  private static Refusal unknown(UUID id) {
    return Refusal.rule("SAN-4", "report.unknown", id);
  }

  /** The reports that were taken into each of these cases. */
  public Map<UUID, List<UUID>> of(Collection<UUID> cases) {
    return repository.ofCases(cases);
  }

  void tell(Report report, String type) {
    repository.flush();
    journal.append(
        Change.of(type, report.subject, "report", report.id, report.version, ReportState.of(report))
            .internal());
  }
}

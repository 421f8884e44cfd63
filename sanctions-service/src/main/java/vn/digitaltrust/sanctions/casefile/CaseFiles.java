package vn.digitaltrust.sanctions.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.door.Etag;
import vn.digitaltrust.sanctions.door.Refusal;
import vn.digitaltrust.sanctions.measure.Impartiality;
import vn.digitaltrust.sanctions.measure.Measures;
import vn.digitaltrust.sanctions.registry.SubjectErased;
import vn.digitaltrust.sanctions.registry.Subjects;
import vn.digitaltrust.sanctions.report.Reports;

/** What appeals and measures do with a case, inside their transaction, and how a case is told. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CaseFiles implements Impartiality {
  private final CaseRepository repository;
  private final Reports reports;
  private final Measures measures;
  private final Subjects subjects;
  private final Journal journal;

  CaseFiles(
      CaseRepository repository,
      Reports reports,
      Measures measures,
      Subjects subjects,
      Journal journal) {
    this.repository = repository;
    this.reports = reports;
    this.measures = measures;
    this.subjects = subjects;
    this.journal = journal;
  }

  /**
   * SAN-30: the subject appeals against the decision of its case.
   *
   * @return the subject of the case
   * @throws Refusal 404 when the case is not the caller's, 409 when it cannot be appealed, 422 when
   *     it is too late
   */
  public UUID appeal(UUID id, String ifMatch, UUID appeal, Access access, Instant now) {
    CaseFile file = repository.require(id);
    if (!file.knownToSubject() || !access.speaksFor(file.subject)) {
      throw Refusal.notFound("case", id);
    }
    Etag.require(ifMatch, file.version);
    file.appeal(appeal, access.person(), now);
    tell(file, "case.appealed");
    return file.subject;
  }

  /** The appeal is over. */
  public void ruled(UUID id, Set<String> panel, Instant now) {
    CaseFile file = repository.require(id);
    file.ruled(panel, now);
    tell(file, "case.ruled");
  }

  /** SAN-31: whether a person took no part in the case before the appeal. */
  public boolean tookNoPart(UUID id, String person) {
    return repository.require(id).tookNoPart(person);
  }

  @Override
  public void acts(UUID id, String person, Act act, Instant now) {
    CaseFile file = repository.require(id);
    file.actsOnMeasure(person, Part.valueOf(act.name()), now);
    tell(file, "case.measure-changed");
  }

  /** SAN-72: tells what remains of the cases about an erased subject. */
  void on(@Observes SubjectErased erased) {
    for (CaseFile file : repository.about(erased.ids())) {
      repository.touch(file);
      file.changedAt = erased.at();
      tell(file, "case.erased");
    }
  }

  CaseView view(CaseFile file, boolean staff) {
    return CaseView.of(
        file,
        reports.of(file.id),
        measures.ofCase(file.id, false),
        measures.ofCase(file.id, true),
        staff);
  }

  /**
   * SAN-17: everything to those who watch, the subject's part to the subject, nothing to others.
   */
  void tell(CaseFile file, String type) {
    repository.flush();
    Change change = Change.of(type, file.subject, "case", file.id, file.version, view(file, true));
    journal.append(change.internal());
    if (file.knownToSubject()) {
      journal.append(
          Change.of(type, file.subject, "case", file.id, file.version, view(file, false))
              .forParties(subjects.sameAs(file.subject).toArray(UUID[]::new)));
    }
  }
}

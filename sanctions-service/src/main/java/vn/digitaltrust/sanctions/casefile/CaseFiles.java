package vn.digitaltrust.sanctions.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import vn.digitaltrust.door.Etag;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.sanctions.access.Access;
import vn.digitaltrust.sanctions.measure.Impartiality;
import vn.digitaltrust.sanctions.measure.Measures;
import vn.digitaltrust.sanctions.registry.ShownName;
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
  private final Access access;
  private final Journal journal;

  CaseFiles(
      CaseRepository repository,
      Reports reports,
      Measures measures,
      Subjects subjects,
      Access access,
      Journal journal) {
    this.repository = repository;
    this.reports = reports;
    this.measures = measures;
    this.subjects = subjects;
    this.access = access;
    this.journal = journal;
  }

  /**
   * SAN-90: a case of the caller's own, locked for what its subject does.
   *
   * @throws Refusal 404 when it is not the caller's or the caller was not notified, 412 when it has
   *     changed
   */
  CaseFile ofSubject(UUID id, String ifMatch, Access access) {
    access.actAs(repository.subjectOf(id), "case", id);
    CaseFile file = repository.require(id);
    if (!file.knownToSubject()) {
      throw Refusal.notFound("case", id);
    }
    Etag.require(ifMatch, file.version);
    return file;
  }

  /**
   * Locks a case whose subject is about to appeal.
   *
   * @return the subject of the case
   * @throws Refusal 404 when the case is not the caller's, 412 when it has changed
   */
  public UUID holdForAppeal(UUID id, String ifMatch, Access access) {
    return ofSubject(id, ifMatch, access).subject;
  }

  /**
   * SAN-30: the subject appeals against the decision of its case.
   *
   * @throws Refusal 409 when it cannot be appealed, 422 when it is too late
   */
  public void appeal(UUID id, UUID appeal, String person, Instant now) {
    CaseFile file = repository.require(id);
    file.appeal(appeal, person, now);
    tell(file, "case.appealed", CaseStep.by(person, now, null));
  }

  /** The appeal is over. */
  public void ruled(UUID id, Set<String> panel, Instant now) {
    CaseFile file = repository.require(id);
    file.ruled(panel, now);
    tell(file, "case.ruled", null);
  }

  /** SAN-31: whether a person took no part in the case before the appeal. */
  public boolean tookNoPart(UUID id, String person) {
    return repository.require(id).tookNoPart(person);
  }

  /**
   * SAN-122: that who calls may decide in a case, as far as colleagues go.
   *
   * @throws Refusal 422 when the case was reported for the caller's organisation
   */
  public void requireNotReportedForCaller(UUID id) {
    repository.require(id).requireNotReportedFor(access::belongsTo);
  }

  @Override
  public void hold(UUID id) {
    repository.require(id);
  }

  @Override
  public void acts(UUID id, String person, Act act, Instant now) {
    CaseFile file = repository.require(id);
    file.requireNotReportedFor(access::belongsTo);
    file.actsOnMeasure(person, Part.valueOf(act.name()), now);
    tell(file, "case.measure-changed", CaseStep.by(person, now, null));
  }

  CaseView view(CaseFile file, Access access) {
    boolean staff = access.staffOn(file.subject);
    return views(List.of(file), access, it -> staff).get(0);
  }

  /**
   * Many cases at once, so that a page costs as many queries as one case.
   *
   * @param staff whether the reader works on a case
   */
  List<CaseView> views(List<CaseFile> page, Access access, Predicate<CaseFile> staff) {
    List<UUID> ids = page.stream().map(file -> file.id).toList();
    Map<UUID, List<UUID>> taken = reports.of(ids);
    Map<UUID, List<UUID>> decided = measures.ofCases(ids, false);
    Map<UUID, List<UUID>> interim = measures.ofCases(ids, true);
    Map<UUID, ShownName> names = access.names(page.stream().map(file -> file.subject).toList());
    return page.stream()
        .map(
            file ->
                CaseView.of(
                    file,
                    names.get(file.subject),
                    taken.getOrDefault(file.id, List.of()),
                    decided.getOrDefault(file.id, List.of()),
                    interim.getOrDefault(file.id, List.of()),
                    staff.test(file)))
        .toList();
  }

  /**
   * SAN-17, SAN-19: how the case stands and what was done, to those who watch; to the subject its
   * own part of it, to others nothing.
   *
   * @param step what was done, or null
   */
  void tell(CaseFile file, String type, CaseStep step) {
    repository.flush();
    List<UUID> ids = List.of(file.id);
    CaseState.Links links =
        new CaseState.Links(
            reports.of(ids).getOrDefault(file.id, List.of()),
            measures.ofCases(ids, false).getOrDefault(file.id, List.of()),
            measures.ofCases(ids, true).getOrDefault(file.id, List.of()));
    journal.append(change(file, type, CaseState.of(file, links, step, true)).internal());
    if (file.knownToSubject()) {
      journal.append(
          change(file, type, CaseState.of(file, links, step, false))
              .forParties(subjects.sameAs(file.subject).toArray(UUID[]::new)));
    }
  }

  private static Change change(CaseFile file, String type, CaseState state) {
    return Change.of(type, file.subject, "case", file.id, file.version, state);
  }
}

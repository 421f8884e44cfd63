package vn.digitaltrust.sanctions.report;

import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.registry.PrivateTexts;

@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {
  private final PrivateTexts texts;

  ReportRepository(PrivateTexts texts) {
    this.texts = texts;
  }

  /** A report to be changed: locked, so that of two changes at once the later sees the first. */
  Report require(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("report", id));
  }

  /** Whom a report is about, without reading it. */
  Optional<UUID> subjectOf(UUID id) {
    return getEntityManager()
        .createQuery("select subject from Report where id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** SAN-93: all reports, but those about the reader itself only if it made them. */
  List<Report> all(Own own, UUID after, int rows) {
    return find(
            "id > ?1 and (subject not in ?2 or reportedBy = ?3 or member = ?4) order by id",
            after,
            own.subjects(),
            own.person(),
            own.member())
        .page(0, rows)
        .list();
  }

  /** SAN-90: the reports of a person or of its organisation. */
  List<Report> own(Own own, UUID after, int rows) {
    return find(
            "id > ?1 and (reportedBy = ?2 or member = ?3) order by id",
            after,
            own.person(),
            own.member())
        .page(0, rows)
        .list();
  }

  /** The reports of each of these cases, in order. */
  Map<UUID, List<UUID>> ofCases(Collection<UUID> cases) {
    return getEntityManager()
        .createQuery(
            "select caseId, id from Report where caseId in :cases order by id", Object[].class)
        .setParameter("cases", cases)
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                row -> (UUID) row[0], Collectors.mapping(row -> (UUID) row[1], toList())));
  }

  /** Who reads. */
  record Own(Collection<UUID> subjects, String person, UUID member) {}

  /** SAN-72: erases the private texts about a subject; returns all that is kept about it. */
  List<UUID> eraseTexts(UUID subject) {
    return texts.erase("erase_report_texts", subject);
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(Report report) {
    getEntityManager().lock(report, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}

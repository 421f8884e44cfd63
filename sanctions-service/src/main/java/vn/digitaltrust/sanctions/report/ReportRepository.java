package vn.digitaltrust.sanctions.report;

import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.registry.PrivateTexts;
import vn.digitaltrust.sanctions.registry.SubjectNames;

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

  /**
   * SAN-90: the reports of a person or of its organisation; SAN-93: for staff all, but those about
   * itself only if it made them. SAN-162: only those that stand so for the reader.
   */
  List<Report> page(Filter filter, Own own, UUID after, int rows) {
    StringBuilder query =
        new StringBuilder("id > :after and (reportedBy = :person or member = :member");
    Map<String, Object> values = new HashMap<>();
    values.put("after", after);
    values.put("person", own.person());
    values.put("member", own.member());
    query.append(own.staff() ? " or subject not in :own)" : ")");
    if (own.staff()) {
      values.put("own", own.subjects());
    }
    if (filter.status() != null) {
      String taken = own.staff() ? "(caseId is not null and subject not in :own)" : "(1 = 0)";
      query
          .append(filter.status() == ReportView.Status.IN_CASE ? " and " : " and not ")
          .append(taken);
    }
    if (filter.subjects() != null) {
      query.append(" and subject in :subjects");
      values.put("subjects", filter.subjects());
    }
    if (filter.named() != null) {
      query.append(" and ").append(SubjectNames.isNamed("subject"));
      values.put("named", filter.named());
    }
    if (filter.receivedBefore() != null) {
      query.append(" and receivedAt < :before");
      values.put("before", filter.receivedBefore());
    }
    return find(query.append(" order by id").toString(), values).page(0, rows).list();
  }

  /**
   * Which reports; what is null narrows nothing.
   *
   * @param subjects about these
   * @param status as the reader is shown it
   * @param named about somebody called so (SAN-160)
   */
  record Filter(
      Collection<UUID> subjects, ReportView.Status status, String named, Instant receivedBefore) {}

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
  record Own(boolean staff, Collection<UUID> subjects, String person, UUID member) {}

  /** SAN-72: erases the private texts about a subject; returns all that is kept about it. */
  List<UUID> eraseTexts(UUID subject) {
    return texts.erase("erase_report_texts", subject);
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(Report report) {
    getEntityManager().lock(report, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}

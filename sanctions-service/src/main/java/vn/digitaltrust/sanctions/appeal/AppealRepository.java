package vn.digitaltrust.sanctions.appeal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.registry.PrivateTexts;
import vn.digitaltrust.sanctions.registry.SubjectNames;

@ApplicationScoped
class AppealRepository implements PanacheRepositoryBase<Appeal, UUID> {
  private final PrivateTexts texts;

  AppealRepository(PrivateTexts texts) {
    this.texts = texts;
  }

  /**
   * An appeal to be changed: locked, so that of two changes at once the later one sees the first.
   */
  Appeal require(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("appeal", id));
  }

  /** Whom an appeal is of and against which case, known before anything is locked. */
  Origin origin(UUID id) {
    return getEntityManager()
        .createQuery("select subject, caseId from Appeal where id = :id", Object[].class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .map(row -> new Origin((UUID) row[0], (UUID) row[1]))
        .orElseThrow(() -> Refusal.notFound("appeal", id));
  }

  /** Where an appeal comes from; neither ever changes. */
  record Origin(UUID subject, UUID caseId) {}

  /** SAN-163: one page of the appeals that a reader may know of. */
  List<Appeal> page(Filter filter, UUID after, int rows) {
    StringBuilder query = new StringBuilder("id > :after");
    Map<String, Object> values = new HashMap<>(Map.of("after", after));
    if (!filter.staff) {
      query.append(" and subject in :own");
    }
    if (!filter.staff || filter.named != null) {
      values.put("own", filter.own);
    }
    if (filter.subjects != null) {
      query.append(" and subject in :subjects");
      values.put("subjects", filter.subjects);
    }
    if (filter.status != null) {
      query.append(" and status = :status");
      values.put("status", filter.status);
    }
    if (filter.named != null) {
      query.append(" and ").append(SubjectNames.isNamed("subject"));
      values.put("named", filter.named);
    }
    if (filter.lodgedBefore != null) {
      query.append(" and lodgedAt < :before");
      values.put("before", filter.lodgedBefore);
    }
    return find(query.append(" order by id").toString(), values).page(0, rows).list();
  }

  /**
   * Which appeals; what is null narrows nothing.
   *
   * @param staff whether the reader sees the appeals of others
   * @param own every id of the reader itself
   * @param named of somebody called so (SAN-160)
   */
  record Filter(
      boolean staff,
      Collection<UUID> own,
      Collection<UUID> subjects,
      AppealStatus status,
      String named,
      Instant lodgedBefore) {}

  /** SAN-72: erases the private texts about a subject; returns all that is kept about it. */
  List<UUID> eraseTexts(UUID subject) {
    return texts.erase("erase_appeal_texts", subject);
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(Appeal appeal) {
    getEntityManager().lock(appeal, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}

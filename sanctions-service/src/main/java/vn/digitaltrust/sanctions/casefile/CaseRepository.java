package vn.digitaltrust.sanctions.casefile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.sanctions.door.Refusal;

@ApplicationScoped
class CaseRepository implements PanacheRepositoryBase<CaseFile, UUID> {
  /** A case to be changed: locked, so that of two changes at once the later one sees the first. */
  CaseFile require(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("case", id));
  }

  List<CaseFile> all(CaseStatus status, UUID after, int rows) {
    return status == null
        ? find("id > ?1 order by id", after).page(0, rows).list()
        : find("id > ?1 and status = ?2 order by id", after, status).page(0, rows).list();
  }

  List<CaseFile> about(Collection<UUID> subjects, CaseStatus status, UUID after, int rows) {
    return status == null
        ? find("id > ?1 and subject in ?2 order by id", after, subjects).page(0, rows).list()
        : find("id > ?1 and subject in ?2 and status = ?3 order by id", after, subjects, status)
            .page(0, rows)
            .list();
  }

  List<CaseFile> about(Collection<UUID> subjects) {
    return list("subject in ?1 order by id", subjects);
  }

  Map<CaseStatus, Long> countByStatus() {
    Map<CaseStatus, Long> counts = new EnumMap<>(CaseStatus.class);
    for (CaseStatus status : CaseStatus.values()) {
      counts.put(status, 0L);
    }
    getEntityManager()
        .createQuery("select status, count(*) from CaseFile group by status", Object[].class)
        .getResultList()
        .forEach(row -> counts.put((CaseStatus) row[0], (Long) row[1]));
    return counts;
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(CaseFile caseFile) {
    getEntityManager().lock(caseFile, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}

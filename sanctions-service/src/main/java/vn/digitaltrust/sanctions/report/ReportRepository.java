package vn.digitaltrust.sanctions.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {
  List<Report> all(UUID after, int rows) {
    return find("id > ?1 order by id", after).page(0, rows).list();
  }

  /** SAN-90: the reports of a person or of its organisation. */
  List<Report> own(String person, UUID member, UUID after, int rows) {
    return find("id > ?1 and (reportedBy = ?2 or member = ?3) order by id", after, person, member)
        .page(0, rows)
        .list();
  }

  List<Report> about(Collection<UUID> subjects) {
    return list("subject in ?1 order by id", subjects);
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(Report report) {
    getEntityManager().lock(report, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}

package vn.digitaltrust.sanctions.appeal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.sanctions.door.Refusal;

@ApplicationScoped
class AppealRepository implements PanacheRepositoryBase<Appeal, UUID> {
  /**
   * An appeal to be changed: locked, so that of two changes at once the later one sees the first.
   */
  Appeal require(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("appeal", id));
  }

  List<Appeal> about(Collection<UUID> subjects) {
    return list("subject in ?1 order by id", subjects);
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(Appeal appeal) {
    getEntityManager().lock(appeal, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}

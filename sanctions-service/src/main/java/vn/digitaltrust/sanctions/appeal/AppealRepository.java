package vn.digitaltrust.sanctions.appeal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.registry.PrivateTexts;

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

  /** SAN-72: erases the private texts about a subject; returns all that is kept about it. */
  List<UUID> eraseTexts(UUID subject) {
    return texts.erase("erase_appeal_texts", subject);
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(Appeal appeal) {
    getEntityManager().lock(appeal, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}

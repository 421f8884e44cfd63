package vn.digitaltrust.sanctions.statedecision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.sanctions.door.Refusal;

@ApplicationScoped
class StateDecisionRepository implements PanacheRepositoryBase<StateDecision, UUID> {
  /** A decision to be changed: locked, so that of two changes at once the later sees the first. */
  StateDecision require(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("state decision", id));
  }

  boolean recorded(String authority, String number) {
    return count("authority = ?1 and number = ?2", authority, number) > 0;
  }

  List<StateDecision> page(Collection<UUID> subjects, String authority, UUID after, int rows) {
    StringBuilder query = new StringBuilder("id > :after");
    var parameters = new java.util.HashMap<String, Object>();
    parameters.put("after", after);
    if (subjects != null) {
      query.append(" and subject in :subjects");
      parameters.put("subjects", subjects);
    }
    if (authority != null) {
      query.append(" and authority = :authority");
      parameters.put("authority", authority);
    }
    return find(query.append(" order by id").toString(), parameters).page(0, rows).list();
  }

  List<StateDecision> about(Collection<UUID> subjects) {
    return list("subject in ?1 order by id", subjects);
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(StateDecision stateDecision) {
    getEntityManager().lock(stateDecision, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}

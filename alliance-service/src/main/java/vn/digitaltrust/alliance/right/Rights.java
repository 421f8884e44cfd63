package vn.digitaltrust.alliance.right;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.alliance.Chunks;

/**
 * The rights of one kind in the database.
 *
 * @param <R> the kind
 */
public interface Rights<R extends Right> extends PanacheRepositoryBase<R, UUID> {
  /** The ids of all of these subjects, of however many. */
  List<UUID> idsOf(Set<UUID> subjects);

  /** Those at whose boundary the time has come; replicas take different ones. */
  default List<R> due(Instant now, int most) {
    return find("nextLook <= ?1 order by nextLook", now)
        .page(0, most)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .withHint("jakarta.persistence.lock.timeout", -2)
        .list();
  }

  /**
   * Has them looked at again at an instant, or no more when it is null, without a new version:
   * nothing has changed.
   */
  default void lookAgain(Collection<UUID> ids, Instant at) {
    for (List<UUID> part : Chunks.of(ids)) {
      update("nextLook = ?1 where id in ?2", at, part);
    }
  }
}

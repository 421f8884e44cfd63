package vn.digitaltrust.registry.representation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;

/** Where records of representation are kept. */
@ApplicationScoped
class RepresentationRepository implements PanacheRepositoryBase<Representation, UUID> {
  private static final UUID FIRST = new UUID(0, 0);

  Representation require(UUID id) {
    return findByIdOptional(id).orElseThrow(() -> Refusal.notFound("representation", id));
  }

  Representation lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("representation", id));
  }

  /** All records in which these subjects have a part, whose they are and whose they have. */
  List<Representation> withPart(UUID subject) {
    return find(
            "(represented = :subject or representative = :subject) and not erased order by id",
            Map.of("subject", subject))
        .list();
  }

  /** All records for a person, under whichever of its ids. */
  List<Representation> forPerson(Collection<UUID> represented) {
    return list("represented in ?1 and not erased order by id", represented);
  }

  /**
   * A page in the order of entry.
   *
   * @param own only those in which one of these has a part; null for all
   * @param of only those in which one of these has a part, too; null for all
   */
  List<Representation> page(Collection<UUID> own, Collection<UUID> of, UUID after, int most) {
    var values = new HashMap<String, Object>();
    values.put("after", after == null ? FIRST : after);
    var query = "id > :after";
    if (own != null) {
      query += " and (represented in :own or representative in :own)";
      values.put("own", own);
    }
    if (of != null) {
      query += " and (represented in :of or representative in :of)";
      values.put("of", of);
    }
    return find(query + " order by id", values).page(0, most).list();
  }
}

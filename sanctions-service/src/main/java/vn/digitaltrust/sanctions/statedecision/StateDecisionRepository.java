package vn.digitaltrust.sanctions.statedecision;

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
import org.hibernate.LockMode;
import org.hibernate.Session;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.registry.PrivateTexts;
import vn.digitaltrust.sanctions.registry.SubjectNames;

@ApplicationScoped
class StateDecisionRepository implements PanacheRepositoryBase<StateDecision, UUID> {
  private final PrivateTexts texts;

  StateDecisionRepository(PrivateTexts texts) {
    this.texts = texts;
  }

  /** A decision to be changed: locked, so that of two changes at once the later sees the first. */
  StateDecision require(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(() -> Refusal.notFound("state decision", id));
  }

  boolean recorded(String authority, String number) {
    return count("authority = ?1 and number = ?2", authority, number) > 0;
  }

  /** Whom a decision is about, known before anything is locked. */
  UUID subjectOf(UUID id) {
    return getEntityManager()
        .createQuery("select subject from StateDecision where id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("state decision", id));
  }

  /**
   * SAN-50: one page of the decisions that a reader is shown and asks for.
   *
   * @param subjects only those about these, or null
   * @param named only those about somebody called so (SAN-160), or null
   */
  List<StateDecision> page(
      StateDecisionDesk.Asked asked,
      Collection<UUID> subjects,
      String named,
      Reader reader,
      Instant now,
      UUID after,
      int rows) {
    StringBuilder query = new StringBuilder("from StateDecision d where d.id > :after");
    Map<String, Object> values = new HashMap<>(Map.of("after", after));
    if (!reader.staff) {
      query.append(" and (d.status <> :annulled or d.authority = :acting)");
      values.put("annulled", StateDecision.Status.ANNULLED);
      values.put("acting", reader.acting);
    }
    if (!reader.all) {
      query.append(
          " and (d.subject in :own or exists (select 1 from Measure m where m.id = d.measure"
              + " and (m.publishedUntil is null or m.publishedUntil > :now)))");
      values.put("own", reader.own);
      values.put("now", now);
    }
    if (named != null) {
      query.append(" and ").append(SubjectNames.isNamed("d.subject"));
      values.put("named", named);
      values.put("own", reader.own);
    }
    narrow(query, values, " and d.subject in :subjects", "subjects", subjects);
    narrow(query, values, " and d.authority = :authority", "authority", asked.authority());
    narrow(query, values, " and d.number = :number", "number", asked.number());
    narrow(query, values, " and d.status = :status", "status", asked.status());
    narrow(query, values, " and d.issuedOn >= :from", "from", asked.issuedFrom());
    narrow(query, values, " and d.issuedOn <= :until", "until", asked.issuedUntil());
    return find(query.append(" order by d.id").toString(), values).page(0, rows).list();
  }

  private static void narrow(
      StringBuilder query,
      Map<String, Object> values,
      String condition,
      String name,
      Object value) {
    if (value != null) {
      query.append(condition);
      values.put(name, value);
    }
  }

  /** Some decisions of which nothing is public any more and of which that was not told yet. */
  List<UUID> noLongerPublic(Instant now, UUID after, int most) {
    return getEntityManager()
        .createQuery(
            "select id from StateDecision where publishedUntil <= :now and not unpublished"
                + " and id > :after order by id",
            UUID.class)
        .setParameter("now", now)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** One of them, locked; empty if it was told meanwhile, or is locked by another replica. */
  Optional<StateDecision> lockNoLongerPublic(UUID id, Instant now) {
    return getEntityManager()
        .unwrap(Session.class)
        .createSelectionQuery(
            "from StateDecision where id = :id and publishedUntil <= :now and not unpublished",
            StateDecision.class)
        .setParameter("id", id)
        .setParameter("now", now)
        .setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED)
        .getResultStream()
        .findFirst();
  }

  /**
   * Who reads.
   *
   * @param all whether ended ones are shown
   * @param staff whether annulled ones are shown
   * @param acting the authority that the reader acts for, whose annulled ones are shown, or empty
   * @param own every id of the reader itself, whose ended ones are shown
   */
  record Reader(boolean all, boolean staff, String acting, Collection<UUID> own) {}

  /** SAN-72: erases the private texts about a subject; returns all that is kept about it. */
  List<UUID> eraseTexts(UUID subject) {
    return texts.erase("erase_state_decision_texts", subject);
  }

  /** Makes a new version and holds the row: its texts were changed past the persistence context. */
  void touch(StateDecision stateDecision) {
    getEntityManager().lock(stateDecision, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
  }
}

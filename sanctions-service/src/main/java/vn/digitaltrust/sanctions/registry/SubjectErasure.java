package vn.digitaltrust.sanctions.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.journal.Erasure;
import vn.digitaltrust.vocabulary.VietnamTime;

/** SAN-72: has everything private about a subject erased, in the tables and in the journal. */
@ApplicationScoped
class SubjectErasure {
  private final EntityManager database;
  private final Erasure journal;
  private final Event<SubjectErased> erased;
  private final Subjects subjects;
  private final Writing writing;
  private final Clock clock;

  SubjectErasure(
      EntityManager database,
      Erasure journal,
      Event<SubjectErased> erased,
      Subjects subjects,
      Writing writing,
      Clock clock) {
    this.database = database;
    this.journal = journal;
    this.erased = erased;
    this.subjects = subjects;
    this.writing = writing;
    this.clock = clock;
  }

  /**
   * Erases the texts about a subject and about what was merged into it; what it was merged into is
   * another, living one, and the erased one stands alone from now on. A snapshot may tell an
   * erasure again; it is done once.
   */
  void erase(UUID subject) {
    Set<UUID> all = subjects.within(subject);
    writing.stop(all);
    subjects.standsAlone(subject);
    Instant now = VietnamTime.now(clock);
    List<UUID> ids = all.stream().filter(id -> first(id, now)).sorted().toList();
    for (UUID id : ids) {
      erased.fire(new SubjectErased(id, now));
      // After the rows: a transaction that held one of them has committed its entries by now.
      // What the features have told above is written when this transaction ends, and stays.
      journal.erase(id);
    }
  }

  /** Of these subjects those that are not erased here yet; one query for however many. */
  List<UUID> notYetErased(Collection<UUID> several) {
    List<?> ids =
        database
            .createNativeQuery(
                "select id from unnest(cast(:ids as uuid[])) id"
                    + " where not exists (select from erased_subject e where e.subject = id)",
                UUID.class)
            .setParameter(
                "ids",
                several.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  private boolean first(UUID id, Instant now) {
    return database
            .createNativeQuery(
                "insert into erased_subject (subject, erased_at) values (:id, :now)"
                    + " on conflict do nothing")
            .setParameter("id", id)
            .setParameter("now", now)
            .executeUpdate()
        == 1;
  }
}

package vn.digitaltrust.sanctions.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.digitaltrust.journal.Erasure;
import vn.digitaltrust.sanctions.calendar.VietnamTime;

/** SAN-72: erases what is private about a subject, in the journal and in the tables. */
@ApplicationScoped
class PrivateTexts {
  private final EntityManager database;
  private final Erasure journal;
  private final Event<SubjectErased> erased;
  private final Subjects subjects;
  private final Clock clock;
  private final String eraser;

  PrivateTexts(
      EntityManager database,
      Erasure journal,
      Event<SubjectErased> erased,
      Subjects subjects,
      Clock clock,
      @ConfigProperty(name = "quarkus.flyway.placeholders.eraser") String eraser) {
    this.database = database;
    this.journal = journal;
    this.erased = erased;
    this.subjects = subjects;
    this.clock = clock;
    this.eraser = eraser;
  }

  /**
   * Erases the texts about a subject and about those that are one with it. A snapshot may tell an
   * erasure again; it is done once.
   */
  void erase(UUID subject) {
    Instant now = VietnamTime.now(clock);
    Set<UUID> ids =
        subjects.sameAs(subject).stream()
            .filter(id -> first(id, now))
            .collect(Collectors.toUnmodifiableSet());
    if (ids.isEmpty()) {
      return;
    }
    for (UUID id : ids) {
      journal.erase(id);
    }
    database.flush();
    database.createNativeQuery("set local role \"" + eraser + '"').executeUpdate();
    database
        .createNativeQuery("select 1 from (select erase_private_texts(cast(:ids as uuid[]))) done")
        .setParameter(
            "ids", "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}")
        .getSingleResult();
    database.createNativeQuery("set local role none").executeUpdate();
    database.clear();
    erased.fire(new SubjectErased(ids, now));
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

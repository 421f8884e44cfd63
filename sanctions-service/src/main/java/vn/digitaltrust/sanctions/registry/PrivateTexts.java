package vn.digitaltrust.sanctions.registry;

import jakarta.enterprise.context.ApplicationScoped;
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
  private final Remains remains;
  private final Subjects subjects;
  private final Writing writing;
  private final Clock clock;
  private final String eraser;

  PrivateTexts(
      EntityManager database,
      Erasure journal,
      Remains remains,
      Subjects subjects,
      Writing writing,
      Clock clock,
      @ConfigProperty(name = "quarkus.flyway.placeholders.eraser") String eraser) {
    this.database = database;
    this.journal = journal;
    this.remains = remains;
    this.subjects = subjects;
    this.writing = writing;
    this.clock = clock;
    this.eraser = eraser;
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
    Set<UUID> ids = all.stream().filter(id -> first(id, now)).collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return;
    }
    remains.note(ids);
    database.flush();
    database.createNativeQuery("set local role \"" + eraser + '"').executeUpdate();
    database
        .createNativeQuery("select 1 from (select erase_private_texts(cast(:ids as uuid[]))) done")
        .setParameter(
            "ids", "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}")
        .getSingleResult();
    database.createNativeQuery("set local role none").executeUpdate();
    // After the rows: whoever held one of them has committed by now what it told of it.
    ids.forEach(journal::erase);
    database.clear();
    ids.stream().sorted().forEach(remains::tell);
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

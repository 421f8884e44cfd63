package vn.digitaltrust.sanctions.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;

/**
 * SAN-74: who writes about a subject. Many transactions may at once, but none while the subject is
 * being erased and none after it. Held until the transaction ends, and taken before any row is
 * locked: subject, case, appeal, measure is the order for everybody.
 */
@ApplicationScoped
public class Writing {
  private final EntityManager database;

  Writing(EntityManager database) {
    this.database = database;
  }

  /**
   * Begins to write about a subject.
   *
   * @param subject the id that the rows carry, not the one it was merged into
   * @throws Refusal 409 when it was erased
   */
  public void about(UUID subject) {
    lock("pg_advisory_xact_lock_shared", subject);
    Object erased =
        database
            .createNativeQuery(
                "select count(*) from erased_subject where subject = :subject", Long.class)
            .setParameter("subject", subject)
            .getSingleResult();
    if ((Long) erased > 0) {
      throw Refusal.state("subject.erased-here", subject);
    }
  }

  /**
   * As {@link #about(UUID)}, for several at once. Taken in the order in which an erasure takes
   * them, so before any of them is held alone.
   */
  public void about(Collection<UUID> several) {
    several.stream().sorted().distinct().forEach(this::about);
  }

  /** Waits until nobody writes about these subjects any more, and keeps others from beginning. */
  void stop(Collection<UUID> subjects) {
    subjects.stream().sorted().forEach(subject -> lock("pg_advisory_xact_lock", subject));
  }

  private void lock(String function, UUID subject) {
    database
        .createNativeQuery(
            "select 1 from (select " + function + "(hashtextextended(:subject, 0))) held")
        .setParameter("subject", "subject " + subject)
        .getSingleResult();
  }
}

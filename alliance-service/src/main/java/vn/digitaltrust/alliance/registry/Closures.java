package vn.digitaltrust.alliance.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;

/**
 * ALL-55: whom the registry's journal has closed. The registry is asked before the transaction, so
 * its answer may be older than what the follower has applied since; what was applied counts.
 */
@ApplicationScoped
public class Closures {
  /**
   * A subject that gets nothing new.
   *
   * @param status as the registry told it, unknown ones included
   * @param at when the registry recorded it
   */
  record Closure(UUID subject, String status, Instant at) {
    private static final String DEREGISTERED = "DEREGISTERED";
    private static final String ERASED = "ERASED";

    boolean erased() {
      return ERASED.equals(status);
    }

    /** The statuses that end a subject's rights; an unknown one only gives nothing new. */
    static final Set<String> ENDING = Set.of(DEREGISTERED, ERASED);

    /** Whether the subject's rights end with it. */
    boolean endsRights() {
      return ENDING.contains(status);
    }
  }

  private static final int LONGEST_STATUS = 100;

  private final EntityManager database;

  Closures(EntityManager database) {
    this.database = database;
  }

  /**
   * Refuses what would give a right to a subject that was closed, or merged into another. To be
   * called after {@link NewsLock#granting()}: nothing can be closed from then on.
   *
   * @throws Refusal 422 by ALL-55 or ALL-51
   */
  public void requireOpen(UUID subject) {
    find("select subject, status, closed_at from closed_subject where subject = :key", subject)
        .ifPresent(
            closed -> {
              throw Refusal.rule("ALL-55", "subject.closed", subject, closed.status());
            });
    UUID canonical =
        (UUID)
            database
                .createNativeQuery("select canonical_subject(:subject)", UUID.class)
                .setParameter("subject", subject)
                .getSingleResult();
    if (!subject.equals(canonical)) {
      throw Refusal.rule("ALL-51", "subject.merged", subject, canonical);
    }
  }

  /**
   * Keeps that a subject is closed; false when just that was known.
   *
   * @param due whether its rights are to be ended later
   */
  boolean close(Closure closure, boolean due) {
    return database
            .createNativeQuery(
                "insert into closed_subject as c (subject, status, closed_at, due)"
                    + " values (:subject, :status, :at, :due) on conflict (subject) do update"
                    + " set status = excluded.status, closed_at = excluded.closed_at,"
                    + " due = excluded.due or c.due"
                    + " where c.status <> excluded.status and c.status <> 'ERASED'")
            .setParameter("subject", closure.subject())
            .setParameter("status", shortened(closure.status()))
            .setParameter("at", closure.at())
            .setParameter("due", due)
            .executeUpdate()
        == 1;
  }

  /** Keeps that a subject is open again, unless it was erased. */
  void reopen(UUID subject) {
    database
        .createNativeQuery(
            "delete from closed_subject where subject = :subject and status <> 'ERASED'")
        .setParameter("subject", subject)
        .executeUpdate();
  }

  /** Up to that many whose rights are still to be ended, the earliest first. */
  List<UUID> due(int most) {
    List<?> rows =
        database
            .createNativeQuery(
                "select subject from closed_subject where due order by closed_at, subject"
                    + " limit :most",
                UUID.class)
            .setParameter("most", most)
            .getResultList();
    return rows.stream().map(UUID.class::cast).toList();
  }

  /** One whose rights are to be ended now, which is thereby no longer due; empty if it is not. */
  Optional<Closure> take(UUID subject) {
    return find(
        "update closed_subject set due = false where subject = :key and due"
            + " returning subject, status, closed_at",
        subject);
  }

  private Optional<Closure> find(String sql, UUID key) {
    List<?> rows =
        database.createNativeQuery(sql, Tuple.class).setParameter("key", key).getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .map(
            row ->
                new Closure(
                    row.get(0, UUID.class), row.get(1, String.class), row.get(2, Instant.class)))
        .findFirst();
  }

  static String shortened(String status) {
    return status.length() <= LONGEST_STATUS ? status : status.substring(0, LONGEST_STATUS);
  }
}

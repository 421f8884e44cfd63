package vn.digitaltrust.door.holder;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The requests that wait for this holder's answer: its work, kept until the registry says that it
 * is over. To be used inside a transaction.
 */
final class RequestRows {
  private final EntityManager database;

  RequestRows(EntityManager database) {
    this.database = database;
  }

  /**
   * One request.
   *
   * @param intendedUntil until when somebody is about to begin what holds it; null for nobody
   */
  record Row(UUID id, UUID subject, Instant intendedUntil) {}

  /** Keeps a request that was told; one that is known already stays as it is. */
  void open(UUID id, UUID subject, Instant now) {
    database
        .createNativeQuery(
            "insert into erasure_request (id, subject, due_at) values (:id, :subject, :now)"
                + " on conflict (id) do nothing")
        .setParameter("id", id)
        .setParameter("subject", subject)
        .setParameter("now", now)
        .executeUpdate();
  }

  void forget(UUID id) {
    database
        .createNativeQuery("delete from erasure_request where id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  /**
   * Notes that somebody is about to begin what holds the erasure: until then it counts as begun.
   */
  void intend(UUID id, UUID subject, Instant until) {
    database
        .createNativeQuery(
            "insert into erasure_request (id, subject, due_at, answer, intended_until)"
                + " values (:id, :subject, :until, 'HELD', :until) on conflict (id) do update"
                + " set answer = 'HELD', intended_until = excluded.intended_until,"
                + " due_at = least(erasure_request.due_at, excluded.due_at)")
        .setParameter("id", id)
        .setParameter("subject", subject)
        .setParameter("until", until)
        .executeUpdate();
  }

  /** Some that are due; nobody else takes them before the lease is over. */
  List<UUID> take(Instant now, Instant lease, int most) {
    List<?> ids =
        database
            .createNativeQuery(
                "update erasure_request set due_at = :lease where id in (select id from"
                    + " erasure_request where due_at <= :now order by due_at, id limit :most"
                    + " for update skip locked) returning id",
                UUID.class)
            .setParameter("lease", lease)
            .setParameter("now", now)
            .setParameter("most", most)
            .getResultList();
    return ids.stream().map(UUID.class::cast).toList();
  }

  /** One request, locked; empty when it is over. */
  Optional<Row> lock(UUID id) {
    List<?> rows =
        database
            .createNativeQuery(
                "select id, subject, intended_until from erasure_request where id = :id for update",
                Tuple.class)
            .setParameter("id", id)
            .getResultList();
    return rows.stream()
        .map(Tuple.class::cast)
        .map(
            row ->
                new Row(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, Instant.class)))
        .findFirst();
  }

  /** Keeps what was decided, before it is sent. */
  void decided(UUID id, boolean held) {
    database
        .createNativeQuery("update erasure_request set answer = :answer where id = :id")
        .setParameter("answer", held ? "HELD" : "CLEAR")
        .setParameter("id", id)
        .executeUpdate();
  }

  /** When to look at one again. */
  void lookAgain(UUID id, Instant at) {
    database
        .createNativeQuery("update erasure_request set due_at = :at where id = :id")
        .setParameter("at", at)
        .setParameter("id", id)
        .executeUpdate();
  }

  /** Has the requests about these subjects looked at again at once. */
  void dueAbout(Collection<UUID> subjects, Instant now) {
    database
        .createNativeQuery(
            "update erasure_request set due_at = :now"
                + " where subject = any (cast(:subjects as uuid[])) and due_at > :now")
        .setParameter("subjects", array(subjects))
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Has all requests looked at again at once. */
  void dueAll(Instant now) {
    database
        .createNativeQuery("update erasure_request set due_at = :now where due_at > :now")
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Whether the last answer about one of these was CLEAR. */
  boolean anyClear(Collection<UUID> subjects) {
    return 0
        < (Long)
            database
                .createNativeQuery(
                    "select count(*) from erasure_request"
                        + " where subject = any (cast(:subjects as uuid[])) and answer = 'CLEAR'",
                    Long.class)
                .setParameter("subjects", array(subjects))
                .getSingleResult();
  }

  /** Whether an erasure of one of these is asked for, as far as this service was told. */
  boolean anyOpen(Collection<UUID> subjects) {
    return 0
        < (Long)
            database
                .createNativeQuery(
                    "select count(*) from erasure_request"
                        + " where subject = any (cast(:subjects as uuid[]))",
                    Long.class)
                .setParameter("subjects", array(subjects))
                .getSingleResult();
  }

  private static String array(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}

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

  /**
   * Keeps a request that was told. Who placed a hold before may have named another id of the
   * person; what the journal tells of is the one that stays.
   */
  void open(UUID id, UUID subject, Instant now) {
    database
        .createNativeQuery(
            "insert into erasure_request (id, subject, due_at) values (:id, :subject, :now)"
                + " on conflict (id) do update set subject = excluded.subject,"
                + " due_at = least(erasure_request.due_at, excluded.due_at)")
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
   * The last answer stays what it is, as the registry knows no other yet.
   */
  void intend(UUID id, UUID subject, Instant until) {
    database
        .createNativeQuery(
            "insert into erasure_request (id, subject, due_at, intended_until)"
                + " values (:id, :subject, :until, :until) on conflict (id) do update"
                + " set intended_until = excluded.intended_until,"
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

  /** One request as it is now; empty when it is over. */
  Optional<Row> find(UUID id) {
    return row(id, "");
  }

  /** One request, locked; empty when it is over. */
  Optional<Row> lock(UUID id) {
    return row(id, " for update");
  }

  private Optional<Row> row(UUID id, String lock) {
    List<?> rows =
        database
            .createNativeQuery(
                "select id, subject, intended_until from erasure_request where id = :id" + lock,
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

  /** Keeps that CLEAR was decided, before it is sent. */
  void cleared(UUID id) {
    answer(id, "CLEAR");
  }

  /** Keeps that the registry took HELD, of somebody whose intention no CLEAR goes past. */
  void held(UUID id) {
    answer(id, "HELD");
  }

  private void answer(UUID id, String answer) {
    database
        .createNativeQuery("update erasure_request set answer = :answer where id = :id")
        .setParameter("answer", answer)
        .setParameter("id", id)
        .executeUpdate();
  }

  /**
   * Keeps that the registry took an answer, and when to look at the request again. Nothing is kept
   * if the request was taken by somebody else or became due meanwhile: it is answered anew.
   *
   * @param lease with which it was taken
   */
  void taken(UUID id, boolean held, Instant lease, Instant again) {
    database
        .createNativeQuery(
            "update erasure_request set due_at = :again,"
                + " answer = case when :held then 'HELD' else answer end"
                + " where id = :id and due_at = :lease")
        .setParameter("again", again)
        .setParameter("held", held)
        .setParameter("id", id)
        .setParameter("lease", lease)
        .executeUpdate();
  }

  /**
   * The registry waits for no answer any more. What was cleared may be erased: that stays known
   * until the journal tells what became of it.
   */
  void over(UUID id, Instant again) {
    database
        .createNativeQuery(
            "delete from erasure_request where id = :id and answer is distinct from 'CLEAR'")
        .setParameter("id", id)
        .executeUpdate();
    database
        .createNativeQuery("update erasure_request set due_at = :again where id = :id")
        .setParameter("again", again)
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

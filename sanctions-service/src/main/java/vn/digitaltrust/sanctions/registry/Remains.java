package vn.digitaltrust.sanctions.registry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * SAN-75: tells what remains of an erased subject's aggregates, as many as fit into the journal's
 * transaction with the erasure itself and the others in steps of their own.
 */
@ApplicationScoped
public class Remains {
  /** Each tells up to five entries, and the journal takes 1,000 in one transaction. */
  static final int MOST = 180;

  private static final Object TOLD = new Object();

  private final EntityManager database;
  private final Instance<Remaining> kinds;
  private final Writing writing;
  private final TransactionSynchronizationRegistry transaction;
  private final Clock clock;

  Remains(
      EntityManager database,
      Instance<Remaining> kinds,
      Writing writing,
      TransactionSynchronizationRegistry transaction,
      Clock clock) {
    this.database = database;
    this.kinds = kinds;
    this.writing = writing;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * Tells what remains of a feature's aggregates, and keeps for later steps those for which this
   * transaction has no room.
   *
   * @param ids all of the feature's aggregates about the erased subject, in the order of telling
   */
  public void tell(Remaining kind, SubjectErased erased, List<UUID> ids) {
    int fit = Math.min(ids.size(), MOST - told());
    ids.subList(0, fit).forEach(id -> kind.tellRemains(id, erased.at()));
    transaction.putResource(TOLD, told() + fit);
    keep(kind, erased.subject(), ids.subList(fit, ids.size()));
  }

  private void keep(Remaining kind, UUID subject, List<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    database
        .createNativeQuery(
            "insert into erasure_remains (subject, place, aggregate, id)"
                + " select :subject, :place, :aggregate, id from unnest(cast(:ids as uuid[])) id")
        .setParameter("subject", subject)
        .setParameter("place", kind.place())
        .setParameter("aggregate", kind.aggregate())
        .setParameter(
            "ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
        .executeUpdate();
  }

  /** What did not fit is told in transactions of its own, until nothing is left. */
  @Scheduled(
      every = "{sanctions.ends.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tellRest() {
    boolean more = true;
    while (more) {
      more = QuarkusTransaction.requiringNew().call(this::step);
    }
  }

  private boolean step() {
    Optional<UUID> next = next();
    next.ifPresent(
        subject -> {
          writing.stop(List.of(subject));
          tellKept(subject);
        });
    return next.isPresent();
  }

  private void tellKept(UUID subject) {
    List<?> rows =
        database
            .createNativeQuery(
                "select aggregate, id from erasure_remains where subject = :subject"
                    + " order by place, id",
                Object[].class)
            .setParameter("subject", subject)
            .setMaxResults(MOST)
            .getResultList();
    Instant now = VietnamTime.now(clock);
    for (Object row : rows) {
      String aggregate = (String) ((Object[]) row)[0];
      UUID id = (UUID) ((Object[]) row)[1];
      kind(aggregate).tellRemains(id, now);
      database
          .createNativeQuery("delete from erasure_remains where subject = :subject and id = :id")
          .setParameter("subject", subject)
          .setParameter("id", id)
          .executeUpdate();
    }
  }

  private Optional<UUID> next() {
    List<?> first =
        database
            .createNativeQuery("select subject from erasure_remains order by place", UUID.class)
            .setMaxResults(1)
            .getResultList();
    return first.stream().map(UUID.class::cast).findFirst();
  }

  private Remaining kind(String aggregate) {
    return kinds.stream()
        .filter(kind -> kind.aggregate().equals(aggregate))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("nobody keeps aggregates " + aggregate));
  }

  private int told() {
    return (Integer) Optional.ofNullable(transaction.getResource(TOLD)).orElse(0);
  }
}

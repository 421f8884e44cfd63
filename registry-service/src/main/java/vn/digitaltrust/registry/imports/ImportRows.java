package vn.digitaltrust.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.jpa.HibernateHints;
import vn.digitaltrust.door.Ids;
import vn.digitaltrust.journal.Moment;

/** IMP-3: which lines of a keyed import are done. Of a line only a keyed hash is kept. */
@ApplicationScoped
class ImportRows {
  private static final Duration KEPT = Duration.ofDays(7);

  /** How many rows are deleted in one transaction. */
  private static final int STEP = 5_000;

  private final EntityManager database;
  private final Clock clock;
  private final SecretKeySpec secret;

  ImportRows(
      EntityManager database,
      Clock clock,
      @ConfigProperty(name = "journal.retry.secret") String secret) {
    this.database = database;
    this.clock = clock;
    this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** What is kept of a line that is done. */
  record Done(byte[] mark, UUID subject) {}

  /**
   * Deletes some of the lines of runs that are no longer kept, or such runs when none has lines.
   *
   * @return how many rows; 0 when nothing is left to delete
   */
  @Transactional
  int purgeStep() {
    var before = Moment.of(clock).minus(KEPT);
    var lines =
        database
            .createNativeQuery(
                "delete from import_line where (run, line) in (select l.run, l.line from import_run"
                    + " r join import_line l on l.run = r.id where r.started_at < :before limit "
                    + STEP
                    + ")")
            .setParameter("before", before)
            .executeUpdate();
    if (lines > 0) {
      return lines;
    }
    return database
        .createNativeQuery(
            "delete from import_run where id in (select id from import_run where started_at <"
                + " :before limit "
                + STEP
                + ")")
        .setParameter("before", before)
        .executeUpdate();
  }

  /** The run of this caller under this key, begun now if there is none that is still kept. */
  @Transactional
  UUID run(String actor, String key) {
    var now = Moment.of(clock);
    database
        .createNativeQuery(
            "delete from import_run where actor = :actor and key = :key and started_at < :before")
        .setParameter("actor", actor)
        .setParameter("key", key)
        .setParameter("before", now.minus(KEPT))
        .executeUpdate();
    database
        .createNativeQuery(
            "insert into import_run (id, actor, key, started_at) values (:id, :actor, :key, :now)"
                + " on conflict (actor, key) do nothing")
        .setParameter("id", Ids.next(now))
        .setParameter("actor", actor)
        .setParameter("key", key)
        .setParameter("now", now)
        .executeUpdate();
    return (UUID)
        database
            .createNativeQuery(
                "select id from import_run where actor = :actor and key = :key", UUID.class)
            .setParameter("actor", actor)
            .setParameter("key", key)
            .getSingleResult();
  }

  /** The lines of a run between two numbers, both included, that are done. */
  @Transactional
  Map<Long, Done> done(UUID run, long from, long to) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        database
            .createNativeQuery(
                "select line, mark, subject from import_line where run = :run and line between"
                    + " :from and :to",
                Tuple.class)
            .setParameter("run", run)
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList();
    var done = new HashMap<Long, Done>();
    rows.forEach(
        row ->
            done.put(
                row.get("line", Long.class),
                new Done(row.get("mark", byte[].class), row.get("subject", UUID.class))));
    return done;
  }

  /**
   * Waits until no other request enters lines of this run, keeps others waiting until the
   * transaction ends, and looks at what is done by now.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  Map<Long, Done> take(UUID run, long from, long to) {
    database
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:key)", Integer.class)
        .setParameter("key", run.getMostSignificantBits() ^ run.getLeastSignificantBits())
        .getSingleResult();
    return done(run, from, to);
  }

  /** Keeps a line in the transaction that enters its subject. */
  void keep(UUID run, long line, byte[] mark, UUID subject) {
    database
        .createNativeQuery(
            "insert into import_line (run, line, mark, subject) values (:run, :line, :mark,"
                + " :subject)")
        // Its reference to the subject is checked at commit, so the subject need not go first.
        .setHint(HibernateHints.HINT_NATIVE_SPACES, "import_line")
        .setParameter("run", run)
        .setParameter("line", line)
        .setParameter("mark", mark)
        .setParameter("subject", subject)
        .executeUpdate();
  }

  byte[] mark(String text) {
    try {
      var mac = Mac.getInstance(secret.getAlgorithm());
      mac.init(secret);
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java runtime has HmacSHA256", e);
    }
  }
}

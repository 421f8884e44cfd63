package vn.digitaltrust.journal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Who read which private data. Reads are written in batches: after 500 of them or one second,
 * whichever comes first, and at a regular stop. A crash loses the reads of the last second and
 * whatever could not be written while the database was away, never more than 10,500. Beyond that
 * {@link #read} refuses, and so does the answer that it stands before: nothing is read unlogged.
 *
 * <p>JRN-23: one thread writes, in transactions of its own. A read that was made in a transaction
 * that is rolled back was made all the same.
 */
@ApplicationScoped
public class AccessLog {
  private static final int BATCH = 500;
  private static final int MOST_KEPT_BACK = 10_000;
  private static final long EVERY_MILLIS = 1_000;

  /** So long a reader waits for room while all that may be kept back is kept back. */
  private static final long PATIENCE_MILLIS = 2_000;

  private static final String INSERT =
      """
      insert into access_log (read_at, actor, request_id, resource, subject)
      select read_at::timestamptz, actor, request_id, resource, subject
      from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[])
        as entry (read_at, actor, request_id, resource, subject)
      """;
  private static final Logger LOG = Logger.getLogger(AccessLog.class);

  private record Read(Instant at, String actor, String requestId, String resource, UUID subject) {}

  private final DataSource dataSource;
  private final Origin.Source origins;
  private final Clock clock;
  private final BlockingQueue<Read> queue = new ArrayBlockingQueue<>(MOST_KEPT_BACK);
  private final AtomicBoolean asked = new AtomicBoolean();
  private final List<Read> batch = new ArrayList<>(BATCH);
  private volatile ScheduledExecutorService writer;

  @Inject
  AccessLog(DataSource dataSource, Origin.Source origins, Clock clock) {
    this.dataSource = dataSource;
    this.origins = origins;
    this.clock = clock;
  }

  /**
   * Notes that the current caller reads private data.
   *
   * @param resource what is read: {@code kol}, {@code case} …; at most 100 characters
   * @param subject whose data it is
   * @throws IllegalArgumentException when the resource is not named in 1 to 100 characters
   * @throws ReadsUnlogged when 10,000 reads wait and the database takes none of them
   */
  public void read(String resource, UUID subject) {
    note(resource, Objects.requireNonNull(subject, "subject"));
  }

  /**
   * The same, also of data about everybody.
   *
   * @param subject whose data it is; null: everybody's
   */
  void note(String resource, UUID subject) {
    if (resource.isEmpty() || resource.length() > 100) {
      throw new IllegalArgumentException("a resource is named in 1 to 100 characters");
    }
    Origin origin = origins.current();
    Read read = new Read(clock.instant(), origin.actor(), origin.requestId(), resource, subject);
    boolean taken = queue.offer(read);
    if (queue.size() >= BATCH) {
      writeSoon();
    }
    if (!taken && !offerPatiently(read)) {
      throw new ReadsUnlogged();
    }
  }

  /** Never by the reader's own thread, whose transaction may be rolled back. */
  private void writeSoon() {
    ScheduledExecutorService current = writer;
    if (current != null && asked.compareAndSet(false, true)) {
      current.execute(this::flush);
    }
  }

  private boolean offerPatiently(Read read) {
    try {
      return queue.offer(read, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void start(@Observes StartupEvent started) {
    ScheduledExecutorService thread =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread made = new Thread(work, "access-log");
              made.setDaemon(true);
              return made;
            });
    thread.scheduleWithFixedDelay(this::flush, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    writer = thread;
  }

  void stop(@Observes ShutdownEvent stopping) {
    ScheduledExecutorService current = writer;
    writer = null;
    if (current != null) {
      current.shutdown();
    }
    flush();
  }

  /** Writes what waits; what cannot be written stays in its place and is tried again. */
  synchronized void flush() {
    try {
      while (!batch.isEmpty() || queue.drainTo(batch, BATCH) > 0) {
        write();
        batch.clear();
      }
      // Not after a failure: then the next try is that of the clock, however many readers come.
      asked.set(false);
    } catch (SQLException | RuntimeException | Error e) {
      // Whatever it is: an executor that sees an error never runs the work again.
      LOG.errorf(e, "%d reads of private data wait to be logged", batch.size() + queue.size());
    }
  }

  private void write() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setArray(1, column(connection, "text", read -> read.at().toString()));
      insert.setArray(2, column(connection, "text", Read::actor));
      insert.setArray(3, column(connection, "text", Read::requestId));
      insert.setArray(4, column(connection, "text", Read::resource));
      insert.setArray(5, column(connection, "uuid", Read::subject));
      insert.executeUpdate();
    }
  }

  private Array column(Connection connection, String type, Function<Read, Object> value)
      throws SQLException {
    return connection.createArrayOf(type, batch.stream().map(value).toArray());
  }
}

package vn.digitaltrust.journal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Wakes those who wait for the journal to grow. A commit of this process wakes them at once; for
 * commits of other replicas the head is looked at ten times a second, but only while somebody
 * waits. Waiting holds no thread. A lost wake-up costs time, never an entry.
 */
@ApplicationScoped
class HeadWatch {
  private static final Logger LOG = Logger.getLogger(HeadWatch.class);
  private static final long LOOK_MILLIS = 100;

  /** More than these are answered at once and come back. */
  static final int MOST_WAITING = 5_000;

  private record Waiter(long after, CompletableFuture<Void> woken) {}

  private final DataSource dataSource;
  private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();
  private final AtomicLong known = new AtomicLong();
  private ScheduledFuture<?> looking;
  private boolean closed;
  private Runnable gauge = () -> {};

  @Inject
  HeadWatch(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Shows where the journal stands, from the start on. */
  void start(
      @Observes StartupEvent started,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    look();
    gauge = Gauges.show("journal_position", "journal", application, known::get);
  }

  /** The highest position this process has seen committed. */
  long known() {
    return known.get();
  }

  int waiting() {
    return waiters.size();
  }

  /** Something was committed up to this position. */
  void moved(long position) {
    long highest = known.accumulateAndGet(position, Math::max);
    for (Waiter waiter : waiters) {
      if (waiter.after() < highest) {
        waiter.woken().complete(null);
      }
    }
  }

  /**
   * Forgets what was known when a read that began afterwards saw less: the database was rewound,
   * and nobody must be woken for what is gone.
   */
  void saw(long knownBefore, long position) {
    if (position < knownBefore) {
      known.compareAndSet(knownBefore, position);
    }
  }

  /** Completes when the journal has grown beyond the position, or after the wait. */
  Uni<Void> beyond(long position, Duration wait) {
    return Uni.createFrom()
        .deferred(
            () -> {
              CompletableFuture<Void> woken = new CompletableFuture<>();
              if (!enter(new Waiter(position, woken))) {
                return Uni.createFrom().voidItem();
              }
              return Uni.createFrom()
                  .completionStage(woken)
                  .ifNoItem()
                  .after(wait)
                  .recoverWithItem((Void) null)
                  .onTermination()
                  .invoke(() -> woken.complete(null));
            });
  }

  private boolean enter(Waiter waiter) {
    synchronized (this) {
      if (closed || waiters.size() >= MOST_WAITING) {
        return false;
      }
      waiters.add(waiter);
      if (looking == null) {
        looking =
            Infrastructure.getDefaultWorkerPool()
                .scheduleWithFixedDelay(
                    this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
    waiter.woken().whenComplete((nothing, failure) -> leave(waiter));
    if (waiter.after() < known.get()) {
      waiter.woken().complete(null);
    }
    return true;
  }

  private synchronized void leave(Waiter waiter) {
    waiters.remove(waiter);
    if (waiters.isEmpty() && looking != null) {
      looking.cancel(false);
      looking = null;
    }
  }

  synchronized boolean looking() {
    return looking != null;
  }

  private void look() {
    try (Connection connection = dataSource.getConnection()) {
      long knownBefore = known.get();
      long position = JournalReader.head(connection).number();
      saw(knownBefore, position);
      moved(position);
    } catch (SQLException | RuntimeException | Error e) {
      LOG.debug("the head could not be looked at; waiting readers ask again themselves", e);
    }
  }

  /** Lets those who wait go, so that a stop need not wait for them. */
  void close(@Observes ShutdownEvent stopping) {
    synchronized (this) {
      closed = true;
    }
    gauge.run();
    waiters.forEach(waiter -> waiter.woken().complete(null));
  }
}

package vn.digitaltrust.journal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * JRN-16: deletes the retry keys that are older than they are kept. Every so often ({@code
 * journal.retry.purge-every}, a minute) it deletes in steps until none is left, so it keeps up with
 * any rate of writing; each step is short and passes over rows that another replica has locked.
 */
@ApplicationScoped
class RetryKeyPurge {
  private static final Logger LOG = Logger.getLogger(RetryKeyPurge.class);

  private final RetryKeyRows rows;
  private final Clock clock;
  private final Duration every;
  private ScheduledExecutorService worker;
  private volatile boolean stopping;

  @Inject
  RetryKeyPurge(
      DataSource dataSource,
      Clock clock,
      @ConfigProperty(name = "journal.retry.purge-every", defaultValue = "1m") Duration every) {
    this.rows = new RetryKeyRows(dataSource);
    this.clock = clock;
    this.every = every;
  }

  void start(@Observes StartupEvent started) {
    worker =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "retry-key-purge");
              thread.setDaemon(true);
              return thread;
            });
    worker.scheduleWithFixedDelay(
        this::purge, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent ending) {
    stopping = true;
    if (worker != null) {
      worker.shutdown();
    }
  }

  private void purge() {
    try {
      Instant keptUntil = clock.instant().minus(RetryKeys.KEPT);
      int deleted;
      do {
        deleted = rows.purge(keptUntil);
      } while (deleted == RetryKeyRows.STEP && !stopping);
    } catch (RuntimeException | Error e) {
      // Whatever it is: an executor that sees an error never runs the work again.
      LOG.warnf(e, "old retry keys could not be deleted; tried again in %s", every);
    }
  }
}

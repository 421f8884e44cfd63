package vn.digitaltrust.journal;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * JRN-24: has partitions of the access log made before they are needed and old ones dropped, at the
 * start and every so often ({@code journal.access-log.partitions-every}, an hour). What is made and
 * what is dropped the database decides, by a function that is its owner's: the runtime role may
 * neither make nor drop a table. Safe in several replicas.
 */
@ApplicationScoped
class AccessLogPartitions {
  private static final Logger LOG = Logger.getLogger(AccessLogPartitions.class);

  private final DataSource dataSource;
  private final Duration every;
  private ScheduledExecutorService worker;

  @Inject
  AccessLogPartitions(
      DataSource dataSource,
      @ConfigProperty(name = "journal.access-log.partitions-every", defaultValue = "1h")
          Duration every) {
    this.dataSource = dataSource;
    this.every = every;
  }

  void start(@Observes StartupEvent started) {
    worker =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "access-log-partitions");
              thread.setDaemon(true);
              return thread;
            });
    worker.scheduleWithFixedDelay(this::keep, 0, every.toMillis(), TimeUnit.MILLISECONDS);
  }

  void stop(@Observes ShutdownEvent ending) {
    if (worker != null) {
      worker.shutdown();
    }
  }

  private void keep() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select access_log_keep()");
    } catch (SQLException | RuntimeException | Error e) {
      // Whatever it is: an executor that sees an error never runs the work again.
      LOG.warnf(e, "the partitions of the access log are as they were; tried again in %s", every);
    }
  }
}

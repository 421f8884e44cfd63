package vn.digitaltrust.journal;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.DomainSocketServerStart;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * A bean that works from when the process takes requests until it stops. A subclass is a singleton
 * and inherits the observers.
 *
 * <p>Followers start then and not before: Vert.x gives its event loops to whoever asks for one in
 * turn, the server asks for each of them as it starts, and a loop that a follower's first request
 * is given meanwhile is one the server goes without for as long as it runs. Quarkus says that a
 * server listens when the first of its loops does; by then the others were asked for, too.
 *
 * <p>A live reload in development keeps the server, so nothing is started again then.
 */
public abstract class WhileServing {
  private static final Logger LOG = Logger.getLogger(WhileServing.class);

  private final AtomicBoolean started = new AtomicBoolean();

  /** For subclasses. */
  protected WhileServing() {}

  /** Begins to work: called once, on a worker thread, when the server listens. */
  protected abstract void start();

  /** Ends the work: called once, when the process stops, also if it was never started. */
  protected abstract void stop();

  /** Has the bean made early, so that a bean that cannot be made stops the start. */
  void early(@Observes StartupEvent starting) {
    LOG.debugf("%s waits until requests are taken", getClass().getName());
  }

  void plain(@ObservesAsync HttpServerStart listening) {
    startOnce();
  }

  void encrypted(@ObservesAsync HttpsServerStart listening) {
    startOnce();
  }

  void local(@ObservesAsync DomainSocketServerStart listening) {
    startOnce();
  }

  void late(@Observes ShutdownEvent stopping) {
    stop();
  }

  private void startOnce() {
    if (started.compareAndSet(false, true)) {
      try {
        start();
      } catch (RuntimeException | Error unstarted) {
        // As at any other start that fails: better no process than one that follows nothing.
        LOG.fatalf(unstarted, "%s did not start", getClass().getName());
        Quarkus.asyncExit(1);
      }
    }
  }
}

package vn.digitaltrust.journal;

import io.quarkus.runtime.Quarkus;
import io.quarkus.vertx.http.DomainSocketServerStart;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.ObservesAsync;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The event that a process has begun to take requests, told once and on a worker thread. Followers
 * start then and not before: Vert.x gives its event loops to whoever asks for one in turn, the
 * server asks for each of them as it starts, and a loop that a follower's first request is given
 * meanwhile is one the server goes without for as long as it runs. Quarkus says that a server
 * listens when the first of its loops does; by then the others were asked for, too.
 *
 * <p>A live reload in development keeps the server, so it is not told again then.
 */
public record Serving() {

  /** Hears it from Quarkus, by whichever of the ways in is open first. */
  @ApplicationScoped
  static class Teller {
    private static final Logger LOG = Logger.getLogger(Serving.class);

    private final Event<Serving> event;
    private final AtomicBoolean told = new AtomicBoolean();

    Teller(Event<Serving> event) {
      this.event = event;
    }

    void plain(@ObservesAsync HttpServerStart started) {
      tell();
    }

    void encrypted(@ObservesAsync HttpsServerStart started) {
      tell();
    }

    void local(@ObservesAsync DomainSocketServerStart started) {
      tell();
    }

    private void tell() {
      if (told.compareAndSet(false, true)) {
        try {
          event.fire(new Serving());
        } catch (RuntimeException | Error unstarted) {
          // As at any other start that fails: better no process than one that follows nothing.
          LOG.fatal("what starts once requests are taken did not start", unstarted);
          Quarkus.asyncExit(1);
        }
      }
    }
  }
}

package vn.digitaltrust.alliance.right;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;

/** Has passed boundaries announced, so that watchers hear of them; no answer depends on it. */
@ApplicationScoped
public class Boundaries {
  private static final Logger LOG = Logger.getLogger(Boundaries.class);
  private static final int STEP = 100;

  private final List<Settlement<?>> settlements;

  Boundaries(@All List<Settlement<?>> settlements) {
    this.settlements = settlements;
  }

  /** Announces all that are due now; rights of one kind that fail keep no other kind waiting. */
  @Scheduled(
      identity = "boundaries",
      every = "{alliance.boundaries.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void announce() {
    for (Settlement<?> settlement : settlements) {
      try {
        announce(settlement);
      } catch (RuntimeException e) {
        LOG.error("Boundaries could not all be announced yet", e);
      }
    }
  }

  private static void announce(Settlement<?> settlement) {
    int done;
    do {
      done = settlement.announce(STEP);
    } while (done == STEP);
  }
}

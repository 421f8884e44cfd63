package vn.digitaltrust.alliance.registry;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * ALL-54: ends what a snapshot has closed, one subject in each transaction, because a transaction
 * takes few entries and a snapshot may close any number of subjects. What is open when the service
 * stops is done after the next start.
 */
@ApplicationScoped
class EndingsInSteps {
  private static final Logger LOG = Logger.getLogger(EndingsInSteps.class);
  private static final int STEP = 500;

  private final Endings endings;

  EndingsInSteps(Endings endings) {
    this.endings = endings;
  }

  @Scheduled(
      identity = "endings",
      every = "{alliance.boundaries.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void endAllDue() {
    List<UUID> due;
    int failed;
    do {
      due = endings.due(STEP);
      failed = 0;
      for (UUID subject : due) {
        failed += end(subject) ? 0 : 1;
      }
    } while (due.size() == STEP && failed == 0);
  }

  /** One that cannot be ended is tried again at the next round and keeps no other waiting. */
  private boolean end(UUID subject) {
    try {
      endings.endDue(subject);
      return true;
    } catch (RuntimeException e) {
      LOG.errorf(e, "The rights of subject %s, which is closed, could not be ended yet", subject);
      return false;
    }
  }
}

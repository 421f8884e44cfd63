package vn.digitaltrust.sanctions.statedecision;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * SAN-103: has it told that time ended the publication of state decisions; also of those that had
 * ended before this was told of any. No answer depends on it.
 */
@ApplicationScoped
class EndedDecisions {
  private static final int BATCH = 100;

  private final StateDecisionDesk desk;

  EndedDecisions(StateDecisionDesk desk) {
    this.desk = desk;
  }

  @Scheduled(
      every = "{sanctions.ends.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void onTime() {
    int told = BATCH;
    while (told == BATCH) {
      told = desk.tellEnded(BATCH);
    }
  }
}

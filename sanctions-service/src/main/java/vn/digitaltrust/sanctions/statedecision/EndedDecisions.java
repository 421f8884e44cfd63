package vn.digitaltrust.sanctions.statedecision;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import vn.digitaltrust.sanctions.running.OneByOne;

/**
 * SAN-103: has it told that time ended the publication of state decisions; also of those that had
 * ended before this was told of any. No answer depends on it.
 */
@ApplicationScoped
class EndedDecisions {
  private final StateDecisionDesk desk;

  EndedDecisions(StateDecisionDesk desk) {
    this.desk = desk;
  }

  @Scheduled(
      every = "{sanctions.ends.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void onTime() {
    OneByOne.tellAll("state decision", desk::ended, desk::tellEnded);
  }
}

package vn.digitaltrust.alliance.membership;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Has passed boundaries announced, so that watchers hear of them; no answer depends on it. */
@ApplicationScoped
class MembershipBoundaries {
  private static final int STEP = 100;

  private final MembershipSettlement settlement;

  MembershipBoundaries(MembershipSettlement settlement) {
    this.settlement = settlement;
  }

  @Scheduled(
      identity = "membership-boundaries",
      every = "{alliance.boundaries.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void announce() {
    int done;
    do {
      done = settlement.announce(STEP);
    } while (done == STEP);
  }
}

package vn.digitaltrust.sanctions.statedecision;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.sanctions.registry.Remaining;
import vn.digitaltrust.sanctions.registry.Remains;
import vn.digitaltrust.sanctions.registry.SubjectErased;

/** SAN-72: erases the texts of state decisions about a subject, and tells what remains of them. */
@ApplicationScoped
class ErasedStateDecisions implements Remaining {
  private static final int PLACE = 2;

  private final StateDecisionRepository repository;
  private final StateDecisionDesk desk;
  private final Remains remains;

  ErasedStateDecisions(
      StateDecisionRepository repository, StateDecisionDesk desk, Remains remains) {
    this.repository = repository;
    this.desk = desk;
    this.remains = remains;
  }

  void erase(@Observes @Priority(PLACE) SubjectErased erased) {
    remains.tell(this, erased, repository.eraseTexts(erased.subject()));
  }

  @Override
  public String aggregate() {
    return "stateDecision";
  }

  @Override
  public int place() {
    return PLACE;
  }

  @Override
  public void tellRemains(UUID id, Instant at) {
    StateDecision decision = repository.require(id);
    repository.touch(decision);
    decision.changedAt = at;
    decision.unpublished = false; // what was told of it is erased, this too
    desk.tell(decision, "stateDecision.varied");
  }
}

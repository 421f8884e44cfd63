package vn.digitaltrust.sanctions.appeal;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.sanctions.registry.Remaining;
import vn.digitaltrust.sanctions.registry.Remains;
import vn.digitaltrust.sanctions.registry.SubjectErased;

/** SAN-72: erases the texts of appeals about a subject, and tells what remains of them. */
@ApplicationScoped
class ErasedAppeals implements Remaining {
  private static final int PLACE = 4;

  private final AppealRepository repository;
  private final AppealDesk desk;
  private final Remains remains;

  ErasedAppeals(AppealRepository repository, AppealDesk desk, Remains remains) {
    this.repository = repository;
    this.desk = desk;
    this.remains = remains;
  }

  void erase(@Observes @Priority(PLACE) SubjectErased erased) {
    remains.tell(this, erased, repository.eraseTexts(erased.subject()));
  }

  @Override
  public String aggregate() {
    return "appeal";
  }

  @Override
  public int place() {
    return PLACE;
  }

  @Override
  public void tellRemains(UUID id, Instant at) {
    Appeal appeal = repository.require(id);
    repository.touch(appeal);
    appeal.changedAt = at;
    desk.tell(appeal, "appeal.erased", null);
  }
}

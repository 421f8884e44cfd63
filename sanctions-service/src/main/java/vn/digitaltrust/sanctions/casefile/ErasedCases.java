package vn.digitaltrust.sanctions.casefile;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.sanctions.registry.Remaining;
import vn.digitaltrust.sanctions.registry.Remains;
import vn.digitaltrust.sanctions.registry.SubjectErased;

/** SAN-72: erases the texts of cases about a subject, and tells what remains of them. */
@ApplicationScoped
class ErasedCases implements Remaining {
  private static final int PLACE = 3;

  private final CaseRepository repository;
  private final CaseFiles files;
  private final Remains remains;

  ErasedCases(CaseRepository repository, CaseFiles files, Remains remains) {
    this.repository = repository;
    this.files = files;
    this.remains = remains;
  }

  void erase(@Observes @Priority(PLACE) SubjectErased erased) {
    remains.tell(this, erased, repository.eraseTexts(erased.subject()));
  }

  @Override
  public String aggregate() {
    return "case";
  }

  @Override
  public int place() {
    return PLACE;
  }

  @Override
  public void tellRemains(UUID id, Instant at) {
    CaseFile file = repository.require(id);
    repository.touch(file);
    file.changedAt = at;
    files.tell(file, "case.erased", null);
  }
}

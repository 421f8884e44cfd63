package vn.digitaltrust.sanctions.measure;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.sanctions.registry.Remaining;
import vn.digitaltrust.sanctions.registry.Remains;
import vn.digitaltrust.sanctions.registry.SubjectErased;

/** SAN-72: erases the texts of measures about a subject, and tells what remains of them. */
@ApplicationScoped
class ErasedMeasures implements Remaining {
  private static final int PLACE = 1;

  private final MeasureRepository repository;
  private final Measures measures;
  private final Remains remains;

  ErasedMeasures(MeasureRepository repository, Measures measures, Remains remains) {
    this.repository = repository;
    this.measures = measures;
    this.remains = remains;
  }

  void erase(@Observes @Priority(PLACE) SubjectErased erased) {
    remains.tell(this, erased, repository.eraseTexts(erased.subject()));
  }

  @Override
  public String aggregate() {
    return "measure";
  }

  @Override
  public int place() {
    return PLACE;
  }

  @Override
  public void tellRemains(UUID id, Instant at) {
    Measure measure = measures.find(id);
    repository.touch(measure);
    measure.changed(at);
    measures.tellRemains(measure);
  }
}

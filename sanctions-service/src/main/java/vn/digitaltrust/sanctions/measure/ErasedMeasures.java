package vn.digitaltrust.sanctions.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import vn.digitaltrust.sanctions.registry.Remaining;

/** SAN-72: tells what remains of the measures of a subject whose private texts are gone. */
@ApplicationScoped
class ErasedMeasures implements Remaining {
  private final MeasureRepository repository;
  private final Measures measures;

  ErasedMeasures(MeasureRepository repository, Measures measures) {
    this.repository = repository;
    this.measures = measures;
  }

  @Override
  public String aggregate() {
    return "measure";
  }

  @Override
  public void tellRemains(UUID id, Instant at) {
    Measure measure = measures.find(id);
    repository.touch(measure);
    measure.changed(at);
    measures.tellRemains(measure);
  }
}

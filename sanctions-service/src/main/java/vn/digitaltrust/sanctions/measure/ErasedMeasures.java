package vn.digitaltrust.sanctions.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.digitaltrust.sanctions.registry.SubjectErased;

/** SAN-72: tells what remains of the measures of a subject whose private texts are gone. */
@ApplicationScoped
class ErasedMeasures {
  private final MeasureRepository repository;
  private final Measures measures;

  ErasedMeasures(MeasureRepository repository, Measures measures) {
    this.repository = repository;
    this.measures = measures;
  }

  void on(@Observes SubjectErased erased) {
    for (Measure measure : repository.of(erased.ids())) {
      repository.touch(measure);
      measure.changedAt = erased.at();
      measures.tell(measure, "measure.varied");
    }
  }
}

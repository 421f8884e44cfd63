package vn.digitaltrust.sanctions.measure;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.digitaltrust.sanctions.running.OneByOne;
import vn.digitaltrust.vocabulary.MeasureKind;

/**
 * SAN-102: tells once of the effect of measures that were decided before effects were told. What it
 * has told it finds told, so it may be interrupted, and run again and by several replicas.
 */
@ApplicationScoped
class UntoldEffects {
  private static final List<MeasureKind> KINDS =
      Stream.of(MeasureKind.values()).filter(MeasureEffect::of).toList();

  private final MeasureRepository repository;
  private final Measures measures;
  private volatile boolean allTold;

  UntoldEffects(MeasureRepository repository, Measures measures) {
    this.repository = repository;
    this.measures = measures;
  }

  @Scheduled(
      every = "{sanctions.ends.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void untilAllAreTold() {
    if (!allTold) {
      allTold = tell().failed() == 0;
    }
  }

  OneByOne.Pass tell() {
    return OneByOne.tellAll(
        "the effect of measure",
        (after, most) -> repository.withoutEffectTold(KINDS, after, most),
        this::tell);
  }

  private boolean tell(UUID id) {
    Measure measure = measures.find(id);
    if (repository.isEffectTold(id)) {
      return false; // by another replica
    }
    measures.tellEffect(measure, "measure.told");
    return true;
  }
}

package vn.digitaltrust.sanctions.measure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.stream.Stream;
import vn.digitaltrust.vocabulary.MeasureKind;

/**
 * SAN-102: tells once of the effect of measures that were decided before effects were told. What it
 * has told it finds told, so it may be interrupted, and run again and by several replicas.
 */
@ApplicationScoped
class UntoldEffects {
  private static final int BATCH = 500;

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
    while (!allTold) {
      allTold = QuarkusTransaction.requiringNew().call(this::tell) == 0;
    }
  }

  /** Tells of some of them; returns of how many. */
  @Transactional
  int tell() {
    List<Measure> untold = repository.withoutEffectTold(KINDS, BATCH);
    untold.forEach(measure -> measures.tellEffect(measure, "measure.told"));
    return untold.size();
  }
}

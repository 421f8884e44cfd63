package vn.digitaltrust.sanctions.measure;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * SAN-49: tells watchers that time ended a measure. No answer depends on it. Exactly once with any
 * number of replicas: the mark and the entry share a transaction, and a row that another replica
 * has locked is left to it.
 */
@ApplicationScoped
class EndsByTime {
  private static final int BATCH = 100;

  private final MeasureRepository repository;
  private final Measures measures;
  private final Clock clock;

  EndsByTime(MeasureRepository repository, Measures measures, Clock clock) {
    this.repository = repository;
    this.measures = measures;
    this.clock = clock;
  }

  @Scheduled(
      every = "{sanctions.ends.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void onTime() {
    announce();
  }

  /** Announces some of the ends that nobody has heard of; returns how many. */
  @Transactional
  int announce() {
    List<Measure> ended = repository.endedUnannounced(VietnamTime.now(clock), BATCH);
    Instant now = VietnamTime.now(clock);
    for (Measure measure : ended) {
      measure.announceEnd(now);
      measures.tell(measure, "measure.ended");
    }
    return ended.size();
  }
}

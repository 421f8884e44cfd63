package vn.digitaltrust.sanctions.measure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * SAN-49, SAN-101: tells watchers that time ended a measure, and with it its publication; also of
 * those that had ended before this was told of any. No answer depends on it. Exactly once with any
 * number of replicas: the mark and the entries share a transaction, and a row that another replica
 * has locked is left to it.
 */
@ApplicationScoped
class EndsByTime {
  /** Each tells up to five entries, and the journal takes 1,000 in one transaction. */
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
  void onTime() {
    int told = BATCH;
    while (told == BATCH) {
      told = QuarkusTransaction.requiringNew().call(this::announce);
    }
  }

  /** Announces some of the ends that nobody has heard of; returns how many. */
  @Transactional
  int announce() {
    List<Measure> ended = repository.noLongerPublic(VietnamTime.now(clock), BATCH);
    Instant now = VietnamTime.now(clock);
    for (Measure measure : ended) {
      measure.changed(now);
      measures.tell(measure, "measure." + end(measure).toLowerCase(Locale.ROOT));
    }
    return ended.size();
  }

  private static String end(Measure measure) {
    return measure.endState == null ? "ended" : measure.endState.name();
  }
}

package vn.digitaltrust.sanctions.measure;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import vn.digitaltrust.sanctions.running.OneByOne;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * SAN-49, SAN-101: tells watchers that time ended a measure, and with it its publication; also of
 * those that had ended before this was told of any. No answer depends on it. Exactly once with any
 * number of replicas: the mark and the entries share a transaction, and a row that another replica
 * has locked is left to it.
 */
@ApplicationScoped
class EndsByTime {
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
    announce();
  }

  /** Announces the ends that nobody has heard of; returns how many. */
  int announce() {
    Instant now = VietnamTime.now(clock);
    return OneByOne.tellAll(
            "measure",
            (after, most) -> repository.noLongerPublic(now, after, most),
            id -> announce(id, now))
        .told();
  }

  private boolean announce(UUID id, Instant now) {
    Optional<Measure> ended = repository.lockNoLongerPublic(id, now);
    ended.ifPresent(
        measure -> {
          measure.changed(VietnamTime.now(clock));
          measures.tell(measure, "measure." + end(measure).toLowerCase(Locale.ROOT));
        });
    return ended.isPresent();
  }

  private static String end(Measure measure) {
    return measure.endState == null ? "ended" : measure.endState.name();
  }
}

package vn.digitaltrust.deploy.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * What came of one load.
 *
 * <p>Times are those of admitted requests, in microseconds. At a fixed rate they count from the
 * moment at which a request was to be sent, so that one that had to wait because others took long
 * is not left out; those that were never sent count with the time they had waited by then.
 */
public final class Outcome {
  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);

  private final Histogram sinceDue = new Histogram(LONGEST_MICROS, 3);
  private final Histogram sinceSent = new Histogram(LONGEST_MICROS, 3);
  private final Map<Integer, Long> statuses = new TreeMap<>();
  private double seconds;
  private long unsent;

  void answered(int status, long dueNanos, long sentNanos, long now) {
    statuses.merge(status, 1L, Long::sum);
    if (status / 100 == 2) {
      sinceDue.recordValue(micros(now - dueNanos));
      sinceSent.recordValue(micros(now - sentNanos));
    }
  }

  void unsent(long dueNanos, long now) {
    unsent++;
    sinceDue.recordValue(micros(now - dueNanos));
  }

  void took(long nanos) {
    seconds = nanos / 1e9;
  }

  private static long micros(long nanos) {
    return Math.min(LONGEST_MICROS, Math.max(0, nanos / 1_000));
  }

  /** Answers of any status. */
  public long answers() {
    return statuses.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Seconds from the first request until the last answer. */
  public double seconds() {
    return seconds;
  }

  /** Answers of any status in a second. */
  public double perSecond() {
    return answers() / seconds;
  }

  /** Answers of one status in a second. */
  public double perSecond(int status) {
    return statuses.getOrDefault(status, 0L) / seconds;
  }

  /** How many answers had which status. */
  public Map<Integer, Long> statuses() {
    return Map.copyOf(statuses);
  }

  /** How many requests were due and could not be sent in time. */
  public long unsent() {
    return unsent;
  }

  /** Milliseconds from the moment a request was due within which this percentage was answered. */
  public double millis(double percentile) {
    return sinceDue.getValueAtPercentile(percentile) / 1e3;
  }

  /** As {@link #millis}, from the moment a request was sent. */
  public double millisSinceSent(double percentile) {
    return sinceSent.getValueAtPercentile(percentile) / 1e3;
  }

  /** Whether something was sent and every request was answered as it should be. */
  public boolean allAnswered() {
    return !statuses.isEmpty() && statuses.keySet().stream().allMatch(status -> status == 200);
  }

  /**
   * This outcome, if every request was answered as it should be.
   *
   * @throws IllegalStateException otherwise: figures of refusals would mean nothing
   */
  public Outcome orThrow() {
    if (!allAnswered()) {
      throw new IllegalStateException("the answers by status are " + statuses);
    }
    return this;
  }
}

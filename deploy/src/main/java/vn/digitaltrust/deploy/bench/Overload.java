package vn.digitaltrust.deploy.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Measures what becomes of checks at five times what a gateway sustains. That gateway has one event
 * loop, so that the other processors of the machine can load it.
 */
final class Overload {
  private static final int SUSTAINED_BY = 32;
  private static final int CROWD = 1_000;
  private static final double TIMES = 5;

  /** At this share of what it sustains the gateway counts as unloaded. */
  private static final double UNLOADED = 0.25;

  private static final int MOST_WINDOWS = 10;

  private final int gateway;
  private final Requests requests;
  private final LongSupplier megabytes;
  private final Duration time;
  private final Figures figures;

  /**
   * A measurement of a gateway that runs.
   *
   * @param gateway its port
   * @param megabytes what its process holds in memory
   * @param time of each load
   */
  Overload(int gateway, Requests requests, LongSupplier megabytes, Duration time, Figures figures) {
    this.gateway = gateway;
    this.requests = requests;
    this.megabytes = megabytes;
    this.time = time;
    this.figures = figures;
  }

  /** Makes the gateway fast. Until it is, it may well turn some away, which is not counted. */
  void warmUp() {
    load(SUSTAINED_BY).asFastAsAnswered(time);
  }

  /** Measures everything once. */
  void round() {
    double sustained = load(SUSTAINED_BY).asFastAsAnswered(time).orThrow().perSecond();
    Outcome unloaded = load(CROWD).at(sustained * UNLOADED, time);
    double calm = unloaded.millisSinceSent(99);
    long before = megabytes.getAsLong();
    Outcome crowded = load(CROWD).at(sustained * TIMES, time.multipliedBy(2));
    long grown = megabytes.getAsLong() - before;
    figures.note("overload: sustained by one event loop", "answers/s", sustained);
    figures.note("overload: arrived, times what is sustained", "", crowded.perSecond() / sustained);
    figures.note("overload: answered", "answers/s", crowded.perSecond(200));
    figures.note("overload: turned away", "answers/s", crowded.perSecond(503));
    figures.note("overload: turned away without it", "answers/s", unloaded.perSecond(503));
    figures.note("overload: p99 of those answered", "ms", crowded.millisSinceSent(99));
    figures.note("overload: p99 without it", "ms", calm);
    figures.note("overload: p99 with / without", "", crowded.millisSinceSent(99) / calm);
    figures.note("overload: memory grown by", "MB", grown);
    figures.note("overload: normal again after", "s", normalAfter(sustained * UNLOADED, calm));
  }

  /**
   * Seconds until in one of them nobody is turned away and nobody waits much longer than before.
   */
  private double normalAfter(double rate, double calm) {
    Duration window = Duration.ofSeconds(1);
    for (int i = 0; i < MOST_WINDOWS; i++) {
      Outcome outcome = load(CROWD).at(rate, window);
      boolean nobodyRefused = outcome.statuses().keySet().equals(Set.of(200));
      if (nobodyRefused && outcome.millisSinceSent(99) <= 3 * calm) {
        return i;
      }
    }
    return MOST_WINDOWS;
  }

  private Load load(int connections) {
    List<byte[]> checks = requests.checks("/trust/v1/accounts");
    return new Load(gateway, checks, connections);
  }

  /** What the figures should be. */
  static void aims(Figures figures) {
    figures.atMost("overload: turned away without it", 0);
    figures.atMost("overload: p99 with / without", 3);
    figures.atMost("overload: normal again after", 5);
  }
}

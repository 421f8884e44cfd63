package vn.digitaltrust.deploy.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Measures what becomes of requests at five times what a gateway sustains. That gateway has one
 * event loop, so that the other processors of the machine can load it.
 */
final class Overload {
  private static final int CONNECTIONS = 1_000;
  private static final double TIMES = 5;

  /** At this share of what it sustains the gateway counts as unloaded. */
  private static final double UNLOADED = 0.25;

  private static final int MOST_WINDOWS = 10;

  private final String what;
  private final int callers;
  private final int gateway;
  private final Supplier<List<byte[]>> requests;
  private final LongSupplier megabytes;
  private final Duration time;
  private final Figures figures;

  /**
   * A measurement of a gateway that runs.
   *
   * @param what is asked, for the names of the figures
   * @param callers who ask again when they were answered: so few that none is refused
   * @param gateway its port
   * @param requests asked in turn
   * @param megabytes what its process holds in memory
   * @param time of each load
   */
  Overload(
      String what,
      int callers,
      int gateway,
      Supplier<List<byte[]>> requests,
      LongSupplier megabytes,
      Duration time,
      Figures figures) {
    this.what = "overload of " + what + ": ";
    this.callers = callers;
    this.gateway = gateway;
    this.requests = requests;
    this.megabytes = megabytes;
    this.time = time;
    this.figures = figures;
  }

  /** Makes the gateway fast. Until it is, it may refuse some requests, which are not counted. */
  void warmUp() {
    load(callers).asFastAsAnswered(time);
  }

  /** Measures everything once. */
  void round() {
    double sustained = load(callers).asFastAsAnswered(time).orThrow().perSecond();
    Outcome unloaded = load(CONNECTIONS).at(sustained * UNLOADED, time);
    double calm = unloaded.millisSinceSent(99);
    long before = megabytes.getAsLong();
    Outcome loaded = load(CONNECTIONS).at(sustained * TIMES, time.multipliedBy(5));
    long grown = megabytes.getAsLong() - before;
    figures.note(what + "sustained by one event loop", "answers/s", sustained);
    figures.note(what + "arrived, times what is sustained", "", loaded.perSecond() / sustained);
    figures.note(what + "answered", "answers/s", loaded.perSecond(200));
    figures.note(what + "refused", "answers/s", loaded.perSecond(503));
    figures.note(what + "refused without it", "answers/s", unloaded.perSecond(503));
    figures.note(what + "p99 of those answered", "ms", loaded.millisSinceSent(99));
    figures.note(what + "p99 without it", "ms", calm);
    figures.note(what + "p99 with / without", "", loaded.millisSinceSent(99) / calm);
    figures.note(what + "memory grown by", "MB", grown);
    figures.note(what + "normal again after", "s", normalAfter(sustained * UNLOADED, calm));
  }

  /** Seconds until in one of them no request is refused and none takes much longer than before. */
  private double normalAfter(double rate, double calm) {
    Duration window = Duration.ofSeconds(1);
    for (int i = 0; i < MOST_WINDOWS; i++) {
      Outcome outcome = load(CONNECTIONS).at(rate, window);
      boolean nobodyRefused = outcome.statuses().keySet().equals(Set.of(200));
      if (nobodyRefused && outcome.millisSinceSent(99) <= 3 * calm) {
        return i;
      }
    }
    return MOST_WINDOWS;
  }

  private Load load(int connections) {
    return new Load(gateway, requests.get(), connections);
  }

  /** What the figures should be. */
  void aims() {
    figures.atMost(what + "refused without it", 0);
    figures.atMost(what + "p99 with / without", 5);
    figures.atMost(what + "normal again after", 5);
  }
}

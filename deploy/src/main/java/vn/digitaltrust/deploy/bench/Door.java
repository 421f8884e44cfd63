package vn.digitaltrust.deploy.bench;

import java.time.Duration;
import java.util.List;

/**
 * Measures the door: trust checks, single and in batches, beside Vert.x alone and beside Vert.x
 * with PostgreSQL; passing on, beside nginx; and how long checks take at a fixed rate. Each round
 * measures everything once, so that what else the machine does meets all alike.
 */
final class Door {
  private static final int CALLERS = 64;
  private static final int BATCHES = 4;

  /** Fewer than a client may have under way at a service. */
  private static final int READERS = 12;

  private final Ports ports;
  private final Requests requests;
  private final Duration time;
  private final Figures figures;

  /**
   * Where everybody listens.
   *
   * @param nginx 0 where there is none
   */
  record Ports(int gateway, int yardsticks, int registry, int nginx) {}

  /**
   * A measurement of what is running already.
   *
   * @param time of each load
   */
  Door(Ports ports, Requests requests, Duration time, Figures figures) {
    this.ports = ports;
    this.requests = requests;
    this.time = time;
    this.figures = figures;
  }

  /** Makes the gateway fast. Until it is, it may well turn some away, which is not counted. */
  void warmUp() {
    new Load(ports.gateway(), requests.checks("/trust/v1/accounts"), CALLERS)
        .asFastAsAnswered(time);
  }

  /** Measures everything once. */
  void round() {
    double row = checks();
    batches();
    passingOn(row);
    rate(1_000);
    rate(5_000);
  }

  /** How many answers of one row Vert.x gives in a second. */
  private double checks() {
    double raw = fast(ports.yardsticks(), requests.checks(Yardsticks.RAW), CALLERS);
    double row = fast(ports.yardsticks(), requests.checks(Yardsticks.DATABASE), CALLERS);
    double check = fast(ports.gateway(), requests.checks("/trust/v1/accounts"), CALLERS);
    figures.note("raw Vert.x, the same bytes", "answers/s", raw);
    figures.note("Vert.x and one row of PostgreSQL", "answers/s", row);
    figures.note("trust check", "answers/s", check);
    figures.note("trust check / raw Vert.x", "", check / raw);
    figures.note("trust check / Vert.x and PostgreSQL", "", check / row);
    return row;
  }

  private void batches() {
    double json = fast(ports.gateway(), requests.batches(), BATCHES);
    double lines = fast(ports.gateway(), requests.lines(), BATCHES);
    figures.note("batches of 1,000 in JSON", "subjects/s", json * Requests.BATCH);
    figures.note("batches of 1,000 in lines", "subjects/s", lines * Requests.BATCH);
  }

  private void passingOn(double row) {
    double directly = fast(ports.registry(), requests.reads(), READERS);
    double through = fast(ports.gateway(), requests.reads(), READERS);
    figures.note("registry read, asked directly", "answers/s", directly);
    figures.note("registry read / Vert.x and PostgreSQL", "", directly / row);
    figures.note("registry read, through the gateway", "answers/s", through);
    if (ports.nginx() > 0) {
      double nginx = fast(ports.nginx(), requests.reads(), READERS);
      figures.note("registry read, through nginx", "answers/s", nginx);
      figures.note("passing on, gateway / nginx", "", through / nginx);
    }
  }

  private void rate(int perSecond) {
    Outcome outcome =
        new Load(ports.gateway(), requests.checks("/trust/v1/accounts"), CALLERS)
            .at(perSecond, time)
            .orThrow();
    String what = "checks at %,d/s: ".formatted(perSecond);
    figures.note(what + "answered", "answers/s", outcome.perSecond());
    figures.note(what + "p50", "ms", outcome.millis(50));
    figures.note(what + "p99", "ms", outcome.millis(99));
    figures.note(what + "p99.9", "ms", outcome.millis(99.9));
  }

  private double fast(int port, List<byte[]> sent, int connections) {
    return new Load(port, sent, connections).asFastAsAnswered(time).orThrow().perSecond();
  }

  /** What the figures should be. */
  static void aims(Figures figures) {
    figures.atLeast("trust check / raw Vert.x", 0.6);
    figures.atLeast("trust check / Vert.x and PostgreSQL", 1.2);
    figures.atLeast("registry read / Vert.x and PostgreSQL", 0.15);
    figures.atLeast("batches of 1,000 in JSON", 150_000);
    figures.atLeast("batches of 1,000 in lines", 150_000);
    figures.atLeast("passing on, gateway / nginx", 0.7);
    figures.atMost("checks at 5,000/s: p99", 5);
  }
}

package vn.digitaltrust.deploy.command;

import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.digitaltrust.deploy.bench.Distribution;
import vn.digitaltrust.deploy.bench.DoorBenchmark;
import vn.digitaltrust.deploy.bench.Figures;
import vn.digitaltrust.deploy.bench.Propagation;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.sample.SampleAccounts;
import vn.digitaltrust.deploy.sample.SampleLoader;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.deploy.story.Narrator;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.deploy.suite.Suite;

@Command(
    name = "door",
    description =
        "Measures trust checks and passing on beside raw Vert.x, PostgreSQL and nginx (if it is"
            + " installed), how long checks take at a fixed rate, whether the number of accounts makes"
            + " a difference, what becomes of too many, and how soon a measure is seen.",
    mixinStandardHelpOptions = true)
final class DoorCommand implements Callable<Integer> {
  private static final int SEED = 1;
  private static final int TRIES = 200;

  /** What can be measured. */
  enum Part {
    CHECKS,
    SIZES,
    OVERLOAD,
    PROPAGATION
  }

  @Option(
      names = "--only",
      paramLabel = "PART",
      description = "Measures only this: ${COMPLETION-CANDIDATES}; all of it by default.")
  private Set<Part> only = EnumSet.allOf(Part.class);

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How many rounds count, after those that warm up (default: ${DEFAULT-VALUE}).")
  private int rounds = 3;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long each load lasts (default: ${DEFAULT-VALUE}).")
  private int seconds = 4;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Where the figures go (default: deploy/target/door.json in the checkout).")
  private Path json;

  @Option(
      names = "--kols",
      paramLabel = "N",
      description = "How many fictional KOLs are imported first (default: ${DEFAULT-VALUE}).")
  private int kols = 5_000;

  /** At once, so that what was measured is not lost with what follows. */
  private static void show(Figures all, Figures part) {
    System.out.printf("%n%s%n", part.table());
    all.add(part);
  }

  private Figures propagation(Settings settings, Tokens tokens) {
    Api api = new Api(settings, tokens, Narrator.silent());
    Propagation propagation = new Propagation(api);
    Figures figures = new Figures();
    propagation.measure(TRIES, done -> {}); // the services have had nothing to write so far
    for (int i = 0; i < rounds; i++) {
      Distribution found = propagation.measure(TRIES, done -> {});
      figures.note("propagation, commit to trust check: p50", "ms", found.percentile(0.5));
      figures.note("propagation, commit to trust check: p99", "ms", found.percentile(0.99));
    }
    figures.atMost("propagation, commit to trust check: p99", 50);
    return figures;
  }

  @Override
  public Integer call() throws IOException {
    Settings settings = Settings.from(System.getenv());
    Progress progress = new Progress(System.out);
    Suite suite = new Suite(settings, progress);
    boolean wasRunning = suite.complete();
    suite.start();
    Tokens tokens = new Tokens(settings, suite.secrets(), Clock.systemUTC());
    new SampleLoader(settings, tokens, SEED).load(kols, done -> {});
    try (DoorBenchmark benchmark =
        new DoorBenchmark(settings, suite, tokens, SampleAccounts.first(SEED, kols), progress)) {
      Duration time = Duration.ofSeconds(seconds);
      System.out.printf(
          "%nMedian (range) of %d rounds of %d s each; %d processors, shared by servers, databases"
              + " and the load; Java %s%n",
          rounds,
          seconds,
          Runtime.getRuntime().availableProcessors(),
          System.getProperty("java.version"));
      Figures figures = new Figures();
      if (only.contains(Part.CHECKS)) {
        show(figures, benchmark.measure(rounds, time));
      }
      if (only.contains(Part.SIZES)) {
        show(figures, benchmark.sizes(rounds, time));
      }
      if (only.contains(Part.OVERLOAD)) {
        show(figures, benchmark.overload(rounds, time));
      }
      if (only.contains(Part.PROPAGATION)) {
        show(figures, propagation(settings, tokens));
      }
      Path file = json == null ? settings.checkout().resolve("deploy/target/door.json") : json;
      Files.createDirectories(file.toAbsolutePath().getParent());
      Http.JSON
          .writer(SerializationFeature.INDENT_OUTPUT)
          .writeValue(file.toFile(), DoorBenchmark.json(figures, rounds, time));
      System.out.printf("%nAll values: %s%n", file);
      return 0;
    } finally {
      if (!wasRunning) {
        suite.stop();
      }
    }
  }
}

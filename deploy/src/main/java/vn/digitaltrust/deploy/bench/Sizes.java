package vn.digitaltrust.deploy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import vn.digitaltrust.deploy.sample.SampleAccounts.Named;

/**
 * Measures whether checks are as fast however many accounts a gateway holds. Each size has a
 * gateway of its own, which follows made-up journals of that size, served by the class that serves
 * them to the benchmark of the index. All of them run at once and are asked in turn.
 */
final class Sizes implements AutoCloseable {
  private static final List<Integer> ACCOUNTS = List.of(5_000, 300_000, 1_000_000);

  /** As many of each are asked about, from all over. */
  private static final int ASKED = 5_000;

  private static final Duration SLICE = Duration.ofSeconds(1);
  private static final int CALLERS = 64;
  private static final int WARM_UP = 10;
  private static final int BATCHES = 4;

  private final Path checkout;
  private final Path folder;
  private final Duration time;
  private final Figures figures;
  private final List<Process> neighbours = new ArrayList<>();
  private final List<Size> sizes = new ArrayList<>();

  private record Size(int accounts, int gateway, List<byte[]> checks, List<byte[]> batches) {}

  /**
   * Nothing runs yet.
   *
   * @param checkout where the modules are built
   * @param folder for journals; they take 1.5 KB an account
   * @param time of each load
   */
  Sizes(Path checkout, Path folder, Duration time, Figures figures) {
    this.checkout = checkout;
    this.folder = folder;
    this.time = time;
    this.figures = figures;
  }

  /**
   * Starts a gateway for each size.
   *
   * @param java the program
   * @param gateway starts one by these settings and heap in megabytes, and tells its port when it
   *     is ready
   * @param requests about these accounts
   */
  void start(
      Path java,
      BiFunction<Map<String, String>, Integer, Integer> gateway,
      Function<List<Named>, Requests> requests) {
    for (int accounts : ACCOUNTS) {
      try {
        Process process = neighbours(java, accounts);
        neighbours.add(process);
        BufferedReader said = process.inputReader();
        String origin = said.readLine();
        if (origin == null) {
          throw new IOException("the made-up journals cannot be served: see above");
        }
        List<Named> asked = new ArrayList<>();
        while (asked.size() < ASKED) {
          String[] account = said.readLine().split(" ");
          asked.add(new Named(account[0], account[1]));
        }
        Map<String, String> settings =
            Map.of("REGISTRY_URL", origin, "SANCTIONS_URL", origin, "ALLIANCE_URL", origin);
        int port = gateway.apply(settings, 256 + accounts / 1_000);
        Requests about = requests.apply(asked);
        sizes.add(new Size(accounts, port, about.checks("/trust/v1/accounts"), about.batches()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Process neighbours(Path java, int accounts) throws IOException {
    Path gateway = checkout.resolve("gateway/target");
    Path app = gateway.resolve("quarkus-app");
    return new ProcessBuilder(
            java.toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            "%s:%s/app/*:%s/lib/main/*:%s/lib/boot/*"
                .formatted(gateway.resolve("test-classes"), app, app, app),
            "vn.digitaltrust.gateway.trust.BenchmarkNeighbours",
            Integer.toString(accounts),
            Integer.toString(ASKED),
            Files.createDirectory(folder.resolve("journals-" + accounts)).toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Checks until none is turned away, or often: a gateway is not fast from the beginning. */
  void warmUp() {
    for (Size size : sizes) {
      Load load = new Load(size.gateway(), size.checks(), CALLERS);
      for (int i = 0; i < WARM_UP && !load.asFastAsAnswered(time).allAnswered(); i++) {
        // again
      }
    }
  }

  /**
   * Measures every size once, in slices of a second by turns: what the machine does besides then
   * meets all of them alike.
   */
  void round() {
    double[] checks = new double[sizes.size()];
    double[] batches = new double[sizes.size()];
    long slices = Math.max(1, time.dividedBy(SLICE));
    for (int slice = 0; slice < slices; slice++) {
      for (int i = 0; i < sizes.size(); i++) {
        Size size = sizes.get(i);
        checks[i] += fast(size, size.checks(), CALLERS) / slices;
        batches[i] += fast(size, size.batches(), BATCHES) * Requests.BATCH / slices;
      }
    }
    for (int i = 0; i < sizes.size(); i++) {
      String what = "%,d accounts: ".formatted(sizes.get(i).accounts());
      figures.note(what + "checks", "answers/s", checks[i]);
      figures.note(what + "batches in JSON", "subjects/s", batches[i]);
      if (i > 0) {
        figures.note(what + "checks / smallest", "", checks[i] / checks[0]);
        figures.note(what + "batches / smallest", "", batches[i] / batches[0]);
      }
    }
  }

  private static double fast(Size size, List<byte[]> requests, int connections) {
    return new Load(size.gateway(), requests, connections)
        .asFastAsAnswered(SLICE)
        .orThrow()
        .perSecond();
  }

  /** What the figures should be. */
  static void aims(Figures figures) {
    ACCOUNTS.stream()
        .skip(1)
        .forEach(
            accounts -> {
              String what = "%,d accounts: ".formatted(accounts);
              figures.atLeast(what + "checks / smallest", 0.95);
              figures.atLeast(what + "batches / smallest", 0.95);
            });
  }

  /** Ends those that serve journals, and deletes these. */
  @Override
  public void close() {
    for (Process process : neighbours) {
      process.destroy();
      process.onExit().join();
    }
    for (int accounts : ACCOUNTS) {
      Path journals = folder.resolve("journals-" + accounts);
      try {
        for (String journal : List.of("registry", "sanctions", "alliance")) {
          Files.deleteIfExists(journals.resolve(journal));
        }
        Files.deleteIfExists(journals);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

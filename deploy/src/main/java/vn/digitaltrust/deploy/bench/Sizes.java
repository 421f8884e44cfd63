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
import java.util.stream.Stream;
import vn.digitaltrust.deploy.sample.SampleAccounts.Named;

/**
 * Measures whether checks are as fast however many accounts a gateway holds. Each size has a
 * gateway of its own, which follows made-up journals of that size, served by the class that serves
 * them to the benchmark of the index. All of them run at once and are asked in turn.
 *
 * <p>Besides what each answers in a second, it measures how long processors are busy in a gateway
 * for each answer: that hardly depends on what else a shared machine does meanwhile.
 */
final class Sizes implements AutoCloseable {
  private static final List<Integer> ACCOUNTS = List.of(5_000, 300_000, 1_000_000);

  /** As many of each are asked about, from all over. */
  private static final int ASKED = 5_000;

  private static final Duration SLICE = Duration.ofMillis(200);

  /** So many slices of each kind pass by until little is left for a gateway's compilers. */
  private static final int WARM_UP = 100;

  /** Few enough that none is refused while a gateway stands still for a moment. */
  private static final int CALLERS = 32;

  private static final int BATCHES = 4;

  private final Path checkout;
  private final Path folder;
  private final Duration time;
  private final Figures figures;
  private final List<Process> neighbours = new ArrayList<>();
  private final List<Size> sizes = new ArrayList<>();

  /**
   * A gateway that is ready.
   *
   * @param port where it listens
   */
  record Gateway(int port, ProcessHandle process) {
    private Duration busy() {
      return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
  }

  private record Size(int accounts, Gateway gateway, Requests requests) {
    private Turns checks() {
      return new Turns(gateway, requests.checks("/trust/v1/accounts"), CALLERS);
    }

    private Turns batches() {
      return new Turns(gateway, requests.batches(), BATCHES);
    }

    private String noted(String what) {
      return "%,d accounts: %s".formatted(accounts, what);
    }
  }

  /** What one gateway did in its turns. */
  private static final class Turns {
    private final Gateway gateway;
    private final Load load;
    private long answers;
    private double seconds;
    private Duration busy = Duration.ZERO;

    private Turns(Gateway gateway, List<byte[]> requests, int connections) {
      this.gateway = gateway;
      this.load = new Load(gateway.port(), requests, connections);
    }

    private Outcome take() {
      Duration before = gateway.busy();
      Outcome outcome = load.asFastAsAnswered(SLICE);
      busy = busy.plus(gateway.busy()).minus(before);
      answers += outcome.answers();
      seconds += outcome.seconds();
      return outcome;
    }

    private double perSecond() {
      return answers / seconds;
    }

    private double busyMicros() {
      return busy.toNanos() / 1e3 / answers;
    }
  }

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
   * @param gateway starts one by these settings and heap in megabytes
   * @param requests about these accounts
   */
  void start(
      Path java,
      BiFunction<Map<String, String>, Integer, Gateway> gateway,
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
        Gateway ready = gateway.apply(settings, 256 + accounts / 1_000);
        sizes.add(new Size(accounts, ready, requests.apply(asked)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private Process neighbours(Path java, int accounts) throws IOException {
    Path gateway = checkout.resolve("gateway/target");
    Path app = gateway.resolve("quarkus-app");
    Path hashes = checkout.resolve("libraries/journal/target/test-classes");
    return new ProcessBuilder(
            java.toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-cp",
            "%s:%s:%s/app/*:%s/lib/main/*:%s/lib/boot/*"
                .formatted(gateway.resolve("test-classes"), hashes, app, app, app),
            "vn.digitaltrust.gateway.trust.BenchmarkNeighbours",
            Integer.toString(accounts),
            Integer.toString(ASKED),
            Files.createDirectory(folder.resolve("journals-" + accounts)).toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Asks for as long as it takes. Until a gateway is fast it may turn some away. */
  void warmUp() {
    List<Turns> turns =
        sizes.stream().flatMap(size -> Stream.of(size.checks(), size.batches())).toList();
    for (int slice = 0; slice < WARM_UP; slice++) {
      turns.forEach(Turns::take);
    }
  }

  /**
   * Measures every size once, in short slices by turns, to and fro: what the machine does besides
   * then meets all of them alike.
   */
  void round() {
    List<Turns> checks = sizes.stream().map(Size::checks).toList();
    List<Turns> batches = sizes.stream().map(Size::batches).toList();
    long slices = Math.max(1, time.dividedBy(SLICE));
    for (int slice = 0; slice < slices; slice++) {
      for (int turn = 0; turn < sizes.size(); turn++) {
        int i = slice % 2 == 0 ? turn : sizes.size() - 1 - turn;
        checks.get(i).take().orThrow();
        batches.get(i).take().orThrow();
      }
    }
    note("checks", "answers/s", 1, checks);
    note("batches in JSON", "subjects/s", Requests.BATCH, batches);
  }

  private void note(String what, String unit, int subjects, List<Turns> turns) {
    Turns smallest = turns.get(0);
    for (int i = 0; i < sizes.size(); i++) {
      Size size = sizes.get(i);
      Turns own = turns.get(i);
      figures.note(size.noted(what), unit, own.perSecond() * subjects);
      figures.note(size.noted(what) + ", busy for each", "µs", own.busyMicros() / subjects);
      if (i > 0) {
        figures.note(size.noted(what) + " / smallest", "", own.perSecond() / smallest.perSecond());
        figures.note(
            size.noted(what) + ", busy / smallest", "", own.busyMicros() / smallest.busyMicros());
      }
    }
  }

  /** What the figures should be. */
  static void aims(Figures figures) {
    ACCOUNTS.stream()
        .skip(1)
        .forEach(
            accounts -> {
              String what = "%,d accounts: ".formatted(accounts);
              figures.atLeast(what + "checks / smallest", 0.95);
              figures.atLeast(what + "batches in JSON / smallest", 0.95);
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

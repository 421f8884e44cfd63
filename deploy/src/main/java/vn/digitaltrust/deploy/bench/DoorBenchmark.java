package vn.digitaltrust.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.sample.SampleAccounts;
import vn.digitaltrust.deploy.suite.Memory;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.deploy.suite.Suite;

/**
 * Sets the table for {@link Door}: beside a running suite, a gateway of its own whose plan no load
 * exhausts, though every request is counted; the yardsticks; nginx where there is one. Ends and
 * deletes in the end whatever it made.
 */
public final class DoorBenchmark implements AutoCloseable {
  private static final String PLATFORM = "platform-one";

  /** Several clients, so that together they come to the limit of a service and not of a client. */
  private static final List<String> CLIENTS =
      List.of("platform-one", "platform-two", "business-oanh", "press-phuc", "officer-an");

  private static final int READ = 100;

  /** How many rounds go by before what is measured runs as fast as it will. */
  private static final int WARM_UP = 2;

  private static final Map<String, String> AMPLE =
      Map.of(
          "LIMITS_PLANS_STANDARD_REQUESTS", "100000000",
          "LIMITS_PLANS_STANDARD_CHECKS", "10000000000");

  private final Settings settings;
  private final Suite suite;
  private final Progress progress;
  private final Tokens tokens;
  private final List<SampleAccounts.Named> accounts;
  private final Path folder;
  private final YardstickDatabase database;
  private final List<Process> processes = new ArrayList<>();
  private final Thread hook = new Thread(this::end, "end-what-was-started");

  /**
   * Beside this suite, which runs.
   *
   * @param accounts of people who are registered there
   */
  public DoorBenchmark(
      Settings settings,
      Suite suite,
      Tokens tokens,
      List<SampleAccounts.Named> accounts,
      Progress progress) {
    this.settings = settings;
    this.suite = suite;
    this.progress = progress;
    this.tokens = tokens;
    this.accounts = accounts;
    this.database = new YardstickDatabase(settings, suite.secrets());
    try {
      this.folder = Files.createTempDirectory("door");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Measures.
   *
   * @param rounds that count, after those that warm up
   * @param time of each load
   */
  public Figures measure(int rounds, Duration time) {
    Figures figures = new Figures();
    Requests requests = requests(() -> tokens.of(PLATFORM));
    Door door = new Door(start(), requests, time, figures);
    door.warmUp();
    rounds("the door", rounds, door::round, figures);
    Door.aims(figures);
    return figures;
  }

  /**
   * Measures what becomes of too much.
   *
   * @param rounds that count, after those that warm up
   * @param time of each load
   */
  public Figures overload(int rounds, Duration time) {
    int port = Suite.freePort();
    Map<String, String> narrow = new HashMap<>(AMPLE);
    narrow.put("QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE", "1");
    Process gateway = suite.beside(Part.GATEWAY, "overloaded-gateway", port, narrow);
    processes.add(gateway);
    Figures figures = new Figures();
    AtomicInteger next = new AtomicInteger();
    Requests requests =
        requests(
            () -> tokens.of(CLIENTS.get(Math.floorMod(next.getAndIncrement(), CLIENTS.size()))));
    LongSupplier megabytes = () -> Memory.residentMegabytes(gateway.toHandle());
    List<Overload> overloads =
        List.of(
            new Overload(
                "checks",
                32,
                port,
                () -> requests.checks("/trust/v1/accounts"),
                megabytes,
                time,
                figures),
            new Overload("reads", 16, port, requests::reads, megabytes, time, figures));
    overloads.forEach(Overload::warmUp);
    rounds("overload", rounds, () -> overloads.forEach(Overload::round), figures);
    overloads.forEach(Overload::aims);
    return figures;
  }

  /**
   * Measures whether the number of accounts makes a difference.
   *
   * @param rounds that count, after those that warm up
   * @param time of each load
   */
  public Figures sizes(int rounds, Duration time) {
    Figures figures = new Figures();
    int before = processes.size();
    try (Sizes sizes = new Sizes(settings.checkout(), folder, time, figures)) {
      progress.line("sizes: journals are made up, the largest of 1.5 GB");
      sizes.start(
          settings.java(),
          (neighbours, megabytes) -> {
            int port = Suite.freePort();
            Map<String, String> changed = new HashMap<>(AMPLE);
            changed.putAll(neighbours);
            Process gateway =
                suite.beside(
                    Part.GATEWAY, "gateway-" + port, port, changed, "-Xmx" + megabytes + "m");
            processes.add(gateway);
            return new Sizes.Gateway(port, gateway.toHandle());
          },
          asked -> new Requests(() -> tokens.of(PLATFORM), asked, List.of()));
      sizes.warmUp();
      rounds("sizes", rounds, sizes::round, figures);
    } finally {
      // What is measured next shall not share the machine with them.
      List<Process> gateways = processes.subList(before, processes.size());
      end(gateways);
      gateways.clear();
    }
    Sizes.aims(figures);
    return figures;
  }

  private void rounds(String what, int rounds, Runnable round, Figures figures) {
    for (int i = 0; i < WARM_UP; i++) {
      progress.line("%s: warming up".formatted(what));
      round.run();
    }
    figures.forget();
    for (int i = 1; i <= rounds; i++) {
      round.run();
      progress.line("%s: round %d of %d".formatted(what, i, rounds));
    }
  }

  private Door.Ports start() {
    int gateway = Suite.freePort();
    processes.add(suite.beside(Part.GATEWAY, "measured-gateway", gateway, AMPLE));
    Http.Answer answer = check(gateway, accounts.get(0)).orThrow("a trust check was refused");
    int yardsticks = Suite.freePort();
    database.fill(accounts, answer.body());
    processes.add(database.serve(yardsticks, folder, answer));
    awaitAnswer("http://localhost:%d%s".formatted(yardsticks, Yardsticks.RAW));
    int registry = settings.port(Part.REGISTRY);
    return new Door.Ports(gateway, yardsticks, registry, startNginx(registry));
  }

  private Http.Answer check(int gateway, SampleAccounts.Named account) {
    return Http.get(
            URI.create(
                "http://localhost:%d/trust/v1/accounts?platform=%s&handle=%s"
                    .formatted(gateway, account.platform(), account.handle())))
        .bearer(tokens.of(PLATFORM))
        .send();
  }

  private Requests requests(Supplier<String> token) {
    List<String> kols =
        accounts.stream()
            .limit(READ)
            .map(account -> check(settings.port(Part.GATEWAY), account))
            .map(answer -> answer.json().path("subject").path("id").asText())
            .toList();
    return new Requests(token, accounts, kols);
  }

  private int startNginx(int registry) {
    Optional<String> program = Nginx.program();
    if (program.isEmpty()) {
      progress.line("there is no nginx here: passing on is measured without that yardstick");
      return 0;
    }
    int port = Suite.freePort();
    try {
      processes.add(Nginx.start(program.get(), folder, port, registry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer("http://localhost:" + port + "/q/health/live");
    return port;
  }

  private static void awaitAnswer(String address) {
    Instant end = Instant.now().plusSeconds(30);
    while (true) {
      try {
        Http.get(URI.create(address)).send();
        return;
      } catch (Http.Unreachable e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  /** What was measured and where, for machines. */
  public static ObjectNode json(Figures figures, int rounds, Duration time) {
    ObjectNode json = Http.JSON.createObjectNode();
    json.put("at", Instant.now().toString());
    json.put("processors", Runtime.getRuntime().availableProcessors());
    json.put("java", System.getProperty("java.version"));
    json.put("rounds", rounds);
    json.put("secondsPerLoad", time.toMillis() / 1e3);
    json.set("figures", figures.json());
    return json;
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(hook);
    end();
  }

  private static void end(List<Process> processes) {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.onExit().join();
    }
  }

  private void end() {
    end(processes);
    try {
      database.drop();
    } catch (SQLException e) {
      progress.line("the yardsticks' database is still there: " + e.getMessage());
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      progress.line("could not be deleted: " + folder);
    }
  }
}

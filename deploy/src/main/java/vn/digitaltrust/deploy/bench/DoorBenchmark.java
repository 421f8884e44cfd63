package vn.digitaltrust.deploy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.postgres.Databases;
import vn.digitaltrust.deploy.sample.SampleAccounts;
import vn.digitaltrust.deploy.suite.Failure;
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
  private static final String DATABASE = "yardstick";
  private static final int READ = 100;
  private static final Map<String, String> AMPLE =
      Map.of("LIMITS_PLANS_STANDARD_REQUESTS", "100000000");

  private final Settings settings;
  private final Suite suite;
  private final Progress progress;
  private final Tokens tokens;
  private final List<SampleAccounts.Named> accounts;
  private final Path folder;
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
   * @param rounds that count, after one that does not
   * @param time of each load
   */
  public Figures measure(int rounds, Duration time) {
    Figures figures = new Figures();
    Door door = new Door(start(), requests(), time, figures);
    progress.line("warming up");
    door.round();
    figures.forget();
    for (int round = 1; round <= rounds; round++) {
      door.round();
      progress.line("round %d of %d".formatted(round, rounds));
    }
    Door.aims(figures);
    return figures;
  }

  private Door.Ports start() {
    int gateway = freePort();
    processes.add(suite.beside(Part.GATEWAY, "measured-gateway", gateway, AMPLE));
    Http.Answer answer = check(gateway, accounts.get(0)).orThrow("a trust check was refused");
    int yardsticks = freePort();
    startYardsticks(yardsticks, answer);
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

  private Requests requests() {
    List<String> kols =
        accounts.stream()
            .limit(READ)
            .map(account -> check(settings.port(Part.GATEWAY), account))
            .map(answer -> answer.json().path("subject").path("id").asText())
            .toList();
    return new Requests(() -> tokens.of(PLATFORM), accounts, kols);
  }

  private void startYardsticks(int port, Http.Answer answer) {
    fillDatabase(answer.body());
    String headers =
        answer.headers().entrySet().stream()
            .filter(header -> !Set.of("content-length", ":status").contains(header.getKey()))
            .map(header -> header.getKey() + ": " + header.getValue())
            .collect(Collectors.joining("\n"));
    Path example = folder.resolve("answer");
    List<String> command =
        List.of(
            settings.java().toString(),
            "-Xms32m",
            "-Xmx%dm".formatted(Part.GATEWAY.heapMegabytes()),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Yardsticks.class.getName(),
            Integer.toString(port),
            "127.0.0.1",
            Integer.toString(settings.port(Part.POSTGRES)),
            DATABASE,
            "postgres",
            example.toString());
    try {
      Files.writeString(example, headers + "\n\n" + answer.body());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("yardsticks.log").toFile());
      builder.environment().put("PGPASSWORD", suite.secrets().get("postgres.superuser"));
      processes.add(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    awaitAnswer("http://localhost:%d%s".formatted(port, Yardsticks.RAW));
  }

  private void fillDatabase(String answer) {
    dropDatabase();
    Databases databases = new Databases(settings, suite.secrets());
    try (Connection server = databases.connect("postgres");
        Statement statement = server.createStatement()) {
      statement.execute("CREATE DATABASE " + DATABASE);
      try (Connection connection = databases.connect(DATABASE);
          Statement table = connection.createStatement()) {
        table.execute(
            "CREATE TABLE %s (handle text PRIMARY KEY, answer text NOT NULL)"
                .formatted(Yardsticks.TABLE));
        try (PreparedStatement row =
            connection.prepareStatement(
                "INSERT INTO %s VALUES (?, ?)".formatted(Yardsticks.TABLE))) {
          for (SampleAccounts.Named account : accounts) {
            row.setString(1, account.handle());
            row.setString(2, answer);
            row.addBatch();
          }
          row.executeBatch();
        }
        table.execute("VACUUM ANALYZE " + Yardsticks.TABLE);
      }
    } catch (SQLException e) {
      throw new Failure("The yardstick's database cannot be made: " + e.getMessage(), e);
    }
  }

  private void dropDatabase() {
    try (Connection server = new Databases(settings, suite.secrets()).connect("postgres");
        Statement statement = server.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(DATABASE));
    } catch (SQLException e) {
      progress.line("the yardstick's database is still there: " + e.getMessage());
    }
  }

  private int startNginx(int registry) {
    Optional<String> program = Nginx.program();
    if (program.isEmpty()) {
      progress.line("there is no nginx here: passing on is measured without that yardstick");
      return 0;
    }
    int port = freePort();
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

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

  private void end() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      process.onExit().join();
    }
    dropDatabase();
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

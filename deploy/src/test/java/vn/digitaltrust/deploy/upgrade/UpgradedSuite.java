package vn.digitaltrust.deploy.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import vn.digitaltrust.deploy.e2e.FreePorts;
import vn.digitaltrust.deploy.e2e.RunningSuite;
import vn.digitaltrust.deploy.postgres.Databases;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.deploy.story.Narrator;
import vn.digitaltrust.deploy.suite.Installation;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Settings;

/**
 * The services and the gateway of this build, once more, on databases that were kept: beside the
 * running suite, on its PostgreSQL and with its tokens.
 */
final class UpgradedSuite implements AutoCloseable {
  private static final String NAME = "upgraded-";

  private final RunningSuite suite;
  private final Settings settings;
  private final JsonNode secrets;
  private final Map<Part, Process> processes = new EnumMap<>(Part.class);

  /**
   * Nothing of it runs yet.
   *
   * @param secrets of the release before, without which what it sealed cannot be read
   */
  UpgradedSuite(RunningSuite suite, JsonNode secrets) {
    this.suite = suite;
    this.secrets = secrets;
    Settings beside = suite.settings();
    Map<Part, Integer> ports = new EnumMap<>(beside.ports());
    Map<String, String> free = FreePorts.forAllParts();
    Part.built().forEach(part -> ports.put(part, Integer.valueOf(free.get(part.portVariable()))));
    this.settings =
        new Settings(
            beside.checkout(),
            beside.home(),
            beside.runtime(),
            beside.javaHome(),
            beside.profile(),
            ports,
            Integer.parseInt(free.get(Settings.MANAGEMENT_VARIABLE)));
  }

  /** The database of a service, as the server's superuser. */
  Connection connect(Part service) throws SQLException {
    return databases().connect(NAME + service.shortName());
  }

  private Databases databases() {
    return new Databases(suite.settings(), suite.suite().secrets());
  }

  /** An empty database of a service with its usual roles. */
  void make(Part service) throws SQLException {
    String name = service.shortName();
    try (Connection server = databases().connect("postgres")) {
      drop(server, service);
      Dump.run(server, "CREATE DATABASE \"%s%s\" OWNER %s_owner".formatted(NAME, name, name));
      Dump.run(server, "REVOKE ALL ON DATABASE \"%s%s\" FROM PUBLIC".formatted(NAME, name));
      Dump.run(server, "GRANT CONNECT ON DATABASE \"%s%s\" TO %s_app".formatted(NAME, name, name));
    }
  }

  private static void drop(Connection server, Part service) throws SQLException {
    Dump.run(
        server,
        "DROP DATABASE IF EXISTS \"%s%s\" WITH (FORCE)".formatted(NAME, service.shortName()));
  }

  /** The schema of a service after these migrations, made by those of this build. */
  void migrate(Part service, List<Map<String, String>> history) throws IOException {
    Path folder =
        new Installation(suite.settings(), suite.suite().home()).current(service).orElseThrow();
    String owner = service.shortName() + "_owner";
    new Migrations(folder)
        .migrate(
            url(service),
            owner,
            suite.suite().secrets().get("postgres." + owner),
            history,
            Files.createTempDirectory("migrations"));
  }

  private String url(Part service) {
    return Databases.jdbcUrl(suite.settings(), NAME + service.shortName());
  }

  /** Starts the services and the gateway; returns when all are ready. */
  void start() {
    List<CompletableFuture<Void>> starts =
        Part.built().stream().map(part -> CompletableFuture.runAsync(() -> start(part))).toList();
    starts.forEach(CompletableFuture::join);
  }

  private void start(Part part) {
    Map<String, String> changed = new HashMap<>();
    Part.services().stream()
        .takeWhile(left -> left != part)
        .forEach(
            left ->
                changed.put(
                    left.shortName().toUpperCase(Locale.ROOT) + "_URL", settings.origin(left)));
    if (Part.services().contains(part)) {
      changed.put("QUARKUS_DATASOURCE_JDBC_URL", url(part));
      changed.put("DOOR_CURSOR_SECRET", secret(part.shortName() + ".cursor"));
      changed.put("JOURNAL_RETRY_SECRET", secret(part.shortName() + ".retry"));
    }
    if (part == Part.REGISTRY) {
      changed.put("REGISTRY_IDENTITY_SECRET", secret("registry.identity"));
    }
    Process process = suite.suite().beside(part, NAME + part.label(), settings.port(part), changed);
    synchronized (processes) {
      processes.put(part, process);
    }
  }

  private String secret(String name) {
    return secrets.path(name).asText();
  }

  /** Its API as its people use it. */
  Api api() {
    return new Api(settings, suite.tokens(), Narrator.silent());
  }

  /** What a part has written. */
  String log(Part part) throws IOException {
    return Files.readString(
        suite.suite().home().resolve("logs").resolve(NAME + part.label() + ".log"));
  }

  @Override
  public void close() throws SQLException {
    processes.values().forEach(Process::destroy);
    processes.values().forEach(process -> process.onExit().join());
    try (Connection server = databases().connect("postgres")) {
      for (Part service : Part.services()) {
        drop(server, service);
      }
    }
  }
}

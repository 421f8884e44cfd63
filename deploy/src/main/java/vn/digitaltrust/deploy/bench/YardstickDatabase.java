package vn.digitaltrust.deploy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.postgres.Databases;
import vn.digitaltrust.deploy.sample.SampleAccounts.Named;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

/** A database of the suite's server that lives as long as a benchmark, and who serves from it. */
final class YardstickDatabase {
  private static final String NAME = "yardstick";

  private final Settings settings;
  private final Secrets secrets;
  private final Databases databases;

  YardstickDatabase(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
    this.databases = new Databases(settings, secrets);
  }

  /** Makes it, with one row per account that holds this answer. */
  void fill(List<Named> accounts, String answer) {
    try {
      drop();
      server("CREATE DATABASE " + NAME);
      try (Connection connection = databases.connect(NAME);
          Statement table = connection.createStatement()) {
        table.execute(
            "CREATE TABLE %s (handle text PRIMARY KEY, answer text NOT NULL)"
                .formatted(Yardsticks.TABLE));
        insert(connection, accounts, answer);
        table.execute("VACUUM ANALYZE " + Yardsticks.TABLE);
      }
    } catch (SQLException e) {
      throw new Failure("The yardsticks' database cannot be made: " + e.getMessage(), e);
    }
  }

  private static void insert(Connection connection, List<Named> accounts, String answer)
      throws SQLException {
    try (PreparedStatement row =
        connection.prepareStatement("INSERT INTO %s VALUES (?, ?)".formatted(Yardsticks.TABLE))) {
      for (Named account : accounts) {
        row.setString(1, account.handle());
        row.setString(2, answer);
        row.addBatch();
      }
      row.executeBatch();
    }
  }

  /** Starts the {@link Yardsticks}, which answer as the gateway has, with as much memory. */
  Process serve(int port, Path folder, Http.Answer answer) {
    String headers =
        answer.headers().entrySet().stream()
            .filter(header -> !Set.of("content-length", ":status").contains(header.getKey()))
            .map(header -> header.getKey() + ": " + header.getValue())
            .collect(Collectors.joining("\n"));
    Path example = folder.resolve("answer");
    List<String> command = new ArrayList<>();
    command.add(settings.java().toString());
    command.addAll(Part.GATEWAY.heap());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            Yardsticks.class.getName(),
            Integer.toString(port),
            "127.0.0.1",
            Integer.toString(settings.port(Part.POSTGRES)),
            NAME,
            "postgres",
            example.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("yardsticks.log").toFile());
    builder.environment().put("PGPASSWORD", secrets.get("postgres.superuser"));
    try {
      Files.writeString(example, headers + "\n\n" + answer.body());
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes it, whoever is connected. */
  void drop() throws SQLException {
    server("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(NAME));
  }

  private void server(String sql) throws SQLException {
    try (Connection server = databases.connect("postgres");
        Statement statement = server.createStatement()) {
      statement.execute(sql);
    }
  }
}

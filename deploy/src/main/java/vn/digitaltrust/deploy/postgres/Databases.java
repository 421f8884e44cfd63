package vn.digitaltrust.deploy.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.Secrets;
import vn.digitaltrust.deploy.suite.Settings;

/**
 * One database and its roles per service, and one for Keycloak. Of service X: {@code X_owner} owns
 * the database and migrates it, {@code X_app} runs on it, {@code X_eraser} cannot log in and is
 * taken by {@code X_app} only to erase. Nobody else can connect.
 */
public final class Databases {
  private final Settings settings;
  private final Secrets secrets;

  /** The databases of one suite. */
  public Databases(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  /** The address of a database for JDBC. */
  public static String jdbcUrl(Settings settings, String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.port(Part.POSTGRES), database);
  }

  /** Opens a connection as the server's superuser. */
  public Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", "postgres");
    properties.setProperty("password", secrets.get("postgres.superuser"));
    return DriverManager.getConnection(jdbcUrl(settings, database), properties);
  }

  /** Makes what is missing and sets the passwords; changes nothing else. */
  public void provision() {
    try (Connection connection = connect("postgres")) {
      execute(connection, "REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
      for (Part part : Part.services()) {
        String name = part.shortName();
        login(connection, name + "_owner");
        login(connection, name + "_app");
        role(connection, name + "_eraser", "NOLOGIN");
        execute(
            connection,
            "GRANT %1$s_eraser TO %1$s_app WITH INHERIT FALSE, SET TRUE".formatted(name));
        database(connection, name, name + "_owner", List.of(name + "_app"));
      }
      login(connection, "keycloak");
      database(connection, "keycloak", "keycloak", List.of());
    } catch (SQLException e) {
      throw new Failure(
          "PostgreSQL refused to make the databases: %s".formatted(e.getMessage()), e);
    }
  }

  private void login(Connection connection, String name) throws SQLException {
    role(connection, name, "LOGIN");
    // The driver sends only the SCRAM verifier, so the password is in no log of the server.
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(name, secrets.get("postgres." + name).toCharArray(), "scram-sha-256");
  }

  private static void role(Connection connection, String name, String option) throws SQLException {
    if (missing(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name)) {
      execute(connection, "CREATE ROLE %s %s".formatted(name, option));
    }
  }

  private static void database(
      Connection connection, String name, String owner, List<String> alsoConnect)
      throws SQLException {
    if (missing(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
      execute(connection, "CREATE DATABASE %s OWNER %s".formatted(name, owner));
    }
    execute(connection, "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
    for (String role : alsoConnect) {
      execute(connection, "GRANT CONNECT ON DATABASE %s TO %s".formatted(name, role));
    }
  }

  private static boolean missing(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet result = statement.executeQuery()) {
        return !result.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

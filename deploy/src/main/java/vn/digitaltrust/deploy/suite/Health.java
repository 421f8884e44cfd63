package vn.digitaltrust.deploy.suite;

import java.sql.Connection;
import java.sql.SQLException;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.postgres.Databases;

/** What a running part says about itself. */
public final class Health {
  private Health() {}

  /** {@code ready}, or what is wrong in a few words. */
  public static String of(Settings settings, Home home, Part part) {
    return part == Part.POSTGRES ? database(settings, home) : http(settings, part);
  }

  private static String database(Settings settings, Home home) {
    Secrets secrets = Secrets.existing(home.resolve("secrets.properties"));
    try (Connection connection = new Databases(settings, secrets).connect("postgres")) {
      return connection.isValid(5) ? "ready" : "takes no queries";
    } catch (SQLException e) {
      return "takes no connections: " + e.getMessage();
    } catch (Failure e) {
      return e.getMessage();
    }
  }

  private static String http(Settings settings, Part part) {
    try {
      int status = Http.get(Suite.ready(settings, part)).send().status();
      return status == 200 ? "ready" : "not ready (answers %d)".formatted(status);
    } catch (Http.Unreachable e) {
      return "does not answer";
    }
  }
}

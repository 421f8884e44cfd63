package vn.digitaltrust.door;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database answers. In the place of the framework's own check, which waits for a
 * database that hangs as long as it hangs, and so do all who ask.
 */
@Readiness
@ApplicationScoped
class DatabaseReady implements HealthCheck {
  private static final int PATIENCE_SECONDS = 2;

  private final DataSource database;

  DatabaseReady(DataSource database) {
    this.database = database;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(PATIENCE_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}

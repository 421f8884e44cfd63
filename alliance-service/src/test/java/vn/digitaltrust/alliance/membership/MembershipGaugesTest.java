package vn.digitaltrust.alliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.journal.testing.Metrics;
import vn.digitaltrust.journal.testing.Postgres;

@QuarkusTest
class MembershipGaugesTest extends Suite {
  @Inject MembershipGauges gauges;

  private double shown(String status) {
    gauges.count();
    return Metrics.value("alliance_memberships", "status=\"" + status + "\"");
  }

  @Test
  @DisplayName("memberships are counted by status, and a paused one apart")
  void moves() throws SQLException {
    double admitted = shown("ADMITTED");
    double suspended = shown("SUSPENDED");
    double applied = shown("APPLIED");
    UUID applicant = neighbours.subject("KOL", "REGISTERED");
    apply(kol(applicant), applicant).statusCode(201);
    String path = member(neighbours.subject("KOL", "REGISTERED"));
    assertEquals(applied + 1, shown("APPLIED"));
    assertEquals(admitted + 1, shown("ADMITTED"));
    try (Connection connection = Postgres.app("alliance");
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "update membership set heard = 'SUSPENDED' where id = '%s'"
              .formatted(path.substring(path.lastIndexOf('/') + 1)));
    }
    assertEquals(admitted, shown("ADMITTED"));
    assertEquals(suspended + 1, shown("SUSPENDED"));
  }
}

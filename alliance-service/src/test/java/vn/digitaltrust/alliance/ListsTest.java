package vn.digitaltrust.alliance;

import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.sanctions.ToldMeasures;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;

/** What lists cost the database. */
@QuarkusTest
class ListsTest extends Suite {
  private static final int ROWS = 40;

  @Inject SessionFactory sessions;
  @Inject ToldMeasures measures;

  @Test
  @DisplayName("a page takes as many statements for forty rows as for one")
  void noStatementPerRow() {
    for (int i = 0; i < ROWS; i++) {
      UUID kol = neighbours.subject("KOL", "REGISTERED");
      certificate(kol);
      member(kol);
      for (String kind : new String[] {"CERTIFICATE_SUSPENSION", "MEMBERSHIP_SUSPENSION"}) {
        measures.tell(Told.measure(UUID.randomUUID(), kol, kind, TestClock.MORNING));
      }
    }
    for (String list : new String[] {"certificates", "memberships"}) {
      long one = statements(list, 1);
      long many = statements(list, ROWS);
      assertTrue(many <= one, () -> list + ": " + one + " statements for one row, " + many);
    }
  }

  private long statements(String list, int rows) {
    Statistics statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
    statistics.clear();
    as(admin())
        .get("/alliance/v1/" + list + "?limit=" + rows)
        .then()
        .statusCode(200)
        .body("items", hasSize(rows));
    long statements = statistics.getPrepareStatementCount();
    statistics.setStatisticsEnabled(false);
    return statements;
  }
}

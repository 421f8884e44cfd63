package vn.digitaltrust.alliance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.alliance.sanctions.ToldMeasures;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;

/** What lists cost the database, and what they refuse. */
@QuarkusTest
class ListsTest extends Suite {
  private static final int ROWS = 20;

  @Inject SessionFactory sessions;
  @Inject ToldMeasures measures;

  @Test
  @DisplayName("a page takes as many statements for many rows as for one")
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

  @ParameterizedTest(name = "{0}")
  @DisplayName("DOOR-4 a value of the query that cannot be is 400 and named")
  @CsvSource({"limit=abc, limit", "limit=99999999999, limit", "subject=zzz, subject"})
  void queries(String query, String field) {
    for (String list : new String[] {"certificates", "memberships"}) {
      as(admin())
          .get("/alliance/v1/" + list + "?" + query)
          .then()
          .statusCode(400)
          .body("type", equalTo("urn:digital-trust:problem:invalid-value"))
          .body("violations.field", contains(field));
    }
  }

  @Test
  @DisplayName("DOOR-7 a body that is too long is refused in words")
  void tooLong() {
    as(admin())
        .contentType("application/json")
        .body("{\"subject\":\"" + "x".repeat(3 << 20) + "\"}")
        .post("/alliance/v1/memberships")
        .then()
        .statusCode(413)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:digital-trust:problem:too-large"));
  }
}

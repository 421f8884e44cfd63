package vn.digitaltrust.alliance;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
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
import vn.digitaltrust.journal.testing.Tokens;

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

  private static ValidatableResponse list(String token, String path) {
    return as(token).get("/alliance/v1/" + path).then().statusCode(200);
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A measure told about a subject, from now on or later. */
  private void tell(UUID kol, String kind, Instant startsAt) {
    measures.tell(Told.measure(UUID.randomUUID(), kol, kind, startsAt));
  }

  @Test
  @DisplayName("ALL-100 memberships are listed by how they stand now, ends by time included")
  void membershipsByStatus() {
    UUID stays = neighbours.subject("KOL", "REGISTERED");
    UUID excluded = neighbours.subject("KOL", "REGISTERED");
    UUID leaves = neighbours.subject("KOL", "REGISTERED");
    String member = id(member(stays));
    String later = id(member(excluded));
    String path = member(leaves);
    tell(excluded, "MEMBERSHIP_EXCLUSION", TestClock.MORNING.plus(1, ChronoUnit.DAYS));
    act(kol(leaves), path, "departures", "{}").statusCode(201);
    String admitted = "memberships?limit=200&status=ADMITTED";
    list(admin(), admitted).body("items.id", allOf(hasItem(member), hasItem(later)));
    list(admin(), admitted).body("items.id", not(hasItem(id(path))));
    list(admin(), "memberships?status=LEFT&subject=" + leaves).body("items.id", contains(id(path)));
    list(admin(), "memberships?status=EXCLUDED&subject=" + excluded).body("items", hasSize(0));
    clock.set(TestClock.MORNING.plus(2, ChronoUnit.DAYS));
    list(admin(), admitted + "&subject=" + excluded).body("items", hasSize(0));
    list(admin(), "memberships?status=EXCLUDED&subject=" + excluded)
        .body("items.id", contains(later))
        .body("items.status", contains("EXCLUDED"));
  }

  @Test
  @DisplayName("ALL-100 applications are listed by their age, to those who may see them")
  void applications() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String waits = apply(kol(kol), kol).statusCode(201).extract().path("id");
    String row = "memberships?status=APPLIED&subject=" + kol;
    String old = row + "&appliedBefore=" + TestClock.MORNING.plusSeconds(60);
    list(admin(), old).body("items.id", contains(waits));
    list(kol(kol), old).body("items.id", contains(waits));
    list(Tokens.as("platform"), row).body("items", hasSize(0));
    list(admin(), row + "&appliedBefore=" + TestClock.MORNING).body("items", hasSize(0));
    UUID member = neighbours.subject("KOL", "REGISTERED");
    member(member);
    String told = "memberships?subject=" + member;
    list(Tokens.as("platform"), told).body("items", hasSize(1));
    list(Tokens.as("platform"), told + "&appliedBefore=2030-01-01T00:00:00Z")
        .body("items", hasSize(0));
  }

  @Test
  @DisplayName("ALL-101 certificates are listed by how they stand now and by when they end")
  void certificates() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String valid = id(certificate(kol));
    UUID other = neighbours.subject("KOL", "REGISTERED");
    String upcoming = grant(other, ",\"from\":\"2026-12-01\"").statusCode(201).extract().path("id");
    UUID paused = neighbours.subject("KOL", "REGISTERED");
    String suspended = id(certificate(paused));
    tell(paused, "CERTIFICATE_SUSPENSION", TestClock.MORNING);
    UUID gone = neighbours.subject("KOL", "REGISTERED");
    String withdrawn = id(certificate(gone));
    tell(gone, "CERTIFICATE_WITHDRAWAL", TestClock.MORNING);
    Map<UUID, Map.Entry<String, String>> stand =
        Map.of(
            kol, Map.entry("VALID", valid),
            other, Map.entry("UPCOMING", upcoming),
            paused, Map.entry("SUSPENDED", suspended),
            gone, Map.entry("WITHDRAWN", withdrawn));
    for (String status : new String[] {"VALID", "UPCOMING", "SUSPENDED", "WITHDRAWN", "ENDED"}) {
      stand.forEach(
          (subject, is) ->
              list(Tokens.as("platform"), "certificates?subject=" + subject + "&status=" + status)
                  .body(
                      "items.id",
                      status.equals(is.getKey()) ? contains(is.getValue()) : hasSize(0)));
    }
    String row = "certificates?subject=" + kol;
    String ends = list(admin(), row).extract().path("items[0].endsAt");
    list(admin(), row + "&endsBefore=" + ends).body("items", hasSize(0));
    list(admin(), row + "&endsBefore=" + Instant.parse(ends).plusMillis(1))
        .body("items.id", contains(valid));
    clock.set(Instant.parse(ends));
    list(admin(), row + "&status=VALID").body("items", hasSize(0));
    list(admin(), row + "&status=ENDED").body("items.id", contains(valid));
  }

  @Test
  @DisplayName("ALL-100, ALL-101 the cursor of one status is none of another")
  void cursors() {
    for (int i = 0; i < 2; i++) {
      UUID kol = neighbours.subject("KOL", "REGISTERED");
      certificate(kol);
      member(kol);
    }
    Map.of("certificates?limit=1&status=", "VALID", "memberships?limit=1&status=", "ADMITTED")
        .forEach(
            (row, status) -> {
              String next = list(admin(), row + status).extract().path("next");
              list(admin(), row + status + "&cursor=" + next).body("items", hasSize(1));
              as(admin())
                  .get("/alliance/v1/" + row.substring(0, row.indexOf('&')) + "&cursor=" + next)
                  .then()
                  .statusCode(400);
            });
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("DOOR-4 a value of the query that cannot be is 400 and named")
  @CsvSource({
    "limit=abc, limit",
    "limit=99999999999, limit",
    "subject=zzz, subject",
    "status=GOOD, status"
  })
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

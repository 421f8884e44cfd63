package vn.digitaltrust.sanctions.registry;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryFeed;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.SettableClock;

@QuarkusTest
class RegistryFollowerTest {
  @Inject RegistryFollower registry;
  @Inject Subjects subjects;

  @BeforeEach
  void begin() throws SQLException {
    SettableClock.set(SettableClock.START);
    try (Connection database = Postgres.superuser("sanctions");
        Statement sql = database.createStatement()) {
      sql.execute("delete from journal_follower where name = 'registry'");
    }
  }

  private int poll() {
    return registry.follow().pollOnce(Duration.ZERO);
  }

  private boolean same(UUID one, UUID other) {
    return QuarkusTransaction.requiringNew().call(() -> subjects.same(one, other));
  }

  @Test
  @DisplayName(
      "SAN-71 after a merge both ids are one subject, after an unmerge two, without repair")
  void mergeAndUnmerge() {
    UUID loser = RegistryStub.subject("KOL", "REGISTERED");
    UUID winner = RegistryStub.subject("KOL", "REGISTERED");
    String measure = Given.measureOf(Given.decided(loser));
    RegistryFeed feed =
        new RegistryFeed()
            .says(loser, "kol.registered", "REGISTERED", null)
            .says(loser, "kol.merged", "MERGED", winner);
    feed.serve();
    assertEquals(2, poll());
    assertTrue(same(loser, winner));
    for (UUID id : List.of(loser, winner)) {
      Api.PLATFORM
          .get("subjects/" + id + "/measures")
          .then()
          .body(
              "items",
              hasSize(1),
              "items[0].id",
              is(measure),
              "items[0].subject",
              is(loser.toString()));
      Api.kol(id).get("cases").then().body("items", hasSize(1));
    }
    feed.says(loser, "kol.unmerged", "REGISTERED", null).serve();
    assertEquals(1, poll());
    assertFalse(same(loser, winner));
    Api.PLATFORM.get("subjects/" + winner + "/measures").then().body("items", hasSize(0));
    Api.kol(winner).get("cases").then().body("items", hasSize(0));
  }

  @Test
  @DisplayName("SAN-73 an entry has its effect once, also for two replicas")
  void once() {
    UUID loser = UUID.randomUUID();
    UUID winner = UUID.randomUUID();
    new RegistryFeed().says(loser, "kol.merged", "MERGED", winner).serve();
    assertEquals(1, poll());
    QuarkusTransaction.requiringNew().run(() -> subjects.standsAlone(loser));
    assertEquals(0, poll());
    assertFalse(same(loser, winner));
  }

  @Test
  @DisplayName("a status that is unknown here changes nothing")
  void unknownStatus() {
    UUID loser = UUID.randomUUID();
    UUID winner = UUID.randomUUID();
    new RegistryFeed()
        .says(loser, "kol.merged", "MERGED", winner)
        .says(loser, "kol.enchanted", "ENCHANTED", null)
        .serve();
    assertEquals(2, poll());
    assertTrue(same(loser, winner));
  }

  @Test
  @DisplayName("SAN-72 an erasure takes every free text about the person, in tables and journal")
  void erasure() throws SQLException {
    UUID kol = RegistryStub.subject("KOL", "REGISTERED");
    String caseId = secretCase(kol);
    String measure = Given.measureOf(caseId);
    assertTrue(secrets() > 5, "the texts are there before");
    RegistryFeed feed = new RegistryFeed().says(kol, "kol.erased", "ERASED", null);
    feed.serve();
    assertEquals(1, poll());
    assertEquals(0, secrets());
    Api.PLATFORM
        .get("measures/" + measure)
        .then()
        .body(
            "status", is("IN_FORCE"),
            "statement", nullValue(),
            "conditions", hasSize(0),
            "exceptions[0].reason", nullValue());
    Api.AUDITOR.get("cases/" + caseId).then().body("title", nullValue(), "status", is("APPEALED"));
    Api.AUDITOR.get("journal/verification").then().statusCode(200).body("intact", is(true));
    long before = position();
    feed.says(kol, "kol.erased", "ERASED", null).serve();
    assertEquals(1, poll());
    assertEquals(before, position());
  }

  /** A case with the word "secret" wherever a person can write. */
  private static String secretCase(UUID kol) {
    String report =
        Api.PLATFORM
            .create(
                "reports",
                Map.of(
                    "subject",
                    kol,
                    "facts",
                    "secret",
                    "evidence",
                    List.of(Map.of("title", "secret")),
                    "source",
                    "OTHER_NOTIFICATION"))
            .path("id");
    String id =
        Api.OFFICER
            .create("cases", Map.of("subject", kol, "reports", List.of(report), "title", "secret"))
            .path("id");
    String file = "cases/" + id;
    Api.OFFICER.act(
        file,
        "notices",
        Map.of(
            "allegations", List.of(Map.of("ground", Api.GROUND, "facts", "secret")),
            "evidence", List.of(Map.of("title", "secret"))));
    Api.OTHER_OFFICER.act(file, "interests", Map.of("reason", "secret"));
    Api.kol(kol)
        .act(file, "responses", Map.of("text", "secret", "final", true, "statement", "secret"));
    var limit = new java.util.HashMap<>(Api.limit("2026-11-25", "2027-02-24"));
    limit.put("conditions", List.of("secret"));
    Api.OFFICER.act(file, "proposals", Map.of("reasons", "secret", "measures", List.of(limit)));
    Api.DECIDER.act(file, "decisions", Map.of("outcome", "APPROVED", "reasons", "secret"));
    Api.DECIDER.act(
        "measures/" + Given.measureOf(id),
        "exceptions",
        Map.of("scope", Map.of(), "reason", "secret", "from", "2026-12-01", "until", "2026-12-01"));
    String appeal = Api.kol(kol).act(file, "appeals", Map.of("text", "secret")).path("id");
    Api.GIANG
        .act("appeals/" + appeal, "stays", Map.of("reasons", "secret", "from", "2026-12-20"))
        .then()
        .statusCode(201);
    Api.GIANG
        .act("appeals/" + appeal, "votes", Map.of("outcome", "UPHELD", "reasons", "secret"))
        .then()
        .statusCode(201);
    return id;
  }

  /** In how many rows of the whole database the word still stands. */
  private static long secrets() throws SQLException {
    long found = 0;
    try (Connection database = Postgres.superuser("sanctions");
        Statement tables = database.createStatement();
        Statement rows = database.createStatement();
        ResultSet table =
            tables.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
      while (table.next()) {
        String expression =
            table.getString(1).equals("journal_entry")
                ? "convert_from(payload, 'UTF8')"
                : "cast(it as text)";
        try (ResultSet count =
            rows.executeQuery(
                "select count(*) from %s it where %s like '%%secret%%'"
                    .formatted(table.getString(1), expression))) {
          count.next();
          found += count.getLong(1);
        }
      }
    }
    return found;
  }

  private static long position() throws SQLException {
    try (Connection database = Postgres.superuser("sanctions");
        Statement sql = database.createStatement();
        ResultSet head = sql.executeQuery("select position from journal_head")) {
      head.next();
      return head.getLong(1);
    }
  }
}

package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class OnlyTheLatestTest extends JournalTest {
  private final UUID id = UUID.randomUUID();

  private Change version(long version) {
    return Change.of("note.written", id, "note", id, version, new State("v" + version));
  }

  private static List<Boolean> readable(List<Entry> entries) {
    return entries.stream().map(entry -> !entry.passedOver()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"platform", "kol", "registrar", "gateway", "alliance-service"})
  @DisplayName("JRN-19: what a later public entry has replaced is passed over, and the chain holds")
  void replaced(String reader) {
    Position before = journal.head();
    desk.append(version(0), version(1), version(1).internal());
    UUID other = UUID.randomUUID();
    desk.append(Change.of("note.written", other, "note", other, 0, new State("another")));
    desk.append(version(2));

    JournalSource source =
        reader.contains("-") || reader.equals("gateway") ? client(reader) : source(reader);
    assertEquals(List.of(false, false, false, true, true), readable(entriesAfter(before, source)));
    assertEquals(
        List.of(true, true, true, true, true), readable(entriesAfter(before)), "auditors see all");
    assertEquals(
        Set.of("position", "hash"),
        get("platform", "/journal?after={n}", before.number())
            .jsonPath()
            .getMap("entries[0]")
            .keySet());
  }

  @Test
  @DisplayName(
      "JRN-19: what is replaced by something that is not public is still the latest public")
  void replacedInside() {
    Position before = journal.head();
    desk.append(version(0));
    desk.append(version(1).internal(), version(1).forParties(id));
    assertEquals(List.of(true, false, false), readable(entriesAfter(before, source("platform"))));
  }

  @Test
  @DisplayName(
      "JRN-21: from the end of its publication on an entry is passed over, replaced or not")
  void until() {
    UUID lasting = UUID.randomUUID();
    Position before = journal.head();
    Instant end = Instant.now().plus(Duration.ofHours(1));
    desk.append(
        version(0).until(end),
        Change.of("note.written", lasting, "note", lasting, 0, new State("lasts")).until(end));
    assertEquals(List.of(true, true), readable(entriesAfter(before, source("platform"))));
    // The instant comes to the test, for the clock cannot be made to go to it.
    tamper("update journal_entry set public_until = now() where aggregate_id = '%s'".formatted(id));
    assertEquals(List.of(false, true), readable(entriesAfter(before, source("platform"))));
    assertEquals(List.of(true, true), readable(entriesAfter(before)), "auditors see all");
    try (JournalSnapshot snapshot = client("gateway").snapshot()) {
      List<UUID> told = snapshot.entries().map(Entry::aggregateId).toList();
      assertFalse(told.contains(id));
      assertTrue(told.contains(lasting));
    }
    assertTrue(verificationFrom(before.number() + 1).intact());
  }

  @Test
  @DisplayName(
      "JRN-21: only what is public is so until an instant, in the code and in the database")
  void onlyPublic() {
    assertThrows(IllegalArgumentException.class, () -> version(0).internal().until(Instant.now()));
    desk.append(version(0).internal());
    assertThrows(
        IllegalStateException.class,
        () -> tamper("update journal_entry set public_until = now() where subject = '" + id + "'"));
  }

  @Test
  @DisplayName("JRN-20: what is no longer public is told as its id, its subject and nothing else")
  void unpublished() {
    UUID subject = UUID.randomUUID();
    Position before = journal.head();
    desk.append(version(0), Change.unpublished(subject, "note", id, 1));
    Entry told = entriesAfter(before, source("platform")).get(1);
    assertEquals("note.unpublished", told.type());
    assertEquals(
        JsonNodeFactory.instance
            .objectNode()
            .put("id", id.toString())
            .put("subject", subject.toString())
            .put("publication", "ENDED"),
        told.state());
    assertTrue(told.unpublished());
  }

  @Test
  @DisplayName("JRN-20: a publication of an unknown value has not ended")
  void unknownPublication() {
    Position before = journal.head();
    desk.append(Change.of("note.written", id, "note", id, 0, new Unpublished(id, id, "PAUSED")));
    assertFalse(entriesAfter(before).get(0).unpublished());
    assertFalse(
        Entry.passedOver(1, "0".repeat(64)).unpublished(), "nothing is known of what is not told");
  }

  private static long logged(String actor, UUID subject, String resource) {
    return number(
        DATABASE,
        "select count(*) from access_log where actor = '%s' and subject = '%s' and resource = '%s'"
            .formatted(actor, subject, resource));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"", "&wait=5"})
  @DisplayName("JRN-18: who reads in the feed what is not public is logged, with the request")
  void readingIsLogged(String wait) {
    Position before = journal.head();
    UUID subject = UUID.randomUUID();
    Change file = Change.of("it.changed", subject, "subject-file", id, 0, new State("private"));
    desk.append(file.forParties(subject), file.forParties(subject), version(0));
    String who = "reader-" + UUID.randomUUID();
    String token = Tokens.of(who, "kol").claim("subject_id", subject).sign();
    RestAssured.given()
        .auth()
        .oauth2(token)
        .header("X-Request-Id", "request-" + subject)
        .get("/registry/v1/journal?after=" + before.number() + wait)
        .then()
        .statusCode(200);
    Await.until("the reading is logged", () -> logged(who, subject, "journal/subject-file") == 1);
    assertEquals(0, logged(who, id, "journal/note"), "what is public is no private data");
    assertEquals(
        1,
        number(
            DATABASE,
            "select count(*) from access_log where request_id = 'request-%s'".formatted(subject)));
  }

  @Test
  @DisplayName("JRN-18: a poll that waited for what is not public is logged as its caller's")
  void waitedForIsLogged() throws Exception {
    Position before = journal.head();
    UUID subject = UUID.randomUUID();
    String who = "waiting-" + UUID.randomUUID();
    String token = Tokens.of(who, "kol").claim("subject_id", subject).sign();
    var poll =
        java.util.concurrent.CompletableFuture.supplyAsync(
            () ->
                RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .get("/registry/v1/journal?wait=15&after=" + before.number())
                    .statusCode());
    Thread.sleep(500);
    desk.append(
        Change.of("it.changed", subject, "subject-file", id, 0, new State("private"))
            .forParties(subject));
    assertEquals(200, poll.get());
    Await.until("the reading is logged", () -> logged(who, subject, "journal/subject-file") == 1);
  }

  @Test
  @DisplayName("JRN-18: an auditor who reads what was public once is logged, and of the rest not")
  void onceIsLogged() {
    Position before = journal.head();
    UUID ended = UUID.randomUUID();
    UUID stands = UUID.randomUUID();
    desk.append(
        version(0),
        version(1),
        Change.of("note.written", ended, "note", ended, 0, new State("over"))
            .until(Instant.now().minusSeconds(1)),
        Change.of("note.written", stands, "note", stands, 0, new State("stands")));
    String who = "auditor-" + UUID.randomUUID();
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of(who, "auditor").sign())
        .get("/registry/v1/journal?after=" + before.number())
        .then()
        .statusCode(200);
    Await.until("what was replaced is logged", () -> logged(who, id, "journal/note") == 1);
    Await.until("what has ended is logged", () -> logged(who, ended, "journal/note") == 1);
    assertEquals(0, logged(who, stands, "journal/note"), "all are told that");
  }

  @Test
  @DisplayName("JRN-18: who reads in the snapshot what is not public is logged")
  void snapshotIsLogged() {
    UUID subject = UUID.randomUUID();
    desk.append(
        Change.of("it.changed", subject, "subject-name", subject, 0, new State("name")).internal());
    try (JournalSnapshot snapshot = client("sanctions-service").snapshot()) {
      assertTrue(snapshot.entries().anyMatch(entry -> entry.aggregateId().equals(subject)));
    }
    String who = UUID.nameUUIDFromBytes("sanctions-service".getBytes()).toString();
    Await.until("the reading is logged", () -> logged(who, subject, "journal/subject-name") == 1);
  }

  @Test
  @DisplayName("JRN-19: whether an entry was replaced is looked up in an index")
  void plan() throws SQLException {
    StringBuilder plan = new StringBuilder();
    try (Connection connection = Postgres.superuser(DATABASE)) {
      connection.createStatement().execute("set enable_seqscan = off");
      try (PreparedStatement explain =
          JournalReader.prepare(
              connection,
              "explain ",
              0,
              1_000,
              100,
              new Origin.Reader(false, true, Set.of(), Set.of()),
              Instant.now())) {
        ResultSet row = explain.executeQuery();
        while (row.next()) {
          plan.append(row.getString(1)).append('\n');
        }
      }
    }
    assertTrue(plan.toString().contains("journal_entry_latest"), plan.toString());
    assertTrue(plan.toString().contains("journal_entry_pkey"), plan.toString());
  }
}

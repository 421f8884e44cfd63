package vn.digitaltrust.journal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class FeedTest extends JournalTest {
  private static final UUID NAMED = UUID.randomUUID();

  /** Three entries: one for each audience. */
  private Position oneOfEach() {
    Position before = journal.head();
    desk.append(
        change("for all"),
        change("for the named").forParties(NAMED, UUID.randomUUID()),
        change("for the house").internal());
    return before;
  }

  private static List<Boolean> readable(List<Entry> entries) {
    return entries.stream().map(entry -> !entry.passedOver()).toList();
  }

  @ParameterizedTest(name = "{0}: party {1}, internal {2}")
  @CsvSource({
    "platform, false, false",
    "business, false, false",
    "press, false, false",
    "authority, false, false",
    "kol, false, false",
    "registrar, false, false",
    "case-officer, false, false",
    "decision-maker, false, false",
    "appeal-panel, false, false",
    "assessor, false, false",
    "alliance-admin, false, false",
    "auditor, true, true",
  })
  @DisplayName("JRN-8: each role reads its audiences, passes over the rest, and the chain adds up")
  void audiences(String role, boolean party, boolean internal) {
    Position before = oneOfEach();
    assertEquals(List.of(true, party, internal), readable(entriesAfter(before, source(role))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"subject_id", "member_id"})
  @DisplayName("JRN-8: those whom an entry names, as subject or as member, read it")
  void named(String claim) {
    Position before = oneOfEach();
    String token = Tokens.of("linh", "kol").claim(claim, NAMED).sign();
    JournalSource source = new JournalSource(server.resolve("/registry/v1/"), () -> token);
    assertEquals(List.of(true, true, false), readable(entriesAfter(before, source)));
  }

  @Test
  @DisplayName("JRN-8: an auditor who is bound to a party reads as that party, and sees no trail")
  void partial() {
    Position before = oneOfEach();
    String token = Tokens.of("nga", "auditor").claim("subject_id", NAMED).sign();
    JournalSource source = new JournalSource(server.resolve("/registry/v1/"), () -> token);
    assertEquals(List.of(true, true, false), readable(entriesAfter(before, source)));
  }

  @Test
  @DisplayName("JRN-8: what is passed over shows position and hash and nothing else")
  void nothingElse() {
    Position before = oneOfEach();
    get("press", "/journal?after={n}", before.number())
        .then()
        .statusCode(200)
        .body("entries[1].keySet()", equalTo(java.util.Set.of("position", "hash")))
        .body("entries[2].keySet()", equalTo(java.util.Set.of("position", "hash")))
        .body("entries[0]", not(hasKey("trail")));
  }

  @Test
  @DisplayName("JRN-8: who did it is shown to auditors alone")
  void trail() {
    Position before = oneOfEach();
    get("auditor", "/journal?after={n}", before.number())
        .then()
        .body("entries[2].trail.actor", equalTo("service:registry-service"));
    get("press", "/journal?after={n}", before.number())
        .then()
        .body("entries[0]", not(hasKey("trail")));
  }

  @Test
  @DisplayName("JRN-8: without a token 401, with a role that is no member's 403")
  void refused() {
    RestAssured.get("/registry/v1/journal").then().statusCode(401);
    get("trust-replica", "/journal").then().statusCode(403);
    get("press", "/journal/verification").then().statusCode(403);
    get("trust-replica", "/snapshot").then().statusCode(403);
  }

  @Test
  @DisplayName("The same page comes as JSON and as lines; the last line is the head")
  void forms() {
    Position before = oneOfEach();
    get("platform", "/journal?after={n}&hash={h}", before.number(), before.hash())
        .then()
        .contentType("application/json")
        .body("entries", hasSize(3))
        .body("head.position", equalTo((int) journal.head().number()))
        .body("head.hash", equalTo(journal.head().hash()));
    String lines =
        RestAssured.given()
            .auth()
            .oauth2(Tokens.service("gateway"))
            .accept("application/x-ndjson")
            .get("/registry/v1/journal?after=" + before.number())
            .then()
            .contentType(containsString("application/x-ndjson"))
            .extract()
            .asString();
    List<String> split = lines.lines().toList();
    assertEquals(4, split.size());
    assertEquals(journal.head().hash(), Wire.parse(split.get(3)).at("/head/hash").asText());
    RestAssured.given()
        .auth()
        .oauth2(Tokens.service("gateway"))
        .accept("text/html")
        .get("/registry/v1/journal")
        .then()
        .statusCode(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after=-1",
        "after=x",
        "after=9223372036854775808",
        "wait=21",
        "wait=-1",
        "limit=0",
        "limit=1001",
        "hash=abc",
        "hash=" + "ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789"
      })
  @DisplayName("JRN-9: a question out of bounds is answered 400")
  void outOfBounds(String query) {
    get("platform", "/journal?" + query).then().statusCode(400);
  }

  @Test
  @DisplayName("JRN-4: a position beyond the head, or with another hash, is answered 409")
  void diverged() {
    Position before = oneOfEach();
    long beyond = journal.head().number() + 1;
    get("platform", "/journal?after={n}", beyond).then().statusCode(409);
    String other = "f".repeat(64);
    get("platform", "/journal?after={n}&hash={h}", before.number(), other).then().statusCode(409);
    get("platform", "/journal?after=0&hash={h}", other).then().statusCode(409);
    long head = journal.head().number();
    get("platform", "/journal?after={n}&hash={h}", head, other).then().statusCode(409);
    assertThrows(
        JournalDiverged.class,
        () -> client("gateway").read(new Position(head, other), Duration.ZERO, 10));
  }

  @Test
  @DisplayName("JRN-9: a page ends where its bytes or its entries do, and the next one goes on")
  void bounded() {
    Position before = journal.head();
    String large = "x".repeat(60_000);
    desk.append(Stream.generate(() -> change(large)).limit(80).toArray(Change[]::new));
    JournalPage page = source("auditor").read(before, Duration.ZERO, 1_000);
    assertEquals(70, page.entries().size(), "4 MiB and the entry that exceeds them");
    assertEquals(before.number() + 80, page.head().number());
    assertEquals(80, entriesAfter(before).size());
    assertEquals(2, source("auditor").read(before, Duration.ZERO, 2).entries().size());
    assertTrue(
        source("press").read(before, Duration.ZERO, 1_000).entries().size() == 70,
        "public entries weigh the same for everybody");
  }

  @Test
  @DisplayName("JRN-4: a verifier written from the README alone agrees with what is served")
  void thirdParty() throws IOException {
    oneOfEach();
    String lines =
        RestAssured.given()
            .auth()
            .oauth2(Tokens.as("auditor"))
            .accept("application/x-ndjson")
            .get("/registry/v1/journal?limit=1000")
            .asString();
    List<String> entries = lines.lines().filter(line -> !line.startsWith("{\"head\"")).toList();
    assertTrue(entries.size() > 2);
    assertEquals(0, IndependentVerifier.firstBroken(entries));
  }
}

package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.TestClock;
import vn.digitaltrust.journal.testing.Tokens;

/** The index filled over the wire, and what it answers. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class TrustResourceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final String NUMBER = "KOL-100000011";

  @Neighbours.Given Neighbours neighbours;

  @Inject TestClock clock;

  private final UUID kol = UUID.randomUUID();
  private final UUID account = UUID.randomUUID();
  private final String handle = "hu.cau." + kol.toString().substring(0, 8);

  private static RequestSpecification platform() {
    return given().header("Authorization", "Bearer " + Tokens.as("platform"));
  }

  private static RequestSpecification lines(String lines) {
    return platform()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
        .contentType("application/x-ndjson")
        .body(lines);
  }

  private String byHandle() {
    return "/trust/v1/accounts?platform=TIKTOK&handle=" + handle;
  }

  /** Asks again until the journals have brought what is expected. */
  private static JsonPath until(String path, String verdict) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      var answer = platform().get(path);
      if (answer.statusCode() == 200 && verdict.equals(answer.path("verdict"))) {
        return answer.jsonPath();
      }
      assertTrue(Instant.now().isBefore(end), () -> path + ": " + answer.asString());
    }
  }

  private static Map<String, Object> state(Object... pairs) {
    Map<String, Object> state = new HashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      state.put((String) pairs[i], pairs[i + 1]);
    }
    return state;
  }

  private void register(String status, String number, UUID mergedInto) {
    neighbours
        .registry()
        .feed()
        .append(
            "subject",
            kol,
            kol,
            state(
                "kind",
                "KOL",
                "status",
                status,
                "registrationNumber",
                number,
                "mergedInto",
                mergedInto));
  }

  private void open() {
    neighbours
        .registry()
        .feed()
        .append(
            "account",
            kol,
            account,
            state(
                "platform",
                "TIKTOK",
                "handle",
                handle,
                "startsAt",
                START.toString(),
                "endsAt",
                null));
  }

  private void limit(UUID measure, String end) {
    neighbours
        .sanctions()
        .feed()
        .append(
            "measure",
            kol,
            measure,
            state(
                "class",
                "ALLIANCE_MEASURE",
                "kind",
                "ENGAGEMENT_LIMIT",
                "ground",
                Map.of("code", "G-1", "title", "x", "provision", "y"),
                "scope",
                Map.of(
                    "activities",
                    List.of("LIVESTREAM_SELL"),
                    "platforms",
                    List.of(),
                    "media",
                    List.of(),
                    "territories",
                    List.of("2025:79"),
                    "productCategories",
                    List.of()),
                "from",
                "2026-01-01",
                "until",
                null,
                "startsAt",
                START.toString(),
                "endsAt",
                null,
                "conditions",
                List.of(),
                "exceptions",
                List.of(),
                "stays",
                List.of(),
                "end",
                end == null ? null : Map.of("state", end, "at", START.plusSeconds(60).toString())));
  }

  @BeforeEach
  void loaded() {
    until("/trust/v1/accounts?platform=TIKTOK&handle=nobody", "UNKNOWN");
  }

  @Test
  @DisplayName("an account is unknown, registered, restricted where it is covered, and clear again")
  void story() {
    JsonPath unknown = until(byHandle(), "UNKNOWN");
    assertNull(unknown.<Object>get("subject"));
    register("REGISTERED", NUMBER, null);
    open();
    JsonPath clear = until(byHandle(), "CLEAR");
    assertEquals(kol.toString(), clear.get("subject.id"));
    assertEquals(NUMBER, clear.get("subject.registrationNumber"));
    assertEquals("NONE", clear.get("membership.status"));
    assertEquals("NONE", clear.get("trustMark.status"));
    assertTrue(clear.getLong("asOf.registry.position") >= 2);
    assertTrue(clear.getLong("asOf.alliance.ageMillis") >= 0);
    UUID measure = UUID.randomUUID();

    limit(measure, null);

    JsonPath restricted =
        until(byHandle() + "&activity=LIVESTREAM_SELL&territory=79", "RESTRICTED");
    assertEquals(measure.toString(), restricted.get("restrictions[0].measure"));
    assertEquals("ALLIANCE_MEASURE", restricted.get("restrictions[0].class"));
    assertEquals("G-1", restricted.get("restrictions[0].ground.code"));
    assertEquals("2026-01-01", restricted.get("restrictions[0].from"));
    assertEquals("/sanctions/v1/measures/" + measure, restricted.get("restrictions[0].href"));
    until(byHandle() + "&activity=PERFORM", "CLEAR");
    until(byHandle() + "&territory=2025:01", "CLEAR");
    until(byHandle(), "RESTRICTED");
    until("/trust/v1/accounts?url=https://www.tiktok.com/@" + handle, "RESTRICTED");
    until("/trust/v1/kols/" + NUMBER, "RESTRICTED");

    limit(measure, "LIFTED");

    until(byHandle(), "CLEAR");
    register("DEREGISTERED", NUMBER, null);
    until(byHandle(), "UNKNOWN");
  }

  @Test
  @DisplayName("GW-11 the measures of a merged subject count for the one it turned out to be")
  void merged() {
    UUID into = UUID.randomUUID();
    neighbours
        .registry()
        .feed()
        .append(
            "subject",
            into,
            into,
            state("kind", "KOL", "status", "REGISTERED", "registrationNumber", null));
    open();
    register("MERGED", null, into);
    limit(UUID.randomUUID(), null);

    JsonPath merged = until(byHandle(), "RESTRICTED");

    assertEquals(into.toString(), merged.get("subject.id"));
    assertEquals("REGISTERED", merged.get("subject.status"));
  }

  @Test
  @DisplayName("membership and trust mark come along")
  void alliance() {
    register("REGISTERED", null, null);
    open();
    neighbours
        .alliance()
        .feed()
        .append(
            "certificate",
            kol,
            UUID.randomUUID(),
            state(
                "number",
                "IT-1",
                "startsAt",
                START.toString(),
                "endsAt",
                "2099-01-01T00:00:00Z",
                "until",
                "2098-12-31",
                "suspensions",
                List.of(),
                "withdrawnAt",
                null));
    neighbours
        .alliance()
        .feed()
        .append(
            "membership",
            kol,
            UUID.randomUUID(),
            state(
                "status",
                "ADMITTED",
                "admittedAt",
                START.toString(),
                "leftAt",
                null,
                "suspensions",
                List.of()));
    Instant end = Instant.now().plus(PATIENCE);
    JsonPath answer = until(byHandle(), "CLEAR");
    while (!"MEMBER".equals(answer.get("membership.status")) && Instant.now().isBefore(end)) {
      answer = until(byHandle(), "CLEAR");
    }

    assertEquals("MEMBER", answer.get("membership.status"));
    assertEquals(START.toString(), answer.get("membership.since"));
    assertEquals("VALID", answer.get("trustMark.status"));
    assertEquals("IT-1", answer.get("trustMark.number"));
    assertEquals("2098-12-31", answer.get("trustMark.until"));
  }

  @Test
  @DisplayName("GW-5, GW-6 a journal out of reach makes answers stale, but no restriction vanishes")
  void stale() {
    register("REGISTERED", null, null);
    open();
    until(byHandle(), "CLEAR");

    neighbours.alliance().stop();
    clock.forward(Duration.ofMinutes(1));
    until(byHandle(), "STALE");
    limit(UUID.randomUUID(), null);
    until(byHandle(), "RESTRICTED");
    neighbours.alliance().start();

    until(byHandle() + "&activity=PERFORM", "CLEAR");
  }

  @Test
  @DisplayName("GW-15 a journal that was rewound is loaded anew, and what it forgot is forgotten")
  void rewound() {
    register("REGISTERED", null, null);
    open();
    long before = neighbours.sanctions().feed().head();
    limit(UUID.randomUUID(), null);
    until(byHandle(), "RESTRICTED");

    neighbours.sanctions().feed().rewind(before);

    until(byHandle(), "CLEAR");
  }

  @Test
  @DisplayName("GW-16 each item of a batch has its own status, in JSON")
  void batch() {
    register("REGISTERED", null, null);
    open();
    until(byHandle(), "CLEAR");

    platform()
        .contentType("application/json")
        .body(
            "{\"checks\":[{\"platform\":\"TIKTOK\",\"handle\":\""
                + handle
                + "\"},"
                + "{\"platform\":\"TIKTOK\",\"handle\":\"a b\"},{\"colour\":1},{\"url\":5},null]}")
        .post("/trust/v1/checks")
        .then()
        .statusCode(200)
        .body("results.status", contains(200, 400, 400, 400, 400))
        .body("results.item", contains(1, 2, 3, 4, 5))
        .body("results[0].check.verdict", equalTo("CLEAR"))
        .body("results[0].problem", nullValue())
        .body("results[1].check", nullValue())
        .body("results[1].problem.type", equalTo("urn:digital-trust:problem:invalid-value"))
        .body("results[1].problem.violations[0].field", equalTo("handle"))
        .body("results[2].problem.type", equalTo("urn:digital-trust:problem:unknown-property"))
        .body("results[3].problem.type", equalTo("urn:digital-trust:problem:malformed-request"));
  }

  @Test
  @DisplayName(
      "DOOR-1 a batch that is no batch is told so as a problem, not as its bytes in Base64")
  void noBatch() {
    for (String body : List.of("[]", "{\"checks\":7}", "7")) {
      platform()
          .contentType("application/json")
          .body(body)
          .post("/trust/v1/checks")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:digital-trust:problem:malformed-request"));
    }
  }

  @Test
  @DisplayName("GW-16 each line of a batch has its own status, in NDJSON")
  void lines() {
    String answer =
        lines(
                "{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"}\nnot json\n"
                    + "{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"} {}\n")
            .post("/trust/v1/checks")
            .then()
            .statusCode(200)
            .contentType(startsWith("application/x-ndjson"))
            .extract()
            .asString();

    List<JsonPath> lines = answer.lines().map(JsonPath::from).toList();
    assertEquals(3, lines.size());
    assertEquals("UNKNOWN", lines.get(0).get("check.verdict"));
    assertEquals(400, lines.get(1).getInt("status"));
    assertEquals(400, lines.get(2).getInt("status"));
  }

  @Test
  @DisplayName("GW-16 10,000 lines are answered, one more is refused")
  void most() {
    String line = "{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"}\n";
    String answer =
        lines(line.repeat(10_000))
            .post("/trust/v1/checks")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertEquals(10_000, answer.lines().count());
    List<String> more =
        lines(line.repeat(10_001))
            .post("/trust/v1/checks")
            .then()
            .extract()
            .asString()
            .lines()
            .toList();
    assertEquals(10_001, more.size());
    assertEquals(200, JsonPath.from(more.get(9_999)).getInt("status"));
    assertEquals(400, JsonPath.from(more.get(10_000)).getInt("status"));
  }

  @ParameterizedTest
  @CsvSource({
    "accounts?platform=TIKTOK&handle=hu.cau&id=1, invalid-value",
    "accounts, invalid-value",
    "accounts?handle=hu.cau, invalid-value",
    "accounts?platform=TELEX&handle=hu.cau, invalid-value",
    "accounts?url=https://vm.tiktok.com/x, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&activity=perform, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&territory=63, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&at=2020-01-01T00:00:00Z, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&at=tomorrow, invalid-value",
    "accounts?platform=TIKTOK&handle=hu.cau&teritory=79, unknown-property",
    "accounts?platform=TIKTOK&handle=hu.cau&handle=other, invalid-value",
    "kols/KOL-100000010, invalid-value",
    "kols/x, invalid-value"
  })
  @DisplayName("GW-8 a check that is no good is refused in words")
  void refused(String path, String slug) {
    isProblem(platform().get("/trust/v1/" + path).then(), 400, slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"checks\":[]}", "{}", "{\"check\":[]}", ""})
  @DisplayName("GW-16 a batch that is none is refused as a whole")
  void noBatch(String body) {
    platform()
        .contentType("application/json")
        .body(body)
        .post("/trust/v1/checks")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  @DisplayName("ACCESS-2 no token 401, another role 403; words in the caller's language")
  void access() {
    isProblem(given().get(byHandle()).then(), 401, "unauthenticated");
    isProblem(
        given()
            .header("Authorization", "Bearer " + Tokens.as("trust-replica"))
            .get(byHandle())
            .then(),
        403,
        "forbidden");
    isProblem(
            given().header("Accept-Language", "vi").get(byHandle()).then(), 401, "unauthenticated")
        .header("Content-Language", "vi");
    isProblem(
        given()
            .header("Authorization", "Bearer " + Tokens.of("x", "platform").expiresIn(-60))
            .get(byHandle())
            .then(),
        401,
        "unauthenticated");
  }

  @Test
  @DisplayName("ready with the index loaded; checks and age are counted")
  void operations() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();
    assertTrue(metrics.contains("trust_checks_total{verdict=\"UNKNOWN\"}"), metrics);
    assertTrue(metrics.contains("trust_index_age_seconds"), metrics);
  }

  private static ValidatableResponse isProblem(
      ValidatableResponse answer, int status, String slug) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:digital-trust:problem:" + slug))
        .body("status", equalTo(status))
        .body("title", notNullValue())
        .body("detail", notNullValue());
  }
}

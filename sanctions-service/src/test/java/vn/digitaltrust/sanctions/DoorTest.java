package vn.digitaltrust.sanctions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class DoorTest {
  private UUID kol;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("DOOR-4 what cannot be read is refused, each in its own way, and nothing is written")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"subject\":\"$\",\"reports\":[],\"title\":\"t\",\"colour\":1} | unknown-property",
        "{\"subject\":\"$\",\"reports\":[],\"title\":7} | malformed-request",
        "{\"subject\":\"nobody\",\"reports\":[],\"title\":\"t\"} | malformed-request",
        "{\"subject\":\"$\",\"reports\":[],\"title\":\"\"} | invalid-value",
        "{\"subject\":\"$\",\"reports\":[]} | invalid-value",
        "{\"subject\":\"$\",\"reports\":[],\"title\":\"LONG\"} | invalid-value",
        "{\"subject\":\"$\", | malformed-request",
        "[] | malformed-request"
      })
  void unreadable(String body, String type) {
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of("officer-an", "case-officer").sign())
        .contentType("application/json")
        .body(body.replace("$", kol.toString()).replace("LONG", "x".repeat(301)))
        .post("/sanctions/v1/cases")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .header("X-Request-Id", notNullValue())
        .body("type", is("urn:digital-trust:problem:" + type), "title", notNullValue());
    Api.AUDITOR.get("cases?subject=" + kol).then().body("items", hasSize(0));
  }

  @Test
  @DisplayName(
      "DOOR-1 unknown id, wrong media type and wrong method are problems, in two languages")
  void problems() {
    Api.OFFICER.get("cases/" + UUID.randomUUID()).then().statusCode(404);
    Api.OFFICER.get("cases/42").then().statusCode(404).contentType("application/problem+json");
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of("officer-an", "case-officer").sign())
        .contentType("text/plain")
        .body("x")
        .post("/sanctions/v1/cases")
        .then()
        .statusCode(415)
        .contentType("application/problem+json");
    String id = Given.opened(kol);
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of("officer-an", "case-officer").sign())
        .contentType("text/plain")
        .body("x")
        .post("/sanctions/v1/cases/" + id + "/closures")
        .then()
        .statusCode(415)
        .body("instance", is("/sanctions/v1/cases/" + id + "/closures"));
    Api.OFFICER.get("cases?limit=x").then().statusCode(400);
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of("officer-an", "case-officer").sign())
        .header("Accept-Language", "vi")
        .header("If-Match", Api.OFFICER.get("cases/" + id).header("ETag"))
        .contentType("application/json")
        .body(Map.of("reasons", "r"))
        .post("/sanctions/v1/cases/" + id + "/closures")
        .then()
        .statusCode(409)
        .header("Content-Language", "vi")
        .body("detail", containsString("Vụ việc"));
  }

  @Test
  @DisplayName("DOOR-2 without a version 428, with a stale one 412, and nothing changes")
  void versions() {
    String id = Given.opened(kol);
    String etag = Api.OFFICER.get("cases/" + id).header("ETag");
    Api.OFFICER.post("cases/" + id + "/notices", null, null, Api.notice()).then().statusCode(428);
    Api.OFFICER.post("cases/" + id + "/notices", etag, null, Api.notice()).then().statusCode(201);
    Api.OFFICER.post("cases/" + id + "/notices", etag, null, Api.notice()).then().statusCode(412);
    Api.OFFICER.get("cases/" + id).then().body("notices", hasSize(1));
  }

  @Test
  @DisplayName(
      "DOOR-2 of two at the same moment one wins, the other is told, and one entry is written")
  void atOnce() throws Exception {
    String id = Given.opened(kol);
    String etag = Api.OFFICER.get("cases/" + id).header("ETag");
    var people = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> work =
          IntStream.range(0, 4)
              .<Callable<Integer>>mapToObj(
                  i ->
                      () ->
                          Api.OFFICER
                              .post("cases/" + id + "/notices", etag, null, Api.notice())
                              .statusCode())
              .toList();
      Map<Integer, Long> answers =
          people.invokeAll(work).stream()
              .map(
                  done -> {
                    try {
                      return done.get();
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  })
              .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
      assertEquals(Map.of(201, 1L, 412, 3L), answers);
    } finally {
      people.shutdown();
    }
    Api.OFFICER.get("cases/" + id).then().body("notices", hasSize(1));
  }

  @Test
  @DisplayName("a retry key gives the first outcome again, also when the version has moved on")
  void retryKeys() {
    String key = UUID.randomUUID().toString();
    var body = Api.aCase(kol);
    String first =
        Api.OFFICER.post("cases", null, key, body).then().statusCode(201).extract().path("id");
    String again =
        Api.OFFICER.post("cases", null, key, body).then().statusCode(201).extract().path("id");
    assertEquals(first, again);
    Api.OFFICER
        .post("cases", null, key, Map.of("subject", kol, "reports", List.of(), "title", "other"))
        .then()
        .statusCode(422)
        .body("type", is("urn:digital-trust:problem:retry-key-reused"));
    assertNotEquals(first, Api.OTHER_OFFICER.post("cases", null, key, body).path("id"));
    String etag = Api.OFFICER.get("cases/" + first).header("ETag");
    String notice = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      Api.OFFICER
          .post("cases/" + first + "/notices", etag, notice, Api.notice())
          .then()
          .statusCode(201);
    }
    Api.OFFICER.get("cases/" + first).then().body("notices", hasSize(1));
  }

  @Test
  @DisplayName(
      "SAN-1 an allegation needs a ground of the catalogue, in force on the day of the act")
  void grounds() {
    String id = Given.opened(kol);
    for (Map<String, Object> allegation :
        List.<Map<String, Object>>of(
            Map.of("ground", "NO-SUCH-LAW", "facts", "f"),
            Map.of("ground", "LAW-75-2025-15A", "facts", "f", "actOn", "2025-12-31"))) {
      Api.OFFICER
          .act(
              "cases/" + id,
              "notices",
              Map.of("allegations", List.of(allegation), "evidence", List.of(Map.of("title", "e"))))
          .then()
          .statusCode(422)
          .body("rule", is("SAN-1"));
    }
    Api.OFFICER
        .act(
            "cases/" + id,
            "notices",
            Map.of(
                "allegations",
                List.of(Map.of("ground", "LAW-75-2025-15A", "facts", "f", "actOn", "2026-01-01")),
                "evidence",
                List.of(Map.of("title", "e"))))
        .then()
        .statusCode(201);
    Api.PLATFORM
        .get("grounds/LAW-75-2025-15A")
        .then()
        .body("validFrom", is("2026-01-01"), "basis", is("LAW"));
    Api.PLATFORM.get("grounds?limit=200").then().body("items", hasSize(12));
    Api.PLATFORM.get("grounds/NO-SUCH-LAW").then().statusCode(404);
  }

  @Test
  @DisplayName("SAN-2, SAN-60, SAN-61 what an authority cannot have recorded")
  void stateDecisions() {
    var good = new java.util.HashMap<>(Given.stateDecision(kol, "BVHTTDL", "D-" + kol));
    Api.POLICE.create("state-decisions", good).then().statusCode(403);
    var code = new java.util.HashMap<>(good);
    code.put("ground", "DECISION-3196-2021");
    Api.MINISTRY.create("state-decisions", code).then().statusCode(422).body("rule", is("SAN-2"));
    var future = new java.util.HashMap<>(good);
    future.put("issuedOn", "2026-11-26");
    Api.MINISTRY
        .create("state-decisions", future)
        .then()
        .statusCode(422)
        .body("rule", is("SAN-60"));
    var kind = new java.util.HashMap<>(good);
    kind.put(
        "measure",
        Map.of("kind", "MEMBERSHIP_EXCLUSION", "from", "2026-11-25", "until", "2026-12-24"));
    Api.MINISTRY.create("state-decisions", kind).then().statusCode(422).body("rule", is("SAN-60"));
    Api.MINISTRY.create("state-decisions", good).then().statusCode(201);
    Api.MINISTRY.create("state-decisions", good).then().statusCode(409);
  }

  @Test
  @DisplayName(
      "SAN-3, SAN-4 a reporter speaks for itself, and a report goes into one case about its subject")
  void reports() {
    var report = Map.of("subject", kol, "facts", "f", "evidence", List.of(), "source", "AUTHORITY");
    Api.PLATFORM.create("reports", report).then().statusCode(422).body("rule", is("SAN-3"));
    String id = Api.MINISTRY.create("reports", report).then().statusCode(201).extract().path("id");
    UUID other = RegistryStub.subject("KOL", "REGISTERED");
    Api.OFFICER
        .create("cases", Map.of("subject", other, "reports", List.of(id), "title", "t"))
        .then()
        .statusCode(422)
        .body("rule", is("SAN-4"));
    var body = Map.of("subject", kol, "reports", List.of(id), "title", "t");
    Api.OFFICER.create("cases", body).then().statusCode(201);
    Api.OFFICER.create("cases", body).then().statusCode(409);
  }

  @Test
  @DisplayName("SAN-17 a case is nobody's business in the public feed, and complete to the auditor")
  void audiences() {
    String id = Given.decided(kol);
    long before = 0;
    var all = Api.AUDITOR.get("journal?limit=1000&after=" + before);
    assertNotEquals(
        0, all.<List<?>>path("entries.findAll { it.aggregateId == '%s' }".formatted(id)).size());
    var seen = Api.PLATFORM.get("journal?limit=1000&after=" + before);
    assertEquals(
        0, seen.<List<?>>path("entries.findAll { it.aggregateId == '%s' }".formatted(id)).size());
    assertEquals(
        List.of("case.notified", "case.responded", "case.proposed", "case.decided"),
        Api.kol(kol)
            .get("journal?limit=1000&after=" + before)
            .path("entries.findAll { it.aggregateId == '%s' }.type".formatted(id)));
  }

  @Test
  @DisplayName("DOOR-7 a body that is too long is refused in words, whoever sends it")
  void tooLong() {
    tooLong("case-officer", 413, "too-large");
    tooLong("kol", 403, "forbidden");
  }

  private static void tooLong(String role, int status, String type) {
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of("somebody", role).sign())
        .contentType("application/json")
        .body("{\"title\":\"" + "x".repeat(3 << 20) + "\"}")
        .post("/sanctions/v1/cases")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", is("urn:digital-trust:problem:" + type));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("DOOR-4 a value of the query that cannot be is 400 and named")
  @CsvSource({
    "cases?limit=abc, limit",
    "cases?limit=99999999999, limit",
    "cases?status=NOPE, status",
    "cases?subject=zzz, subject",
    "reports?limit=1.5, limit",
    "state-decisions?subject=7, subject"
  })
  void queries(String path, String field) {
    Api.AUDITOR
        .get(path)
        .then()
        .statusCode(400)
        .body("type", is("urn:digital-trust:problem:invalid-value"))
        .body("violations.field", is(List.of(field)));
  }
}

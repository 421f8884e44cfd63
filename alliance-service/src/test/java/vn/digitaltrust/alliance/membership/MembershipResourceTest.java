package vn.digitaltrust.alliance.membership;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.alliance.sanctions.ToldMeasures;
import vn.digitaltrust.alliance.testing.OwnJournal;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class MembershipResourceTest extends Suite {
  private static final Instant NOW = TestClock.MORNING;
  private static final String PATH = "/alliance/v1/memberships";

  @Inject ToldMeasures measures;

  private String applied(UUID subject) {
    return PATH + "/" + apply(kol(subject), subject).statusCode(201).extract().path("id");
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  private ValidatableResponse apply(UUID subject, String code) {
    return as(kol(subject))
        .body("{\"subject\":\"%s\",\"codeOfConduct\":\"%s\"}".formatted(subject, code))
        .post(PATH)
        .then();
  }

  @Test
  @DisplayName("ALL-10 a KOL applies, is admitted by an admin, is public, and leaves")
  void theWholeLife() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path =
        PATH
            + "/"
            + apply(kol(kol), kol)
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .header("Location", containsString(PATH + "/"))
                .body("status", equalTo("APPLIED"))
                .body("kind", equalTo("KOL"))
                .body("admittedAt", nullValue())
                .body("appliedAt", equalTo("2026-11-24T03:00:00Z"))
                .extract()
                .path("id");
    admit(path, "{\"reasons\":\"Hồ sơ đầy đủ\"}")
        .statusCode(201)
        .header("Location", endsWith(path))
        .body("status", equalTo("ADMITTED"))
        .body("admittedAt", equalTo("2026-11-24T03:00:00Z"))
        .body("suspensions", empty())
        .body("suspended", is(false));
    as(Tokens.as("platform")).get(path).then().statusCode(200).body("reasons", nullValue());
    as(kol(kol)).get(path).then().statusCode(200).body("reasons", equalTo("Hồ sơ đầy đủ"));
    act(kol(kol), path, "departures", "{}")
        .statusCode(201)
        .body("status", equalTo("LEFT"))
        .body("leftAt", equalTo("2026-11-24T03:00:00Z"));
    List<OwnJournal.Line> lines = OwnJournal.of(id(path));
    assertEquals(
        List.of(
            "membership.applied",
            "membership.admissionRequested",
            "membership.admitted",
            "membership.left"),
        lines.stream().map(OwnJournal.Line::type).toList());
    assertEquals(
        List.of("PARTY", "PARTY", "PUBLIC", "PUBLIC"),
        lines.stream().map(OwnJournal.Line::audience).toList());
    assertEquals(
        Told.json(
            """
            {"id":"%s","subject":"%s","kind":"KOL","status":"LEFT",
             "admittedAt":"2026-11-24T03:00:00Z","leftAt":"2026-11-24T03:00:00Z",
             "codeOfConduct":"1.0","suspensions":[]}
            """
                .formatted(id(path), kol)),
        OwnJournal.last(id(path)));
  }

  @Test
  @DisplayName("ALL-10 a refused application tells the applicant why, and nobody else anything")
  void refused() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = applied(kol);
    act(admin(), path, "admissions/refusals", "{\"reasons\":\" \"}").statusCode(400);
    act(admin(), path, "admissions/refusals", "{\"reasons\":\"Thiếu giấy tờ\"}")
        .statusCode(201)
        .body("status", equalTo("REFUSED"));
    as(kol(kol)).get(path).then().body("reasons", equalTo("Thiếu giấy tờ"));
    as(Tokens.as("platform")).get(path).then().statusCode(404);
    admit(path, "{}").statusCode(409);
    apply(kol(kol), kol).statusCode(201);
  }

  @Test
  @DisplayName("ALL-11 one open application or membership per subject, also for two at once")
  void oneOpen() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = applied(kol);
    apply(kol(kol), kol)
        .statusCode(409)
        .body("type", equalTo("urn:digital-trust:problem:illegal-state"));
    admit(path, "{}").statusCode(201);
    apply(kol(kol), kol).statusCode(409);
    act(kol(kol), path, "departures", "{}").statusCode(201);
    apply(kol(kol), kol).statusCode(201);
  }

  @Test
  @DisplayName("ALL-12 the code in force is accepted, at the application and still at admission")
  void codeInForce() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    apply(kol, "0.9").statusCode(422).body("rule", equalTo("ALL-12"));
    apply(kol, "7.7").statusCode(422).body("rule", equalTo("ALL-12"));
    apply(kol, "first").statusCode(400);
    clock.set(Instant.parse("2025-12-31T16:59:59Z"));
    apply(kol, "1.0").statusCode(422);
    String path = PATH + "/" + apply(kol, "0.9").statusCode(201).extract().path("id");
    clock.set(Instant.parse("2025-12-31T17:00:00Z"));
    admit(path, "{}").statusCode(422).body("rule", equalTo("ALL-12"));
  }

  @ParameterizedTest(name = "ALL-13 a {0} that is {1}: applies {2}, admitted {3}")
  @CsvSource({
    "KOL, REGISTERED, 201, 201",
    "KOL, VERIFIED, 201, 422",
    "KOL, SUBMITTED, 201, 422",
    "KOL, RECORDED, 201, 422",
    "KOL, INACTIVE, 201, 422",
    "KOL, DEREGISTERED, 422, 0",
    "KOL, ERASED, 422, 0",
    "KOL, NEWER, 201, 422",
    "ORGANISATION, REGISTERED, 201, 201",
    "ORGANISATION, VERIFIED, 201, 201",
    "ORGANISATION, SUBMITTED, 201, 422",
    "ORGANISATION, INACTIVE, 201, 422",
    "ORGANISATION, DEREGISTERED, 422, 0",
    "NEWER, REGISTERED, 422, 0"
  })
  void whoIsAdmitted(String kind, String status, int applies, int admitted) {
    UUID subject = neighbours.subject(kind, status);
    ValidatableResponse answer = apply(kol(subject), subject).statusCode(applies);
    if (applies != 201) {
      answer.body("rule", equalTo("ALL-13"));
      return;
    }
    String path = PATH + "/" + answer.extract().path("id");
    ValidatableResponse decided = admit(path, "{}").statusCode(admitted);
    if (admitted == 422) {
      decided.body("rule", equalTo("ALL-13"));
      as(admin()).get(path).then().body("status", equalTo("APPLIED"));
    }
  }

  @Test
  @DisplayName("ALL-50 ALL-51 unknown and merged subjects do not apply")
  void unknownOrMerged() {
    UUID unknown = UUID.randomUUID();
    apply(admin(), unknown).statusCode(422).body("rule", equalTo("ALL-50"));
    UUID merged = UUID.randomUUID();
    UUID into = UUID.randomUUID();
    neighbours.subject(merged, "KOL", "MERGED", into);
    apply(admin(), merged)
        .statusCode(422)
        .body("rule", equalTo("ALL-51"))
        .body("detail", containsString(into.toString()));
  }

  @Test
  @DisplayName("ALL-50 without an answer of a neighbour nothing is written")
  void neighboursAway() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = applied(kol);
    act(secondAdmin(), path, "admissions/requests", "{}").statusCode(201);
    long before = OwnJournal.length();
    neighbours.answers("/sanctions/v1/subjects/.*", 500);
    admit(path, "{}")
        .statusCode(503)
        .body("type", equalTo("urn:digital-trust:problem:unavailable"))
        .body("detail", containsString("sanctions"));
    neighbours.answers("/registry/v1/subjects/.*", 500);
    admit(path, "{}").statusCode(503).body("detail", containsString("registry"));
    apply(admin(), UUID.randomUUID()).statusCode(503);
    grant(kol, "").statusCode(503);
    as(admin()).get(path).then().body("status", equalTo("APPLIED"));
    assertEquals(before, OwnJournal.length());
  }

  @Test
  @DisplayName("ALL-50 refused tokens of this service open no circuit")
  void refusedTokens() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = applied(kol);
    for (String neighbour : List.of("/sanctions/v1/subjects/.*", "/registry/v1/subjects/.*")) {
      neighbours.answers(neighbour, 401);
      for (int i = 0; i < 10; i++) {
        admit(path, "{}").statusCode(503);
      }
      neighbours.reset();
      neighbours.subject(kol, "KOL", "REGISTERED", kol);
    }
    admit(path, "{}").statusCode(201);
  }

  @Test
  @DisplayName("ALL-14 an exclusion in force bars admission, whoever tells of it, until it is over")
  void excluded() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = applied(kol);
    UUID exclusion = UUID.randomUUID();
    var measure =
        Told.until(
            Told.measure(exclusion, kol, "MEMBERSHIP_EXCLUSION", NOW),
            NOW.plus(Duration.ofHours(1)));
    neighbours.measures(kol, measure.toString());
    admit(path, "{}")
        .statusCode(422)
        .body("rule", equalTo("ALL-14"))
        .body("detail", containsString(exclusion.toString()))
        .body("detail", containsString("CODE-1"));
    neighbours.measures(kol);
    measures.tell(measure);
    admit(path, "{}").statusCode(422).body("rule", equalTo("ALL-14"));
    clock.advance(Duration.ofHours(1));
    admit(path, "{}").statusCode(201).body("status", equalTo("ADMITTED"));
  }

  @Test
  @DisplayName("ALL-14 an answer of sanctions that is not understood admits nobody")
  void strangeAnswer() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = applied(kol);
    neighbours.measures(kol, "{\"id\":\"x\",\"kind\":\"MEMBERSHIP_EXCLUSION\"}");
    admit(path, "{}").statusCode(503);
  }

  @Test
  @DisplayName("ALL-15 an admin does not decide on an application of their own")
  void ownMatter() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = applied(kol);
    String both = Tokens.of("both", "alliance-admin", "kol").claim("subject_id", kol).sign();
    act(both, path, "admissions/requests", "{}").statusCode(403);
    act(both, path, "admissions/refusals", "{\"reasons\":\"x\"}").statusCode(403);
    act(both, path, "departures", "{}").statusCode(201).body("status", equalTo("WITHDRAWN"));
  }

  @Test
  @DisplayName("ALL-16 another member's application does not exist, alone or in a list")
  void applicationsAreHidden() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = applied(kol);
    String other = kol(UUID.randomUUID());
    as(other).get(path).then().statusCode(404);
    as(other)
        .header("If-Match", "\"0\"")
        .body("{}")
        .post(path + "/departures")
        .then()
        .statusCode(404);
    String query = PATH + "?subject=" + kol;
    as(other).get(query).then().statusCode(200).body("items", empty());
    as(kol(kol)).get(query).then().body("items", hasSize(1));
    as(Tokens.as("auditor")).get(query).then().body("items", hasSize(1));
    admit(path, "{}").statusCode(201);
    as(other).get(query).then().body("items", hasSize(1)).body("items[0].appliedAt", nullValue());
  }

  @Test
  @DisplayName("ALL-17 one applies and leaves for oneself, an organisation by its member id")
  void forOneself() {
    UUID press = neighbours.subject("ORGANISATION", "VERIFIED");
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String token = Tokens.of("press-" + press, "press").claim("member_id", press).sign();
    apply(token, kol).statusCode(403);
    apply(kol(kol), press).statusCode(403);
    apply(Tokens.as("kol"), kol).statusCode(403);
    String path = PATH + "/" + apply(token, press).statusCode(201).extract().path("id");
    admit(path, "{}").statusCode(201).body("kind", equalTo("ORGANISATION"));
    act(kol(kol), path, "departures", "{}").statusCode(403);
    act(token, path, "departures", "{}").statusCode(201);
  }
}

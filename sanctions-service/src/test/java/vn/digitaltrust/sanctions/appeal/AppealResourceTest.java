package vn.digitaltrust.sanctions.appeal;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class AppealResourceTest {
  private UUID kol;
  private String caseId;
  private String measure;
  private String appeal;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
    Map<String, Object> limit = new HashMap<>(Api.limit("2026-11-25", "2027-02-24"));
    limit.put("conditions", List.of("Labels every advertisement"));
    caseId = Given.proposed(kol, List.of(limit));
    Api.DECIDER
        .act("cases/" + caseId, "decisions", Map.of("outcome", "APPROVED", "reasons", "Right"))
        .then()
        .statusCode(201);
    measure = Given.measureOf(caseId);
    appeal = "appeals/" + Given.appealed(kol, caseId);
    TestClock.get().advance(Duration.ofHours(1));
  }

  private ValidatableResponse vote(Api member, String outcome, String name, Object content) {
    Map<String, Object> body = new HashMap<>(Map.of("outcome", outcome, "reasons", "So I find"));
    if (name != null) {
      body.put(name, content);
    }
    return member.act(appeal, "votes", body).then();
  }

  private List<Map<String, Object>> change(Map<String, Object> change) {
    return List.of(Map.of("measure", measure, "change", change));
  }

  private ValidatableResponse rule(Api member) {
    return member.act(appeal, "rulings", Map.of("reasons", "The panel found so")).then();
  }

  @Test
  @DisplayName("SAN-32 VARIED changes exactly what two of three voted, and ends the stay")
  void varied() {
    Api.GIANG.act(appeal, "stays", Map.of("reasons", "Harm")).then().statusCode(201);
    var shorter = change(Map.of("until", "2026-12-31"));
    vote(Api.GIANG, "VARIED", "variations", shorter).statusCode(201);
    vote(Api.HA, "VARIED", "variations", change(Map.of("until", "2027-01-31"))).statusCode(201);
    vote(Api.KHOA, "UPHELD", null, null).statusCode(201);
    rule(Api.GIANG).statusCode(422).body("rule", is("SAN-32"));
    Api.PLATFORM.get("measures/" + measure).then().body("until", is("2027-02-24"));
    vote(Api.HA, "VARIED", "variations", shorter).statusCode(201);
    Api.HA
        .act(
            appeal,
            "rulings",
            Map.of("reasons", "r", "variations", change(Map.of("until", "2027-02-01"))))
        .then()
        .statusCode(400);
    rule(Api.KHOA)
        .statusCode(201)
        .body(
            "status", is("RULED"),
            "outcome", is("VARIED"),
            "variations.measure", is(List.of(measure)),
            "variations[0].change.until", is("2026-12-31"));
    Api.PLATFORM
        .get("measures/" + measure)
        .then()
        .body(
            "status", is("IN_FORCE"),
            "until", is("2026-12-31"),
            "endsAt", is("2026-12-31T17:00:00Z"),
            "conditions", hasSize(1));
    Api.kol(kol).get(appeal).then().body("outcome", is("VARIED"), "votes", hasSize(0));
    Api.AUDITOR.get("cases/" + caseId).then().body("status", is("RULED"));
  }

  @Test
  @DisplayName("SAN-34 a vote that would make a measure heavier is refused when it is cast")
  void heavier() {
    for (Map<String, Object> heavier :
        List.<Map<String, Object>>of(
            Map.of("conditions", List.of()),
            Map.of("until", "2027-02-25"),
            Map.of("scope", Map.of()))) {
      vote(Api.GIANG, "VARIED", "variations", change(heavier))
          .statusCode(422)
          .body("rule", is("SAN-34"));
    }
    String other = Given.measureOf(Given.decided(RegistryStub.subject("KOL", "REGISTERED")));
    vote(
            Api.GIANG,
            "VARIED",
            "variations",
            List.of(Map.of("measure", other, "change", Map.of("until", "2026-12-31"))))
        .statusCode(422)
        .body("rule", is("SAN-34"));
    vote(Api.GIANG, "VARIED", null, null).statusCode(422).body("rule", is("SAN-32"));
    vote(Api.GIANG, "UPHELD", "cause", "WRONG_ACT").statusCode(422).body("rule", is("SAN-32"));
    Api.AUDITOR.get(appeal).then().body("votes", hasSize(0));
  }

  @Test
  @DisplayName("SAN-32 ANNULLED takes the measures back for the cause that two of three named")
  void annulled() {
    vote(Api.GIANG, "ANNULLED", "cause", "WRONG_PERSON").statusCode(201);
    vote(Api.HA, "ANNULLED", "cause", "FALSIFIED_FILE").statusCode(201);
    vote(Api.KHOA, "UPHELD", null, null).statusCode(201);
    rule(Api.HA).statusCode(422).body("rule", is("SAN-32"));
    vote(Api.KHOA, "ANNULLED", "cause", "WRONG_PERSON").statusCode(201);
    rule(Api.HA).statusCode(201).body("outcome", is("ANNULLED"), "cause", is("WRONG_PERSON"));
    Api.OFFICER
        .get("measures/" + measure)
        .then()
        .body("status", is("ANNULLED"), "end.cause", is("WRONG_PERSON"));
    Api.kol(kol)
        .get("measures/" + measure)
        .then()
        .body("file.endReasons", is("The panel found so"));
    Api.OFFICER.get("subjects/" + kol + "/measures").then().body("items", hasSize(0));
  }

  @Test
  @DisplayName("SAN-36 the subject takes its appeal back: stays end, and nothing follows")
  void withdrawn() {
    Api.GIANG.act(appeal, "stays", Map.of("reasons", "Harm")).then().statusCode(201);
    vote(Api.GIANG, "ANNULLED", "cause", "WRONG_ACT").statusCode(201);
    TestClock.get().advance(Duration.ofDays(1));
    Api.kol(kol)
        .act(appeal, "withdrawals", null)
        .then()
        .statusCode(201)
        .body("status", is("WITHDRAWN"), "outcome", nullValue(), "endedAt", notNullValue());
    Api.PLATFORM
        .get("measures/" + measure)
        .then()
        .body("status", is("IN_FORCE"), "stays[0].endsAt", is("2026-11-26T04:00:00Z"));
    vote(Api.HA, "UPHELD", null, null).statusCode(409);
    rule(Api.GIANG).statusCode(409);
    Api.kol(kol).act(appeal, "withdrawals", null).then().statusCode(409);
    Api.kol(kol).get("cases/" + caseId).then().body("status", is("RULED"));
  }

  @Test
  @DisplayName("SAN-31 the panel are three people who took no part in the case")
  void panel() {
    for (String part : List.of("officer-an", "decider-chi", "kol-" + kol)) {
      vote(Api.person(part, "appeal-panel"), "UPHELD", null, null)
          .statusCode(422)
          .body("rule", is("SAN-31"));
    }
    vote(Api.GIANG, "UPHELD", null, null).statusCode(201);
    vote(Api.GIANG, "UPHELD", null, null).statusCode(201);
    vote(Api.HA, "UPHELD", null, null).statusCode(201);
    rule(Api.GIANG).statusCode(422).body("rule", is("SAN-32"));
    Api.KHOA
        .act("cases/" + caseId, "interests", Map.of("reason", "A cousin"))
        .then()
        .statusCode(201);
    vote(Api.KHOA, "UPHELD", null, null).statusCode(422).body("rule", is("SAN-31"));
    vote(Api.LAM, "UPHELD", null, null).statusCode(201);
    vote(Api.person("panel-minh", "appeal-panel"), "UPHELD", null, null)
        .statusCode(422)
        .body("rule", is("SAN-31"));
    rule(Api.LAM).statusCode(201).body("outcome", is("UPHELD"));
    Api.AUDITOR
        .get("cases/" + caseId)
        .then()
        .body(
            "parts.findAll { it.part == 'RULED' }.person",
            containsInAnyOrder("panel-giang", "panel-ha", "panel-lam"));
  }

  @Test
  @DisplayName(
      "SAN-35 a member of the panel stays measures while the appeal is open, and no longer")
  void stays() {
    Map<String, Object> harm = Map.of("reasons", "Harm");
    for (Api other : List.of(Api.OFFICER, Api.DECIDER, Api.kol(kol), Api.PLATFORM, Api.AUDITOR)) {
      other.act(appeal, "stays", harm).then().statusCode(403);
    }
    Api.measureIs(measure, "IN_FORCE");
    Api.GIANG
        .act(appeal, "stays", Map.of("reasons", "Harm", "until", "2026-11-26"))
        .then()
        .statusCode(201)
        .body("status", is("LODGED"));
    Api.PLATFORM
        .get("measures/" + measure)
        .then()
        .body(
            "status", is("STAYED"),
            "stays.startsAt", is(List.of("2026-11-25T04:00:00Z")),
            "stays.endsAt", is(List.of("2026-11-26T17:00:00Z")));
    TestClock.get().advance(Duration.ofDays(2));
    Api.measureIs(measure, "IN_FORCE");
    Api.HA
        .act(appeal, "stays", Map.of("reasons", "Harm", "measures", List.of(measure)))
        .then()
        .statusCode(201);
    Api.measureIs(measure, "STAYED");
    for (Api member : List.of(Api.GIANG, Api.HA, Api.KHOA)) {
      vote(member, "UPHELD", null, null).statusCode(201);
    }
    TestClock.get().advance(Duration.ofHours(1));
    rule(Api.KHOA).statusCode(201);
    Api.measureIs(measure, "IN_FORCE");
    Api.GIANG.act(appeal, "stays", harm).then().statusCode(409);
    Api.measureIs(measure, "IN_FORCE");
  }

  @Test
  @DisplayName("SAN-35 a stay reaches the measures of the appealed case and no other's")
  void staysOfTheCase() {
    String other = Given.measureOf(Given.decided(RegistryStub.subject("KOL", "REGISTERED")));
    Api.GIANG
        .act(appeal, "stays", Map.of("reasons", "Harm", "measures", List.of(measure, other)))
        .then()
        .statusCode(422);
    Api.measureIs(measure, "IN_FORCE");
    Api.measureIs(other, "IN_FORCE");
    Api.GIANG.act(appeal, "stays", Map.of("reasons", "Harm")).then().statusCode(201);
    Api.measureIs(measure, "STAYED");
    Api.measureIs(other, "IN_FORCE");
  }

  @Test
  @DisplayName("SAN-53 why a measure was stayed is known to its subject, who granted it to staff")
  void whyStayed() {
    Api.GIANG.act(appeal, "stays", Map.of("reasons", "Harm")).then().statusCode(201);
    String path = "measures/" + measure;
    Api.kol(kol)
        .get(path)
        .then()
        .body("file.stays.reasons", is(List.of("Harm")), "file.stays[0].grantedBy", nullValue());
    Api.AUDITOR.get(path).then().body("file.stays.grantedBy", is(List.of("panel-giang")));
    Api.PLATFORM.get(path).then().body("file", nullValue(), "stays", hasSize(1));
    Api.kol(UUID.randomUUID()).get(path).then().body("file", nullValue());
    Api.OFFICER
        .get("subjects/" + kol + "/measures")
        .then()
        .body("items.file", hasItem(nullValue()));
  }
}

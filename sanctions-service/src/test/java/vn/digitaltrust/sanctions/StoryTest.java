package vn.digitaltrust.sanctions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.SettableClock;

@QuarkusTest
@QuarkusTestResource(
    value = Postgres.class,
    initArgs = @ResourceArg(name = "name", value = "sanctions"))
@QuarkusTestResource(RegistryStub.class)
@DisplayName("The course of a case through the public API")
class StoryTest {
  private UUID kol;

  @BeforeEach
  void begin() {
    SettableClock.set(SettableClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  private static void measureIs(String measure, String status) {
    Api.PLATFORM.get("measures/" + measure).then().statusCode(200).body("status", is(status));
  }

  @Test
  @DisplayName(
      "report, case, notice, response, proposal, decision, exception, appeal, stay, ruling, lifting")
  void fromReportToLifting() {
    String report =
        Api.PLATFORM
            .create(
                "reports",
                Map.of(
                    "subject",
                    kol,
                    "ground",
                    Api.GROUND,
                    "facts",
                    "Sold a supplement as a cure",
                    "evidence",
                    List.of(Map.of("title", "Recording")),
                    "source",
                    "TRUSTED_FLAGGER"))
            .then()
            .statusCode(201)
            .body("status", is("RECEIVED"))
            .extract()
            .path("id");
    String caseId =
        Api.OFFICER
            .create("cases", Map.of("subject", kol, "reports", List.of(report), "title", "Ads"))
            .then()
            .statusCode(201)
            .body("status", is("OPENED"), "reports", contains(report))
            .extract()
            .path("id");
    String file = "cases/" + caseId;
    Api.kol(kol).get(file).then().statusCode(404);

    Api.OFFICER
        .act(file, "notices", Api.notice())
        .then()
        .statusCode(201)
        .body(
            "status", is("NOTIFIED"),
            "notices[0].respondBy", is("2026-12-02"),
            "windowClosesAt", is("2026-12-02T17:00:00Z"),
            "notices[0].allegations[0].actOn", is("2026-11-25"));
    Api.kol(kol).get(file).then().statusCode(200).body("reports", hasSize(0), "parts", hasSize(0));

    SettableClock.pass(Duration.ofHours(5));
    Api.kol(kol)
        .act(file, "responses", Map.of("text", "Let me look at it", "final", false))
        .then()
        .statusCode(201)
        .body("status", is("NOTIFIED"));
    Api.kol(kol)
        .act(
            file,
            "responses",
            Map.of("text", "I corrected it", "final", true, "statement", "I am sorry"))
        .then()
        .statusCode(201)
        .body("status", is("RESPONDED"), "windowClosesAt", is("2026-11-25T08:00:00Z"));

    Api.OFFICER
        .act(
            file,
            "proposals",
            Map.of(
                "reasons",
                "Proven",
                "measures",
                List.of(
                    Api.limit("2026-11-25", "2027-02-24"),
                    Map.of(
                        "kind", "CERTIFICATE_SUSPENSION",
                        "ground", Api.GROUND,
                        "from", "2026-12-01",
                        "reviewOn", "2027-03-01"))))
        .then()
        .statusCode(201)
        .body("status", is("PROPOSED"));
    Api.DECIDER
        .act(file, "decisions", Map.of("outcome", "APPROVED", "reasons", "Proportionate"))
        .then()
        .statusCode(201)
        .body(
            "status", is("DECIDED"),
            "measures", hasSize(2),
            "appealBy", is("2026-12-16T17:00:00Z"));
    List<String> measures = Api.OFFICER.get(file).path("measures");
    String limit = measures.get(0);
    Api.PLATFORM
        .get("measures/" + limit)
        .then()
        .statusCode(200)
        .body(
            "status", is("IN_FORCE"),
            "class", is("ALLIANCE_MEASURE"),
            "case", is(caseId),
            "ground.code", is(Api.GROUND),
            "scope.territories", contains("2025:79"),
            "startsAt", is("2026-11-25T08:00:00Z"),
            "endsAt", is("2027-02-24T17:00:00Z"),
            "statement", is("I am sorry"),
            "end", nullValue());
    measureIs(measures.get(1), "SCHEDULED");

    SettableClock.pass(Duration.ofDays(1));
    Instant beforeException = SettableClock.now();
    SettableClock.pass(Duration.ofHours(1));
    Api.DECIDER
        .act(
            "measures/" + limit,
            "exceptions",
            Map.of(
                "scope", Map.of("activities", List.of("ADVERTISE")),
                "reason", "Charity",
                "from", "2026-12-20",
                "until", "2026-12-21"))
        .then()
        .statusCode(201)
        .body("exceptions", hasSize(1), "exceptions[0].endsAt", is("2026-12-21T17:00:00Z"));
    Api.PLATFORM
        .get("subjects/" + kol + "/measures?at=2026-12-20T03:00:00Z&knownAt=" + beforeException)
        .then()
        .statusCode(200)
        .body("items.find { it.id == '%s' }.exceptions".formatted(limit), hasSize(0));

    String appeal = Given.appealed(kol, caseId);
    Api.GIANG
        .act("appeals/" + appeal, "stays", Map.of("reasons", "Harm that cannot be undone"))
        .then()
        .statusCode(201);
    measureIs(limit, "STAYED");
    for (Api member : List.of(Api.GIANG, Api.HA, Api.KHOA)) {
      member
          .act("appeals/" + appeal, "votes", Map.of("outcome", "UPHELD", "reasons", "Right"))
          .then()
          .statusCode(201);
    }
    SettableClock.pass(Duration.ofDays(2));
    Api.GIANG
        .act("appeals/" + appeal, "rulings", Map.of("reasons", "The decision stands"))
        .then()
        .statusCode(201)
        .body("status", is("RULED"), "outcome", is("UPHELD"));
    measureIs(limit, "IN_FORCE");
    Api.PLATFORM
        .get("measures/" + limit)
        .then()
        .body("stays", hasSize(1), "endsAt", is("2027-02-24T17:00:00Z"));

    for (String measure : measures) {
      Api.DECIDER
          .act("measures/" + measure, "liftings", Map.of("reasons", "The aim is reached"))
          .then()
          .statusCode(201)
          .body("status", is("LIFTED"), "end.state", is("LIFTED"));
    }
    Api.OFFICER
        .act(file, "closures", Map.of("reasons", "Done"))
        .then()
        .statusCode(201)
        .body("status", is("CLOSED"));
    Api.PLATFORM
        .get("subjects/" + kol + "/measures")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    Api.kol(kol).get("subjects/" + kol + "/measures").then().body("items", hasSize(2));
    Api.AUDITOR
        .get("measures/" + limit + "/versions")
        .then()
        .statusCode(200)
        .body("items", hasSize(5));
    Api.AUDITOR
        .get("journal?after=0&limit=1000")
        .then()
        .statusCode(200)
        .body(
            "entries.findAll { it.aggregateId == '%s' }.type".formatted(limit),
            contains(
                "measure.imposed",
                "measure.excepted",
                "measure.stayed",
                "measure.resumed",
                "measure.lifted"));
  }

  @Test
  @DisplayName("SAN-50 an annulled measure was never in force and is no longer listed")
  void annulment() {
    String caseId = Given.decided(kol);
    String measure = Given.measureOf(caseId);
    Instant whileInForce = SettableClock.now().plusSeconds(60);
    SettableClock.pass(Duration.ofDays(3));
    Api.OTHER_DECIDER
        .act(
            "measures/" + measure,
            "annulments",
            Map.of("cause", "WRONG_PERSON", "reasons", "Namesake"))
        .then()
        .statusCode(201)
        .body("status", is("ANNULLED"), "end.state", is("ANNULLED"));
    for (Api reader : List.of(Api.PLATFORM, Api.kol(kol), Api.OFFICER)) {
      reader
          .get("subjects/" + kol + "/measures?at=" + whileInForce)
          .then()
          .body("items", hasSize(0));
    }
    Api.PLATFORM
        .get("subjects/" + kol + "/measures?at=" + whileInForce + "&knownAt=" + whileInForce)
        .then()
        .body("items", hasSize(0));
    Api.OFFICER
        .get("subjects/" + kol + "/measures?at=" + whileInForce + "&knownAt=" + whileInForce)
        .then()
        .body("items", hasSize(1), "items[0].status", is("IN_FORCE"));
    measureIs(measure, "ANNULLED");
  }

  @Test
  @DisplayName(
      "SAN-60 a state decision on a RECORDED subject restricts, and only its authority changes it")
  void stateDecision() {
    UUID recorded = RegistryStub.subject("KOL", "RECORDED");
    var created =
        Api.MINISTRY.create(
            "state-decisions", Given.stateDecision(recorded, "BVHTTDL", "S-" + recorded));
    created.then().statusCode(201).body("authority", equalTo("BVHTTDL"), "status", is("RECORDED"));
    String decision = created.path("id");
    String measure = created.path("measure");
    Api.PLATFORM
        .get("measures/" + measure)
        .then()
        .body(
            "class", is("STATE_DECISION"),
            "authority", is("BVHTTDL"),
            "stateDecision", is(decision),
            "case", nullValue(),
            "startsAt", is("2026-11-24T17:00:00Z"),
            "status", is("IN_FORCE"),
            "ground.provision", is("Article 17 (1)"));
    Api.DECIDER
        .act("measures/" + measure, "liftings", Map.of("reasons", "We think so"))
        .then()
        .statusCode(422)
        .body("rule", is("SAN-48"));
    Api.POLICE
        .act(
            "state-decisions/" + decision,
            "liftings",
            Map.of("number", "9", "issuedOn", "2026-11-25", "reasons", "Not ours"))
        .then()
        .statusCode(403);
    Api.MINISTRY
        .act(
            "state-decisions/" + decision,
            "stays",
            Map.of("number", "2", "issuedOn", "2026-11-25", "reasons", "Complaint"))
        .then()
        .statusCode(201);
    measureIs(measure, "STAYED");
    SettableClock.pass(Duration.ofDays(1));
    Api.MINISTRY
        .act(
            "state-decisions/" + decision,
            "resumptions",
            Map.of("number", "3", "issuedOn", "2026-11-26", "reasons", "Rejected"))
        .then()
        .statusCode(201);
    measureIs(measure, "IN_FORCE");
    Api.MINISTRY
        .act(
            "state-decisions/" + decision,
            "variations",
            Map.of(
                "number", "4",
                "issuedOn", "2026-11-26",
                "reasons", "Longer",
                "change", Map.of("until", "2027-01-31")))
        .then()
        .statusCode(201);
    Api.PLATFORM.get("measures/" + measure).then().body("endsAt", is("2027-01-31T17:00:00Z"));
    Api.MINISTRY
        .act(
            "state-decisions/" + decision,
            "liftings",
            Map.of("number", "5", "issuedOn", "2026-11-26", "reasons", "Aim reached"))
        .then()
        .statusCode(201)
        .body("acts.kind", containsInAnyOrder("STAYED", "RESUMED", "VARIED", "LIFTED"));
    measureIs(measure, "LIFTED");
    Api.MINISTRY
        .act(
            "state-decisions/" + decision,
            "annulments",
            Map.of(
                "number", "6",
                "issuedOn", "2026-11-26",
                "cause", "WRONG_PERSON",
                "reasons", "Namesake"))
        .then()
        .statusCode(201);
    measureIs(measure, "ANNULLED");
    Api.PLATFORM
        .get("state-decisions?subject=" + recorded)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }
}

package vn.digitaltrust.sanctions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
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
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

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
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  @Test
  @DisplayName(
      "report, case, notice, response, proposal, decision, exception, appeal, stay, ruling,"
          + " lifting")
  void fromReportToLifting() throws SQLException {
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

    TestClock.get().advance(Duration.ofHours(5));
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
    Api.measureIs(measures.get(1), "SCHEDULED");

    TestClock.get().advance(Duration.ofDays(1));
    Instant beforeException = TestClock.get().instant();
    TestClock.get().advance(Duration.ofHours(1));
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
    Api.measureIs(limit, "STAYED");
    for (Api member : List.of(Api.GIANG, Api.HA, Api.KHOA)) {
      member
          .act("appeals/" + appeal, "votes", Map.of("outcome", "UPHELD", "reasons", "Right"))
          .then()
          .statusCode(201);
    }
    TestClock.get().advance(Duration.ofDays(2));
    Api.GIANG
        .act("appeals/" + appeal, "rulings", Map.of("reasons", "The decision stands"))
        .then()
        .statusCode(201)
        .body("status", is("RULED"), "outcome", is("UPHELD"));
    Api.measureIs(limit, "IN_FORCE");
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
    assertEquals(
        List.of(
            "measure.imposed",
            "measure.excepted",
            "measure.stayed",
            "measure.resumed",
            "measure.unpublished",
            "measure.lifted"),
        Rows.journal("measure", limit));
  }

  @Test
  @DisplayName("SAN-50 an annulled measure was never in force and is no longer listed")
  void annulment() {
    String caseId = Given.decided(kol);
    String measure = Given.measureOf(caseId);
    Instant whileInForce = TestClock.get().instant().plusSeconds(60);
    TestClock.get().advance(Duration.ofDays(3));
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
    Api.measureIs(measure, "ANNULLED");
  }
}

package vn.digitaltrust.sanctions.statedecision;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
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
class StateDecisionTest {
  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
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
    Api.measureIs(measure, "STAYED");
    TestClock.get().advance(Duration.ofDays(1));
    Api.MINISTRY
        .act(
            "state-decisions/" + decision,
            "resumptions",
            Map.of("number", "3", "issuedOn", "2026-11-26", "reasons", "Rejected"))
        .then()
        .statusCode(201);
    Api.measureIs(measure, "IN_FORCE");
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
    Api.measureIs(measure, "LIFTED");
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
    Api.measureIs(measure, "ANNULLED");
    Api.PLATFORM
        .get("state-decisions?subject=" + recorded)
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }
}

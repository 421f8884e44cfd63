package vn.digitaltrust.sanctions;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class DaysTest {
  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
  }

  @ParameterizedTest
  @DisplayName("SAN-96 what is no day of our time is a malformed request, wherever it stands")
  @ValueSource(
      strings = {
        "+10000-01-01",
        "+999999999-12-31",
        "-0001-01-01",
        "1899-12-31",
        "2026-02-30",
        "2026-1-1",
        "tomorrow",
        "2026-11-25T00:00:00Z",
        ""
      })
  void days(String day) {
    UUID kol = RegistryStub.subject("KOL", "REGISTERED");
    String file = "cases/" + Given.opened(kol);
    Map<String, Object> notice = new HashMap<>(Api.notice());
    notice.put("respondBy", day);
    refused(Api.OFFICER, file + "/notices", notice);
    refused(
        Api.OFFICER,
        file + "/notices",
        Map.of(
            "allegations",
            List.of(Map.of("ground", Api.GROUND, "facts", "f", "actOn", day)),
            "evidence",
            List.of(Map.of("title", "e"))));
    refused(
        Api.OFFICER,
        file + "/proposals",
        Map.of("reasons", "r", "measures", List.of(Api.limit(day, "2026-12-31"))));
    refused(
        Api.DECIDER,
        file + "/interim-measures",
        Map.of("reasons", "r", "measure", Api.limit("2026-11-25", day)));
    Map<String, Object> decision = new HashMap<>(Given.stateDecision(kol, "BVHTTDL", "D-" + kol));
    decision.put("issuedOn", day);
    refused(Api.MINISTRY, "state-decisions", decision);
    refused(
        Api.DECIDER,
        "measures/" + UUID.randomUUID() + "/exceptions",
        Map.of("scope", Map.of(), "reason", "r", "from", day, "until", "2026-12-31"));
  }

  private static void refused(Api who, String path, Object body) {
    who.post(path, "\"0\"", null, body)
        .then()
        .statusCode(400)
        .body("type", containsString("urn:digital-trust:problem:"));
  }

  @ParameterizedTest
  @DisplayName("SAN-96 an instant that the database has no place for is refused")
  @ValueSource(
      strings = {
        "+1000000000-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "-1000000000-01-01T00:00:00Z",
        "1899-12-31T23:59:59Z"
      })
  void instants(String instant) {
    String path = "subjects/" + UUID.randomUUID() + "/measures?";
    Api.OFFICER.get(path + "at=" + instant).then().statusCode(400);
    Api.OFFICER.get(path + "knownAt=" + instant).then().statusCode(400);
  }

  @Test
  @DisplayName("DOOR-23 an instant whose plus became a blank is told to write it as %2B")
  void plus() {
    String path = "subjects/" + RegistryStub.subject("KOL", "REGISTERED") + "/measures?";
    for (String name : List.of("at", "knownAt")) {
      Api.OFFICER
          .getAsItIs(path + name + "=2027-01-15T09:00:00+07:00")
          .then()
          .statusCode(400)
          .body("violations.field", contains(name))
          .body("violations[0].message", containsString("2027-01-15T09:00:00%2B07:00"));
      Api.OFFICER.getAsItIs(path + name + "=2027-01-15T09:00:00%2B07:00").then().statusCode(200);
      Api.OFFICER.get(path + name + "=").then().statusCode(400);
    }
  }

  @Test
  @DisplayName("SAN-96 the last day of the last year is a day like any other")
  void lastDay() {
    UUID kol = RegistryStub.subject("KOL", "REGISTERED");
    Map<String, Object> decision = new HashMap<>(Given.stateDecision(kol, "BVHTTDL", "L-" + kol));
    decision.put(
        "measure", Map.of("kind", "ENGAGEMENT_LIMIT", "from", "2026-11-25", "until", "9999-12-31"));
    Api.MINISTRY.create("state-decisions", decision).then().statusCode(201);
    Api.OFFICER.get("subjects/" + kol + "/measures?at=9999-12-31T16:59:59Z").then().statusCode(200);
  }

  @Test
  @DisplayName("DOOR-4 control characters and halves of characters never reach the database")
  void plainText() {
    Api.OFFICER.get("grounds/a\u0001b").then().statusCode(400);
    Api.OFFICER.get("state-decisions?authority=a\u0001b").then().statusCode(400);
    UUID kol = RegistryStub.subject("KOL", "REGISTERED");
    for (String odd : List.of("\\u0000", "\\ud800", "\\udc00")) {
      Api.OFFICER
          .create(
              "cases", "{\"subject\":\"%s\",\"reports\":[],\"title\":\"a%sb\"}".formatted(kol, odd))
          .then()
          .statusCode(400);
    }
  }
}

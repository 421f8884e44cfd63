package vn.digitaltrust.sanctions.measure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

/** Provinces in the requests of measures: refused where they are not named with their list. */
@QuarkusTest
class TerritoryPathsTest {
  private UUID kol;

  @BeforeEach
  void somebody() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  private static Map<String, Object> limit(Object... territories) {
    Map<String, Object> limit = new HashMap<>(Api.limit("2026-11-25", "2027-02-24"));
    limit.put("scope", Map.of("territories", List.of(territories)));
    return limit;
  }

  private Response record(Object... territories) {
    Map<String, Object> decision = new HashMap<>(Given.stateDecision(kol, "BVHTTDL", "T-" + kol));
    Map<String, Object> measure = limit(territories);
    measure.remove("ground");
    decision.put("measure", measure);
    return Api.MINISTRY.create("state-decisions", decision);
  }

  private static void isRefused(Response answer, String field, String told) {
    answer
        .then()
        .statusCode(400)
        .body("type", is("urn:digital-trust:problem:invalid-value"))
        .body("violations.field", contains(field))
        .body("violations[0].message", containsString(told));
  }

  @ParameterizedTest(name = "{0} is told {1}")
  @CsvSource({
    "15, Yên Bái",
    "79, 2025:79",
    "77, 2025:79",
    "2024:77, 2025:79",
    "2024:14, Sơn La",
    "2025:77, Bà Rịa",
    "2025:1, 2025:79",
    "1, 2025:79",
    "2025:99, no province"
  })
  @DisplayName("SAN-40, VOC-8, VOC-9 a state decision names a province with its list of today")
  void stateDecision(String code, String told) {
    isRefused(record(code), "measure.scope.territories[0]", told);
    String measure = record("2025:15").then().statusCode(201).extract().path("measure");
    Api.OFFICER.get("measures/" + measure).then().body("scope.territories", contains("2025:15"));
  }

  @Test
  @DisplayName("DOOR-22 every body that has a scope names the place of what is wrong in it")
  void paths() {
    isRefused(record("2025:79", "2025:01", "15"), "measure.scope.territories[2]", "Lào Cai");
    String responded = "cases/" + Given.responded(kol);
    isRefused(
        Api.OFFICER.act(
            responded,
            "proposals",
            Map.of("reasons", "r", "measures", List.of(limit("2025:79"), limit("2025:79", "1")))),
        "measures[1].scope.territories[1]",
        "2025:79");
    String measure =
        "measures/" + Given.measureOf(Given.decided(RegistryStub.subject("KOL", "REGISTERED")));
    Map<String, Object> exception = new HashMap<>();
    exception.put("scope", Map.of("territories", List.of("79")));
    exception.put("reason", "r");
    exception.put("from", "2026-12-01");
    exception.put("until", "2026-12-01");
    isRefused(Api.DECIDER.act(measure, "exceptions", exception), "scope.territories[0]", "2025:79");
  }

  @Test
  @DisplayName("DOOR-22 a value of another type or none at all is named by its place, too")
  void otherValues() {
    String responded = "cases/" + Given.responded(kol);
    Map<String, Object> limit = limit("2025:79");
    limit.put("conditions", List.of("one", " "));
    Api.OFFICER
        .act(responded, "proposals", Map.of("reasons", "r", "measures", List.of(limit)))
        .then()
        .statusCode(400)
        .body("violations.field", contains("measures[0].conditions[1]"))
        .body("violations.field", not(contains(containsString("<"))));
    limit.put("scope", Map.of("activities", List.of("ADVERTISE", "DANCE")));
    Api.OFFICER
        .act(responded, "proposals", Map.of("reasons", "r", "measures", List.of(limit)))
        .then()
        .statusCode(400)
        .body("detail", containsString("\"measures[0].scope.activities[1]\""));
    Map<String, Object> holed = new HashMap<>(limit);
    Map<String, Object> scope = new HashMap<>();
    scope.put("territories", java.util.Arrays.asList("2025:79", null));
    holed.put("scope", scope);
    Api.OFFICER
        .act(responded, "proposals", Map.of("reasons", "r", "measures", List.of(holed)))
        .then()
        .statusCode(400)
        .body("detail", containsString("\"measures[0].scope.territories[1]\""));
  }
}

package vn.digitaltrust.sanctions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class AccessTest {
  private static final List<String> ROLES =
      List.of(
          "platform",
          "business",
          "press",
          "authority",
          "kol",
          "registrar",
          "case-officer",
          "decision-maker",
          "appeal-panel",
          "assessor",
          "alliance-admin",
          "auditor",
          "trust-replica",
          "service");
  private static final String EVERYBODY =
      "platform business press authority kol registrar case-officer decision-maker appeal-panel"
          + " assessor alliance-admin auditor";
  private static final String PARTIES = "kol business press platform";
  private static final String STAFF = "case-officer decision-maker appeal-panel auditor";

  /** Every endpoint of this service, with the roles that may ask. */
  private record Endpoint(String method, String path, String roles) {
    Set<String> allowed() {
      return new HashSet<>(Arrays.asList(roles.split(" ")));
    }

    Response ask(String token) {
      String address =
          "/sanctions/v1/"
              + path.replace("{code}", "DECREE-38-2021-34.5")
                  .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
      var request = RestAssured.given().contentType("application/json");
      if (token != null) {
        request.auth().oauth2(token);
      }
      return method.equals("GET") ? request.get(address) : request.body("{}").post(address);
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  static Stream<Endpoint> endpoints() {
    return Stream.of(
        new Endpoint("GET", "access-log", "auditor"),
        new Endpoint("GET", "grounds", EVERYBODY),
        new Endpoint("GET", "grounds/{code}", EVERYBODY),
        new Endpoint("POST", "reports", "platform business press authority case-officer"),
        new Endpoint("GET", "reports", "platform business press authority " + STAFF),
        new Endpoint("GET", "reports/{id}", "platform business press authority " + STAFF),
        new Endpoint("POST", "cases", "case-officer"),
        new Endpoint("GET", "cases", PARTIES + " " + STAFF),
        new Endpoint("GET", "cases/{id}", PARTIES + " " + STAFF),
        new Endpoint("POST", "cases/{id}/notices", "case-officer"),
        new Endpoint("POST", "cases/{id}/responses", PARTIES),
        new Endpoint("POST", "cases/{id}/proposals", "case-officer"),
        new Endpoint("POST", "cases/{id}/decisions", "decision-maker"),
        new Endpoint("POST", "cases/{id}/interim-measures", "decision-maker"),
        new Endpoint("POST", "cases/{id}/interests", "case-officer decision-maker appeal-panel"),
        new Endpoint("POST", "cases/{id}/withdrawals", "case-officer"),
        new Endpoint("POST", "cases/{id}/closures", "case-officer"),
        new Endpoint("POST", "cases/{id}/appeals", PARTIES),
        new Endpoint("GET", "appeals", PARTIES + " " + STAFF),
        new Endpoint("GET", "appeals/{id}", PARTIES + " " + STAFF),
        new Endpoint("POST", "appeals/{id}/stays", "appeal-panel"),
        new Endpoint("POST", "appeals/{id}/votes", "appeal-panel"),
        new Endpoint("POST", "appeals/{id}/rulings", "appeal-panel"),
        new Endpoint("POST", "appeals/{id}/withdrawals", PARTIES),
        new Endpoint("GET", "measures", STAFF),
        new Endpoint("GET", "measures/{id}", EVERYBODY),
        new Endpoint("GET", "measures/{id}/versions", "authority " + PARTIES + " " + STAFF),
        new Endpoint("POST", "measures/{id}/exceptions", "decision-maker authority"),
        new Endpoint("POST", "measures/{id}/liftings", "decision-maker"),
        new Endpoint("POST", "measures/{id}/annulments", "decision-maker"),
        new Endpoint("POST", "measures/{id}/statements", PARTIES),
        new Endpoint("GET", "subjects/{subject}/measures", EVERYBODY + " service"),
        new Endpoint("POST", "state-decisions", "authority"),
        new Endpoint("GET", "state-decisions", EVERYBODY),
        new Endpoint("GET", "state-decisions/{id}", EVERYBODY),
        new Endpoint("POST", "state-decisions/{id}/variations", "authority"),
        new Endpoint("POST", "state-decisions/{id}/stays", "authority"),
        new Endpoint("POST", "state-decisions/{id}/resumptions", "authority"),
        new Endpoint("POST", "state-decisions/{id}/liftings", "authority"),
        new Endpoint("POST", "state-decisions/{id}/annulments", "authority"));
  }

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
  }

  @ParameterizedTest
  @DisplayName(
      "SAN-92, SAN-133 every endpoint with every role, with a token for others, and without one")
  @MethodSource("endpoints")
  void everyRole(Endpoint endpoint) {
    assertEquals(401, endpoint.ask(null).statusCode());
    assertEquals(
        401, endpoint.ask(Tokens.of("x", "case-officer").audience("others").sign()).statusCode());
    assertEquals(
        401, endpoint.ask(Tokens.of("x", "case-officer").expiresIn(-120).sign()).statusCode());
    for (String role : ROLES) {
      int status = endpoint.ask(Tokens.as(role)).statusCode();
      if (endpoint.allowed().contains(role)) {
        assertFalse(Set.of(401, 403, 405, 500).contains(status), role + " got " + status);
      } else {
        assertEquals(403, status, role);
      }
    }
  }

  @Test
  @DisplayName("SAN-92 the table above is complete")
  void complete() {
    JsonPath document = RestAssured.get("/sanctions/openapi?format=json").jsonPath();
    Map<String, Map<String, Object>> paths = document.getMap("paths");
    Set<String> documented =
        paths.entrySet().stream()
            .flatMap(
                path ->
                    path.getValue().keySet().stream()
                        .filter(Set.of("get", "post", "put", "patch", "delete")::contains)
                        .map(
                            method ->
                                method.toUpperCase()
                                    + " "
                                    + path.getKey().replace("/sanctions/v1/", "")))
            .filter(it -> !it.contains(" journal") && !it.endsWith(" snapshot"))
            .collect(Collectors.toSet());
    assertEquals(endpoints().map(Endpoint::toString).collect(Collectors.toSet()), documented);
  }

  @Test
  @DisplayName("SAN-90 other people's rows are not found")
  void othersRows() {
    UUID kol = RegistryStub.subject("KOL", "REGISTERED");
    String caseId = Given.decided(kol);
    String appeal = Given.appealed(kol, caseId);
    Api stranger = Api.kol(RegistryStub.subject("KOL", "REGISTERED"));
    stranger.get("cases/" + caseId).then().statusCode(404);
    stranger.get("appeals/" + appeal).then().statusCode(404);
    for (String deed : List.of("responses", "appeals")) {
      assertEquals(
          404,
          stranger
              .act(
                  "cases/" + caseId,
                  deed,
                  deed.equals("appeals") ? Map.of("text", "t") : Map.of("text", "t", "final", true))
              .statusCode());
    }
    assertEquals(404, stranger.act("appeals/" + appeal, "withdrawals", null).statusCode());
    Api.kol(kol).get("cases/" + caseId).then().statusCode(200);
  }

  @Test
  @DisplayName(
      "SAN-90 a report is seen by its reporter, its organisation and the staff, without the case")
  void reports() {
    UUID kol = RegistryStub.subject("KOL", "REGISTERED");
    UUID newspaper = UUID.randomUUID();
    String report =
        Api.member("journalist", "press", newspaper)
            .create(
                "reports",
                Map.of(
                    "subject",
                    kol,
                    "facts",
                    "f",
                    "evidence",
                    List.of(),
                    "source",
                    "TRUSTED_FLAGGER"))
            .path("id");
    Api.OFFICER
        .create("cases", Map.of("subject", kol, "reports", List.of(report), "title", "t"))
        .then()
        .statusCode(201);
    for (Api own :
        List.of(
            Api.member("journalist", "press", newspaper),
            Api.member("editor", "press", newspaper))) {
      var seen = own.get("reports/" + report);
      assertEquals(200, seen.statusCode());
      assertEquals("RECEIVED", seen.path("status"));
      assertNull(seen.<String>path("case"));
      assertTrue(own.get("reports").<List<String>>path("items.id").contains(report));
    }
    assertEquals("IN_CASE", Api.OFFICER.get("reports/" + report).path("status"));
    Api.PLATFORM.get("reports/" + report).then().statusCode(404);
    assertFalse(
        Api.member("other", "press", UUID.randomUUID())
            .get("reports?limit=200")
            .<List<String>>path("items.id")
            .contains(report));
  }
}

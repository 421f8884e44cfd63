package vn.digitaltrust.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.journal.testing.Tokens;

/** Every endpoint with every role, without a token and with one that is not for us. */
@QuarkusTest
class AccessTest extends Suite {
  private static final String EVERYBODY =
      "platform business press authority kol registrar case-officer decision-maker appeal-panel"
          + " assessor alliance-admin auditor service";
  private static final List<String> ROLES =
      Stream.concat(Arrays.stream(EVERYBODY.split(" ")), Stream.of("trust-replica")).toList();
  private static final String APPLICANTS = "kol business press platform alliance-admin";

  /** An endpoint of the document, a request to it that is allowed to fail later, and who may. */
  private enum Endpoint {
    LIST_CODES("GET", "/codes-of-conduct", EVERYBODY),
    CURRENT_CODE("GET", "/codes-of-conduct/current", EVERYBODY),
    CODE("GET", "/codes-of-conduct/{version}", EVERYBODY),
    APPLY("POST", "/memberships", APPLICANTS),
    LIST_MEMBERSHIPS("GET", "/memberships", EVERYBODY),
    MEMBERSHIP("GET", "/memberships/{id}", EVERYBODY),
    ASK("POST", "/memberships/{id}/admissions/requests", "alliance-admin"),
    ADMIT("POST", "/memberships/{id}/admissions/approvals", "alliance-admin"),
    REFUSE("POST", "/memberships/{id}/admissions/refusals", "alliance-admin"),
    TAKE_BACK("POST", "/memberships/{id}/admissions/withdrawals", "alliance-admin"),
    DEPART("POST", "/memberships/{id}/departures", APPLICANTS),
    GRANT("POST", "/certificates", "assessor"),
    LIST_CERTIFICATES("GET", "/certificates", EVERYBODY),
    CERTIFICATE("GET", "/certificates/{id}", EVERYBODY),
    CERTIFICATE_BY_NUMBER("GET", "/certificates/by-number/{number}", EVERYBODY),
    ACCESS_LOG("GET", "/access-log", "auditor"),
    JOURNAL("GET", "/journal", EVERYBODY),
    VERIFICATION("GET", "/journal/verification", "auditor service"),
    SNAPSHOT("GET", "/snapshot", EVERYBODY);

    private final String method;
    private final String path;
    private final Set<String> allowed;

    Endpoint(String method, String path, String allowed) {
      this.method = method;
      this.path = path;
      this.allowed = Set.of(allowed.split(" "));
    }

    private Response call(String token) {
      var request = token == null ? given() : given().auth().oauth2(token);
      return request
          .contentType(ContentType.JSON)
          .body("{}")
          .request(
              method,
              "/alliance/v1"
                  + path.replace("{id}", UUID.randomUUID().toString())
                      .replace("{version}", "1.0")
                      .replace("{number}", "IT-00000001W"));
    }
  }

  static Stream<Arguments> everyEndpointWithEveryRole() {
    return Arrays.stream(Endpoint.values())
        .flatMap(endpoint -> ROLES.stream().map(role -> Arguments.of(endpoint, role)));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("everyEndpointWithEveryRole")
  @DisplayName("who holds no role for it is refused, and nobody else")
  void everyEndpoint(Endpoint endpoint, String role) {
    String token = role.equals("service") ? Tokens.service("gateway") : Tokens.as(role);
    Response answer = endpoint.call(token);
    if (endpoint.allowed.contains(role)) {
      assertTrue(
          answer.statusCode() != 401 && answer.statusCode() != 403 && answer.statusCode() < 500,
          () -> endpoint + " as " + role + ": " + answer.statusCode());
    } else {
      answer
          .then()
          .statusCode(403)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:digital-trust:problem:forbidden"));
    }
  }

  static Stream<Arguments> badTokens() {
    return Stream.of(
        Arguments.of("none", null),
        Arguments.of("no token at all", "x.y.z"),
        Arguments.of("for somebody else", Tokens.of("a", "auditor").audience("other").sign()),
        Arguments.of("expired", Tokens.of("a", "auditor").expiresIn(-3_600).sign()));
  }

  @ParameterizedTest(name = "a token that is {0}")
  @MethodSource("badTokens")
  @DisplayName("without a token for us nothing is open")
  void notAuthenticated(String what, String token) {
    for (Endpoint endpoint : Endpoint.values()) {
      endpoint
          .call(token)
          .then()
          .statusCode(401)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:digital-trust:problem:unauthenticated"));
    }
  }

  @Test
  @DisplayName("no endpoint of the document is missing from this table")
  void complete() throws IOException {
    var document = given().get("/alliance/openapi?format=json").jsonPath();
    Set<String> documented = new TreeSet<>();
    document
        .<String, java.util.Map<String, Object>>getMap("paths")
        .forEach(
            (path, methods) ->
                methods.keySet().stream()
                    .filter(key -> Set.of("get", "post", "put", "patch", "delete").contains(key))
                    .forEach(
                        method ->
                            documented.add(
                                method.toUpperCase(java.util.Locale.ROOT)
                                    + " "
                                    + path.replace("/alliance/v1", ""))));
    assertEquals(
        Arrays.stream(Endpoint.values())
            .map(endpoint -> endpoint.method + " " + endpoint.path)
            .collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(new LinkedHashSet<>(documented)));
  }

  @Test
  @DisplayName("health and metrics are open to the machines that ask")
  void machines() {
    given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/health/live").then().statusCode(200);
    given().get("/q/metrics").then().statusCode(200);
  }
}

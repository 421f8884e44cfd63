package vn.digitaltrust.registry.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks every endpoint of the service with every role of the realm, and with none. */
@QuarkusTest
class AccessTest extends Registry {
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
  private static final String ALL =
      "platform business press authority kol registrar case-officer decision-maker appeal-panel"
          + " assessor alliance-admin auditor service";
  private static final String ID = "00000000-0000-7000-8000-000000000000";

  /** Method and path, and who may; written by hand, so that a new endpoint has to be thought of. */
  private static final Map<String, String> TABLE =
      Map.ofEntries(
          Map.entry("POST /kols", "registrar kol"),
          Map.entry("GET /kols", ALL),
          Map.entry("GET /kols/candidates", ALL),
          Map.entry("GET /kols/{id}", ALL),
          Map.entry("PUT /kols/{id}", "registrar"),
          Map.entry("GET /kols/by-number/{number}", ALL),
          Map.entry("POST /kols/{id}/submissions", "registrar"),
          Map.entry("POST /kols/{id}/verifications", "registrar"),
          Map.entry("POST /kols/{id}/registrations", "registrar"),
          Map.entry("POST /kols/{id}/deactivations", "registrar"),
          Map.entry("POST /kols/{id}/reactivations", "registrar"),
          Map.entry("POST /kols/{id}/deregistrations", "registrar"),
          Map.entry("POST /organisations", "registrar business press platform"),
          Map.entry("GET /organisations", ALL),
          Map.entry("GET /organisations/candidates", ALL),
          Map.entry("GET /organisations/{id}", ALL),
          Map.entry("PUT /organisations/{id}", "registrar"),
          Map.entry("POST /organisations/{id}/submissions", "registrar"),
          Map.entry("POST /organisations/{id}/verifications", "registrar"),
          Map.entry("POST /organisations/{id}/registrations", "registrar"),
          Map.entry("POST /organisations/{id}/deactivations", "registrar"),
          Map.entry("POST /organisations/{id}/reactivations", "registrar"),
          Map.entry("POST /organisations/{id}/deregistrations", "registrar"),
          Map.entry("GET /organisations/{id}/platforms", ALL),
          Map.entry("POST /organisations/{id}/platforms", "registrar"),
          Map.entry("GET /platform-runs/{id}", ALL),
          Map.entry("POST /platform-runs/{id}/closures", "registrar"),
          Map.entry("POST /recorded-subjects", "registrar authority case-officer"),
          Map.entry("GET /subjects/{id}", ALL),
          Map.entry("POST /subjects/{id}/merges", "registrar"),
          Map.entry("POST /subjects/{id}/unmerges", "registrar"),
          Map.entry("GET /duplicates", "registrar auditor"),
          Map.entry("POST /erasure-requests", "registrar"),
          Map.entry("GET /erasure-requests", "registrar auditor"),
          Map.entry("GET /erasure-requests/{id}", "registrar auditor"),
          Map.entry("POST /erasure-requests/{id}/approvals", "registrar"),
          Map.entry("POST /erasure-requests/{id}/refusals", "registrar"),
          Map.entry("POST /erasure-requests/{id}/withdrawals", "registrar"),
          Map.entry("GET /erasure-requests/{id}/answer", "service"),
          Map.entry("PUT /erasure-requests/{id}/answer", "service"),
          Map.entry(
              "POST /subjects/{subject}/representations", "registrar kol business press platform"),
          Map.entry("GET /representations", "registrar kol business press platform auditor"),
          Map.entry("GET /representations/{id}", "registrar kol business press platform auditor"),
          Map.entry(
              "POST /representations/{id}/confirmations", "registrar kol business press platform"),
          Map.entry("POST /representations/{id}/endings", "registrar kol business press platform"),
          Map.entry("GET /subjects/{subject}/speaking", "service"),
          Map.entry("GET /subjects/{subject}/accounts", ALL),
          Map.entry("POST /subjects/{subject}/accounts", "registrar authority case-officer"),
          Map.entry("GET /accounts", ALL),
          Map.entry("GET /accounts/{id}", ALL),
          Map.entry("POST /accounts/{id}/closures", "registrar"),
          Map.entry("POST /accounts/{id}/handles", "registrar"),
          Map.entry("POST /accounts/{id}/claims", "kol business press platform"),
          Map.entry("POST /accounts/{id}/attestations", "platform"),
          Map.entry("GET /account-claims", "registrar auditor"),
          Map.entry("GET /account-claims/{id}", "kol business press platform registrar auditor"),
          Map.entry("POST /account-claims/{id}/decisions", "registrar"),
          Map.entry("POST /imports", "registrar"),
          Map.entry("GET /access-log", "auditor"),
          Map.entry("GET /journal", ALL),
          Map.entry("GET /journal/verification", "auditor service"),
          Map.entry("GET /snapshot", ALL));

  static Stream<String> endpoints() {
    return TABLE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("endpoints")
  void everyRole(String endpoint) {
    var allowed = Set.of(TABLE.get(endpoint).split(" "));
    var wrong = new ArrayList<String>();
    for (var role : ROLES) {
      var status = call(role.equals("service") ? holder("sanctions") : as(role), endpoint);
      if ((status == 403) == allowed.contains(role) && !isBoundRefusal(endpoint, role)) {
        wrong.add(role + " got " + status);
      }
      if (status == 401 || status >= 500) {
        wrong.add(role + " got " + status);
      }
    }
    var nobody = call(RestAssured.given().basePath(BASE).contentType(ContentType.JSON), endpoint);
    if (nobody != 401) {
      wrong.add("nobody got " + nobody);
    }
    assertEquals(List.of(), wrong, endpoint);
  }

  /** Without a claim that binds the token these roles are let in and then refused by the rule. */
  private static boolean isBoundRefusal(String endpoint, String role) {
    return Set.of("kol", "business", "press", "platform").contains(role)
        && Set.of("POST /kols", "POST /organisations").contains(endpoint);
  }

  private static int call(
      io.restassured.specification.RequestSpecification request, String endpoint) {
    var parts = endpoint.split(" ");
    var path = parts[1].replaceAll("\\{[a-z]+}", ID);
    request.header("If-Match", "\"0\"");
    if (path.equals("/imports")) {
      request.config(NDJSON).contentType("application/x-ndjson");
    }
    return switch (parts[0]) {
      case "GET" -> request.get(path).statusCode();
      case "PUT" -> request.body("{}").put(path).statusCode();
      default -> request.body(body(path)).post(path).statusCode();
    };
  }

  /** Well formed where the bound roles have to get as far as their own refusal. */
  private static String body(String path) {
    return switch (path) {
      case "/kols" -> kolBody("Ai Đó", "Tên Thật");
      case "/organisations" ->
          "{\"names\":[{\"type\":\"LEGAL\",\"value\":\"Cơ quan\"}],"
              + "\"organisationType\":\"STATE_BODY\",\"homeProvince\":\"2025:01\"}";
      default -> "{}";
    };
  }

  @Test
  @DisplayName("the table has every endpoint of the document, and no other")
  void theTableIsComplete() {
    var document =
        RestAssured.given()
            .get("/registry/openapi?format=json")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    Map<String, Map<String, Object>> paths = document.getMap("paths");
    var verbs = Set.of("get", "post", "put", "delete", "patch");
    var documented =
        paths.entrySet().stream()
            .filter(path -> path.getKey().startsWith(BASE))
            .flatMap(
                path ->
                    path.getValue().keySet().stream()
                        .filter(verbs::contains)
                        .map(
                            verb ->
                                verb.toUpperCase() + " " + path.getKey().substring(BASE.length())))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(new TreeSet<>(TABLE.keySet()), documented);
    assertTrue(Arrays.asList(ALL.split(" ")).containsAll(Set.of("kol", "service")));
  }

  @Test
  @DisplayName("a token for somebody else or out of time is no token")
  void wrongTokens() {
    with(vn.digitaltrust.journal.testing.Tokens.of("x", "registrar").audience("other").sign())
        .get("/kols")
        .then()
        .statusCode(401);
    with(vn.digitaltrust.journal.testing.Tokens.of("x", "registrar").expiresIn(-600).sign())
        .get("/kols")
        .then()
        .statusCode(401);
    with("abc")
        .get("/kols")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Bearer");
    with(vn.digitaltrust.journal.testing.Tokens.of("x").sign()).get("/kols").then().statusCode(403);
  }
}

package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/**
 * Wrong requests through the gateway, with real tokens: each has its own problem, and writes
 * nothing.
 */
@ExtendWith(RunningSuite.Extension.class)
class RefusalsIT {
  private static final String JSON = "application/json";
  private static final String KOLS = "/registry/v1/kols";
  private static final String CASES = "/sanctions/v1/cases";
  private static final String MEMBERSHIPS = "/alliance/v1/memberships";

  private final RunningSuite suite;
  private String kol;

  RefusalsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @BeforeEach
  void a_submitted_kol() {
    kol = KOLS + "/" + Fixtures.submitted(suite);
  }

  private record Refusal(int status, String slug, Http request) {}

  private Http as(String who, String method, String path) {
    return Http.method(method, suite.settings().gateway(path))
        .bearer(suite.tokens().of(who))
        .header("Accept-Language", "en");
  }

  private Http post(String who, String path, Object body) {
    return as(who, "POST", path).json(body);
  }

  private static ObjectNode kolWith(String property, Object value) {
    ObjectNode body = Http.JSON.valueToTree(Fixtures.kol());
    return body.set(property, Http.JSON.valueToTree(value));
  }

  private String forged() {
    String[] parts = suite.tokens().of("registrar-mai").split("\\.");
    return parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length());
  }

  @TestFactory
  Stream<DynamicTest> each_has_its_own_problem_and_writes_nothing() {
    return Stream.of(
            named("no token", 401, "unauthenticated", Http.get(suite.settings().gateway(kol))),
            named(
                "a token that is none",
                401,
                "unauthenticated",
                Http.get(suite.settings().gateway(kol)).bearer("nonsense")),
            named(
                "a token with a false signature",
                401,
                "unauthenticated",
                Http.method("POST", suite.settings().gateway(KOLS))
                    .bearer(forged())
                    .json(Fixtures.kol())),
            named(
                "a platform registers",
                403,
                "forbidden",
                post("platform-one", KOLS, Fixtures.kol())),
            named(
                "a registrar opens a case",
                403,
                "forbidden",
                post("registrar-mai", CASES, Map.of("title", "x"))),
            named(
                "a platform admits a member",
                403,
                "forbidden",
                post(
                    "platform-one",
                    MEMBERSHIPS + "/" + UUID.randomUUID() + "/admissions/approvals",
                    Map.of())),
            named(
                "broken JSON",
                400,
                "malformed-request",
                as("registrar-mai", "POST", KOLS).body(JSON, "{\"names\":[")),
            named(
                "an unknown property",
                400,
                "unknown-property",
                post("registrar-mai", KOLS, kolWith("followers", 500_000))),
            named(
                "a wrong type",
                400,
                "malformed-request",
                post("registrar-mai", KOLS, kolWith("birthDate", List.of(1990)))),
            named(
                "a value out of its set",
                400,
                "malformed-request",
                post("registrar-mai", KOLS, kolWith("influence", "STAR"))),
            named(
                "a name that is too long",
                400,
                "invalid-value",
                post(
                    "registrar-mai",
                    KOLS,
                    kolWith(
                        "names", List.of(Map.of("type", "STAGE", "value", "ê".repeat(10_000)))))),
            named(
                "an unknown id",
                404,
                "not-found",
                as("registrar-mai", "GET", KOLS + "/" + UUID.randomUUID())),
            named(
                "no version",
                428,
                "version-required",
                post("registrar-mai", kol + "/verifications", Fixtures.verification())),
            named(
                "a stale version",
                412,
                "stale-version",
                post("registrar-mai", kol + "/verifications", Fixtures.verification())
                    .header("If-Match", "\"999\"")),
            named(
                "a registration before the verification",
                409,
                "illegal-state",
                post("registrar-mai", kol + "/registrations", Map.of())
                    .header("If-Match", Fixtures.etag(suite, "registrar-mai", kol))),
            named(
                "a case about nobody",
                422,
                "rule-refused",
                post(
                    "officer-an",
                    CASES,
                    Map.of("subject", UUID.randomUUID(), "reports", List.of(), "title", "Hư cấu"))),
            named(
                "another media type",
                415,
                "unsupported-media-type",
                as("registrar-mai", "POST", KOLS).body("text/plain", "a KOL, please")),
            named("another method", 405, "method-not-allowed", as("registrar-mai", "DELETE", kol)),
            named(
                "an unknown path",
                404,
                "not-found",
                as("registrar-mai", "GET", "/registry/v1/stars")),
            named(
                "a trust check in two forms at once",
                400,
                "invalid-value",
                as("platform-one", "GET", "/trust/v1/accounts?platform=TIKTOK&handle=hu.cau&id=1")))
        .map(test -> DynamicTest.dynamicTest(test.getKey(), () -> isRefused(test.getValue())));
  }

  private static Map.Entry<String, Refusal> named(
      String name, int status, String slug, Http request) {
    return Map.entry(name, new Refusal(status, slug, request));
  }

  private void isRefused(Refusal refusal) {
    List<Long> before = Part.services().stream().map(suite::head).toList();

    Http.Answer answer = refusal.request().send();

    assertEquals(refusal.status(), answer.status(), answer.body());
    assertTrue(
        answer.header("content-type").orElse("").startsWith("application/problem+json"),
        answer.headers().toString());
    JsonNode problem = answer.json();
    assertEquals("urn:digital-trust:problem:" + refusal.slug(), problem.path("type").asText());
    assertEquals(refusal.status(), problem.path("status").asInt());
    assertFalse(problem.path("title").asText().isBlank(), answer.body());
    assertFalse(answer.body().contains("Exception"), answer.body());
    assertEquals(before, Part.services().stream().map(suite::head).toList(), "written nothing");
  }
}

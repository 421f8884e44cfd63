package vn.digitaltrust.gateway.limits;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.journal.testing.Metrics;
import vn.digitaltrust.journal.testing.Tokens;

/** LIMIT-4, LIMIT-5: what trust checks take off a plan, alone and in batches. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ChecksLimitTest {
  /** Five checks an hour, by the settings of the tests. */
  private static final String FEW = "few-checks";

  private static final String KOL = "/trust/v1/kols/KOL-100000011";
  private static final String CHECK = "{\"registrationNumber\":\"KOL-100000011\"}";

  @Neighbours.Given Neighbours neighbours;

  @BeforeEach
  void loaded() {
    Patience.until("the index is loaded", () -> get(token("loading", "tests")).statusCode() == 200);
  }

  private static String token(String sub, String client) {
    return Tokens.of(sub, "platform").claim("azp", client).sign();
  }

  private static Response get(String token) {
    return given().auth().oauth2(token).get(KOL);
  }

  private static Response post(String token, String type, String body) {
    return given()
        .auth()
        .oauth2(token)
        .header("Accept-Language", "en")
        .header("Content-Type", type)
        .body(body.getBytes(UTF_8))
        .post("/trust/v1/checks");
  }

  private static Response batch(String token, int checks) {
    String body = "{\"checks\":[" + String.join(",", Collections.nCopies(checks, CHECK)) + "]}";
    return post(token, "application/json", body);
  }

  private static Response lines(String token, int checks) {
    return post(token, "application/x-ndjson; charset=UTF-8", (CHECK + "\n").repeat(checks));
  }

  private static double refused() {
    return Metrics.value("limits_refused_total", "plan=\"few\"", "unit=\"checks\"");
  }

  @Test
  @DisplayName("LIMIT-4 As shipped 10,000 checks take 10,000 of 6,000,000, as JSON and as lines")
  void shipped() {
    String policy = "\"standard\";q=60000;w=60, \"standard-checks\";q=6000000;qu=\"checks\";w=60";
    Response batch = batch(token("json", "one"), 10_000);
    assertThat(batch.statusCode(), equalTo(200));
    assertThat(batch.getHeader("RateLimit-Policy"), equalTo(policy));
    assertThat(
        batch.getHeader("RateLimit"),
        equalTo("\"standard\";r=59999;t=1, \"standard-checks\";r=5990000;t=1"));
    Response lines = lines(token("lines", "one"), 10_000);
    assertThat(lines.asString().lines().count(), equalTo(10_000L));
    assertThat(lines.getHeader("RateLimit-Policy"), equalTo(policy));
    String left = get(token("lines", "one")).getHeader("RateLimit");
    assertThat(left, startsWith("\"standard\";r=59999;t=1, \"standard-checks\";r=59"));
  }

  @Test
  @DisplayName("LIMIT-4, LIMIT-5 A single check takes one request and one check")
  void single() {
    String token = token("single", FEW);
    for (int left = 4; left > 0; left--) {
      assertThat(
          get(token).getHeader("RateLimit"),
          matchesPattern("\"few\";r=59[5-9];t=[0-9]+, \"few-checks\";r=" + left + ";t=[0-9]{3,4}"));
    }
    assertThat(
        get(token).getHeader("RateLimit"),
        matchesPattern("\"few\";r=595;t=[0-9]+, \"few-checks\";r=0;t=7[0-2][0-9]"));
    double before = refused();
    Response refused = get(token);
    refused.then().statusCode(429).header("Retry-After", matchesPattern("7[0-2][0-9]"));
    assertThat(
        refused.getHeader("RateLimit"),
        equalTo("\"few-checks\";r=0;t=" + refused.getHeader("Retry-After")));
    assertThat(refused(), equalTo(before + 1));
    given().auth().oauth2(token).get("/registry/v1/kols").then().statusCode(200);
  }

  @Test
  @DisplayName("LIMIT-4, LIMIT-5 A batch in JSON gets all its checks or none")
  void json() {
    String token = token("json", FEW);
    batch(token, 3).then().statusCode(200).body("results", hasSize(3));
    Response refused = batch(token, 3);
    refused
        .then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("7[0-2][0-9]"))
        .body("type", equalTo("urn:digital-trust:problem:too-many-requests"))
        .body("results", nullValue())
        .body(
            "detail",
            startsWith(
                "Your plan does not allow the 3 checks of this batch at present; 2 are left"));
    assertThat(
        refused.getHeader("RateLimit"),
        equalTo("\"few-checks\";r=2;t=" + refused.getHeader("Retry-After")));
    batch(token, 2).then().statusCode(200).body("results", hasSize(2));
    batch(token, 6)
        .then()
        .statusCode(413)
        .header("Retry-After", nullValue())
        .body("detail", startsWith("The batch has 6 checks, and your plan never allows more than"));
  }

  @Test
  @DisplayName("LIMIT-4 Lines are answered until the plan runs out, and the last one says how many")
  void lines() {
    String token = token("lines", FEW);
    double before = refused();
    String answer =
        post(
                token,
                "application/x-ndjson; charset=UTF-8",
                CHECK + "\n\nnonsense\n" + (CHECK + "\n").repeat(5))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    List<JsonPath> items = answer.lines().map(JsonPath::new).toList();
    assertThat(
        items.stream().map(item -> item.getInt("status")).toList(),
        equalTo(List.of(200, 400, 200, 200, 200, 429)));
    JsonPath last = items.get(5);
    assertThat(last.getInt("item"), equalTo(7));
    assertThat(
        last.getString("problem.type"), equalTo("urn:digital-trust:problem:too-many-requests"));
    assertThat(
        last.getString("problem.detail"),
        matchesPattern(
            "Your plan allows no more checks at present\\. 5 of this batch were answered; send the"
                + " rest in 7[0-2][0-9] seconds\\."));
    assertThat(refused(), equalTo(before + 1));

    Response none = lines(token, 2);
    none.then()
        .statusCode(429)
        .contentType("application/problem+json")
        .header("Retry-After", matchesPattern("7[0-2][0-9]"))
        .body("detail", startsWith("Your plan allows no more checks at present. 0 of this batch"));
    assertThat(
        none.getHeader("RateLimit"),
        equalTo("\"few-checks\";r=0;t=" + none.getHeader("Retry-After")));
  }
}

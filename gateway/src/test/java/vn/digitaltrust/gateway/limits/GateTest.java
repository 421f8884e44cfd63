package vn.digitaltrust.gateway.limits;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class GateTest {
  /** Three requests an hour, by the settings of the tests. */
  private static final String TINY = "tiny-one";

  @Neighbours.Given Neighbours neighbours;

  @BeforeEach
  void forget() {
    neighbours.registry().reset();
  }

  private static String token(String sub, String client) {
    return Tokens.of(sub, "platform").claim("azp", client).sign();
  }

  private static Response get(String path, String token) {
    return given().auth().oauth2(token).get(path);
  }

  @Test
  @DisplayName("LIMIT-1, LIMIT-2 Everywhere together as often as the plan allows, then 429")
  void everywhere() {
    String token = token("everywhere", TINY);
    Response first = get("/registry/v1/kols", token);
    assertThat(first.statusCode(), equalTo(200));
    assertThat(first.getHeaders().getValues("RateLimit-Policy"), hasSize(1));
    assertThat(first.getHeader("RateLimit-Policy"), equalTo("\"tiny\";q=3;w=3600"));
    assertThat(first.getHeader("RateLimit"), matchesPattern("\"tiny\";r=2;t=1[12][0-9]{2}"));
    assertThat(get("/trust/v1/kols/KOL-100000011", token).statusCode(), equalTo(200));
    assertThat(
        given()
            .auth()
            .oauth2(token)
            .contentType("application/x-ndjson; charset=UTF-8")
            .body("{\"registrationNumber\":\"KOL-100000011\"}\n".getBytes(UTF_8))
            .post("/trust/v1/checks")
            .statusCode(),
        equalTo(200));
    for (String path : new String[] {"/alliance/v1/things", "/trust/v1/kols/KOL-100000011"}) {
      Response refused = get(path, token);
      refused
          .then()
          .statusCode(429)
          .contentType("application/problem+json")
          .header("Retry-After", matchesPattern("1[12][0-9]{2}"))
          .body("type", equalTo("urn:digital-trust:problem:too-many-requests"));
      assertThat(
          refused.getHeader("RateLimit"),
          equalTo("\"tiny\";r=0;t=" + refused.getHeader("Retry-After")));
    }
  }

  @Test
  @DisplayName("LIMIT-1 Of a client that many share, each is counted alone; others are untouched")
  void apart() {
    for (int i = 0; i < 4; i++) {
      get("/registry/v1/kols", token("greedy", TINY));
    }
    assertThat(get("/registry/v1/kols", token("greedy", TINY)).statusCode(), equalTo(429));
    assertThat(get("/registry/v1/kols", token("modest", TINY)).statusCode(), equalTo(200));
    assertThat(get("/registry/v1/kols", token("greedy", "other")).statusCode(), equalTo(200));
  }

  @Test
  @DisplayName("LIMIT-1 Without a plan of its own a client has the default one")
  void byDefault() {
    assertThat(
        get("/registry/v1/kols", token("x", "unheard-of")).getHeader("RateLimit-Policy"),
        equalTo("\"standard\";q=60000;w=60"));
  }

  @Test
  @DisplayName("LIMIT-2 Who shows no valid token hears of no limits and uses up nobody's")
  void strangers() {
    given()
        .get("/registry/v1/kols")
        .then()
        .statusCode(401)
        .header("RateLimit", nullValue())
        .header("RateLimit-Policy", nullValue());
    assertThat(given().get("/registry/openapi").getHeader("RateLimit"), nullValue());
  }
}

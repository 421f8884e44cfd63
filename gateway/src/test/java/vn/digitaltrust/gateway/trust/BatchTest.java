package vn.digitaltrust.gateway.trust;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.digitaltrust.gateway.trust.Asking.platform;
import static vn.digitaltrust.gateway.trust.Asking.until;
import static vn.digitaltrust.gateway.trust.Asking.untilLoaded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;

/** GW-16: many checks in one request. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class BatchTest {
  @Neighbours.Given Neighbours neighbours;

  private FictionalKol kol;

  @BeforeEach
  void loaded() {
    kol = new FictionalKol(neighbours);
    untilLoaded();
  }

  private static final RestAssuredConfig NO_CHARSET =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private static RequestSpecification lines(String lines) {
    return platform()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .defaultContentCharset("UTF-8")
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
        .contentType("application/x-ndjson")
        .body(lines);
  }

  @Test
  @DisplayName("GW-16 each item of a batch has its own status, in JSON")
  void batch() {
    kol.register("REGISTERED", null, null);
    kol.open();
    until(kol.byHandle(), "CLEAR");

    platform()
        .contentType("application/json")
        .body(
            "{\"checks\":[{\"platform\":\"TIKTOK\",\"handle\":\""
                + kol.handle
                + "\"},"
                + "{\"platform\":\"TIKTOK\",\"handle\":\"a b\"},{\"colour\":1},{\"url\":5},null]}")
        .post("/trust/v1/checks")
        .then()
        .statusCode(200)
        .body("results.status", contains(200, 400, 400, 400, 400))
        .body("results.item", contains(1, 2, 3, 4, 5))
        .body("results[0].check.verdict", equalTo("CLEAR"))
        .body("results[0].problem", nullValue())
        .body("results[1].check", nullValue())
        .body("results[1].problem.type", equalTo("urn:digital-trust:problem:invalid-value"))
        .body("results[1].problem.violations[0].field", equalTo("handle"))
        .body("results[2].problem.type", equalTo("urn:digital-trust:problem:unknown-property"))
        .body("results[3].problem.type", equalTo("urn:digital-trust:problem:malformed-request"));
  }

  @Test
  @DisplayName(
      "GATE-1 a batch that is no batch is told so as a problem, not as its bytes in Base64")
  void noBatch() {
    for (String body : List.of("[]", "{\"checks\":7}", "7")) {
      platform()
          .contentType("application/json")
          .body(body)
          .post("/trust/v1/checks")
          .then()
          .statusCode(400)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:digital-trust:problem:malformed-request"));
    }
  }

  @Test
  @DisplayName("GW-8 a batch takes no parameters, which would narrow no check of it")
  void query() {
    for (RequestSpecification batch :
        List.of(
            lines("{}\n"), platform().contentType("application/json").body("{\"checks\":[]}"))) {
      batch
          .post("/trust/v1/checks?activity=PERFORM")
          .then()
          .statusCode(400)
          .body("type", equalTo("urn:digital-trust:problem:unknown-property"))
          .body("detail", containsString("activity"));
    }
  }

  @Test
  @DisplayName("GATE-15 a batch in another encoding is not guessed at, one with a mark is read")
  void encodings() {
    String check = "{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"}";
    String batch = "{\"checks\":[" + check + "]}";
    for (Charset other : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      platform()
          .contentType("application/json")
          .body(batch.getBytes(other))
          .post("/trust/v1/checks")
          .then()
          .statusCode(400)
          .body("detail", containsString("UTF-8"));
      List<String> answers =
          platform()
              .config(NO_CHARSET)
              .header("Content-Type", "application/x-ndjson")
              .body((check + "\n" + check + "\n").getBytes(other))
              .post("/trust/v1/checks")
              .then()
              .statusCode(200)
              .extract()
              .asString()
              .lines()
              .toList();
      assertTrue(answers.size() >= 2);
      for (String answer : answers) {
        assertThat(answer, containsString("must be UTF-8"));
      }
    }
    platform()
        .contentType("application/json")
        .body(("\ufeff" + batch).getBytes(StandardCharsets.UTF_8))
        .post("/trust/v1/checks")
        .then()
        .body("results.status", contains(200));
  }

  @Test
  @DisplayName("GW-16 each line of a batch has its own status, in NDJSON")
  void lines() {
    String answer =
        lines(
                "{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"}\nnot json\n"
                    + "{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"} {}\n")
            .post("/trust/v1/checks")
            .then()
            .statusCode(200)
            .contentType(startsWith("application/x-ndjson"))
            .extract()
            .asString();

    List<JsonPath> lines = answer.lines().map(JsonPath::from).toList();
    assertEquals(3, lines.size());
    assertEquals("UNKNOWN", lines.get(0).get("check.verdict"));
    assertEquals(400, lines.get(1).getInt("status"));
    assertEquals(400, lines.get(2).getInt("status"));
  }

  @Test
  @DisplayName("GW-16 10,000 lines are answered, one more is refused")
  void most() {
    String line = "{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"}\n";
    String answer =
        lines(line.repeat(10_000))
            .post("/trust/v1/checks")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertEquals(10_000, answer.lines().count());
    List<String> more =
        lines(line.repeat(10_001))
            .post("/trust/v1/checks")
            .then()
            .extract()
            .asString()
            .lines()
            .toList();
    assertEquals(10_001, more.size());
    assertEquals(200, JsonPath.from(more.get(9_999)).getInt("status"));
    assertEquals(400, JsonPath.from(more.get(10_000)).getInt("status"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "{\"checks\":[]}", "{}", "{\"check\":[]}", ""})
  @DisplayName("GW-16 a batch that is none is refused as a whole")
  void noBatch(String body) {
    platform()
        .contentType("application/json")
        .body(body)
        .post("/trust/v1/checks")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }
}

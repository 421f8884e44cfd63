package vn.digitaltrust.gateway.trust;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static vn.digitaltrust.gateway.trust.Asking.isProblem;
import static vn.digitaltrust.gateway.trust.Asking.platform;
import static vn.digitaltrust.gateway.trust.Asking.untilLoaded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;

/** What is not said plainly is not guessed at, in whichever form it comes. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class StrictReadingTest {
  private static final String GOOD = "{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"}";
  private static final RestAssuredConfig UTF_8_BODIES =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .defaultContentCharset("UTF-8")
                  .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));

  @BeforeEach
  void loaded() {
    untilLoaded();
  }

  private static ValidatableResponse json(String body) {
    return platform()
        .config(UTF_8_BODIES)
        .contentType("application/json")
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/trust/v1/checks")
        .then();
  }

  private static List<JsonPath> lines(byte[] body) {
    return platform()
        .config(UTF_8_BODIES)
        .contentType("application/x-ndjson")
        .body(body)
        .post("/trust/v1/checks")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .map(JsonPath::from)
        .toList();
  }

  /** The item alone is refused, and says what is wrong with it. */
  private static void isRefused(JsonPath item, String slug) {
    assertEquals(400, item.getInt("status"));
    assertNull(item.get("check"));
    assertEquals("urn:digital-trust:problem:" + slug, item.get("problem.type"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'registrationNumber':'\\ud800'}|malformed-request",
        "{'registrationNumber':'KOL-100000011\\udc00'}|malformed-request",
        "{'platform':'TIKTOK','handle':'\\ud800'}|malformed-request",
        "{'platform':'TIKTOK','handle':'nobody\\ud83d'}|malformed-request",
        "{'platform':'TIKTOK','id':'1\\udc00'}|malformed-request",
        "{'url':'https://www.tiktok.com/@nobody\\ud800'}|malformed-request",
        "{'platform':'TIKTOK','handle':'nobody','territory':'\\ud800'}|malformed-request",
        "{'platform':'TIKTOK','handle':'no\\u0000body'}|malformed-request",
        "{'platform':'TIKTOK','handle':'nobody\\u0085'}|malformed-request",
        "{'registrationNumber':'KOL-100000011\\u001b'}|malformed-request",
        "{'platform':'TIKTOK','handle':'no\\u000abody'}|invalid-value",
        "{'platform':'TIKTOK','handle':'nobody','colour':'red'}|unknown-property",
        "{'platform':'TIKTOK','Handle':'nobody'}|unknown-property",
        "{'platform':'TIKTOK','handle':7}|malformed-request",
        "{'platform':'TIKTOK','id':7}|malformed-request",
        "{'platform':'TIKTOK','handle':1.5}|malformed-request",
        "{'platform':'TIKTOK','handle':true}|malformed-request",
        "{'platform':'TIKTOK','handle':['nobody']}|malformed-request",
        "{'platform':'TIKTOK','handle':{'text':'nobody'}}|malformed-request",
        "{'platform':0,'handle':'nobody'}|malformed-request",
        "{'platform':'','handle':'nobody'}|invalid-value",
        "{'platform':'tiktok','handle':'nobody'}|invalid-value",
        "{'registrationNumber':100000011}|malformed-request",
        "'nobody'|malformed-request",
        "7|malformed-request",
        "[]|malformed-request"
      },
      quoteCharacter = '"')
  @DisplayName("GATE-4 a check that is not said plainly is refused, and it alone")
  void item(String written, String slug) {
    String check = written.replace('\'', '"');
    JsonPath answer =
        json("{\"checks\":[" + GOOD + "," + check + "," + GOOD + "]}")
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals(List.of(200, 400, 200), answer.getList("results.status"));
    assertEquals("urn:digital-trust:problem:" + slug, answer.get("results[1].problem.type"));
    assertNull(answer.get("results[1].check"));

    List<JsonPath> lines =
        lines((GOOD + "\n" + check + "\n" + GOOD).getBytes(StandardCharsets.UTF_8));
    assertEquals(3, lines.size());
    isRefused(lines.get(1), slug);
    assertEquals("UNKNOWN", lines.get(2).get("check.verdict"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'platform':'TIKTOK','handle':'nobody','handle':'nobody'}",
        "{'platform':'TIKTOK','handle':'nobody','h\\u0061ndle':'other'}",
        "{'platform':'TIKTOK','handle':'no\u0001body'}",
        "{'platform':'TIKTOK','handle':'nobody','\\ud800':'red'}",
        "{'platform':'TIKTOK','handle':'nobody',}",
        "{platform:'TIKTOK','handle':'nobody'}",
        "{'platform':'TIKTOK','handle':nobody}"
      })
  @DisplayName("GATE-4 JSON that two readers could read differently is refused where it ends")
  void broken(String written) {
    String check = written.replace('\'', '"');
    isProblem(json("{\"checks\":[" + GOOD + "," + check + "]}"), 400, "malformed-request");

    List<JsonPath> lines =
        lines((GOOD + "\n" + check + "\n" + GOOD).getBytes(StandardCharsets.UTF_8));
    assertEquals(3, lines.size());
    isRefused(lines.get(1), "malformed-request");
    assertEquals("UNKNOWN", lines.get(2).get("check.verdict"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'checks':[%s],'activity':'\\ud800'}|malformed-request",
        "{'checks':[%s],'territory':'2025:79\\u0000'}|malformed-request",
        "{'checks':[%s],'territory':79}|malformed-request",
        "{'checks':[%s],'at':1794787200}|malformed-request",
        "{'checks':[%s],'colour':'red'}|unknown-property",
        "{'checks':[%s],'checks':[%s]}|malformed-request",
        "{'checks':[%s],'media':'ONLINE','media':'ONLINE'}|malformed-request",
        "{'checks':[%s]} {}|malformed-request"
      },
      quoteCharacter = '"')
  @DisplayName("GATE-4 what a batch asks in common is read as strictly, and refused as a whole")
  void common(String written, String slug) {
    isProblem(json(written.replace('\'', '"').replace("%s", GOOD)), 400, slug);
  }

  @Test
  @DisplayName("DOOR-22 what is refused in a batch names the path of the field")
  void paths() {
    JsonPath answer =
        json("{\"checks\":[{\"platform\":\"FACEBOOK\",\"handle\":\"saved\"},null,\"text\","
                + "{\"platform\":\"TIKTOK\",\"handle\":7},"
                + "{\"registrationNumber\":\"KOL-1\",\"territory\":\"79\"}]}")
            .statusCode(200)
            .extract()
            .jsonPath();
    assertEquals(List.of("handle"), answer.get("results[0].problem.violations.field"));
    assertEquals(
        "What stands here must be one JSON object and nothing else.",
        answer.get("results[1].problem.detail"));
    assertEquals(
        "What stands here must be one JSON object and nothing else.",
        answer.get("results[2].problem.detail"));
    assertThat(answer.getString("results[3].problem.detail"), containsString("\"handle\""));
    assertEquals(List.of("registrationNumber"), answer.get("results[4].problem.violations.field"));
    json("{\"checks\":[%s],\"territory\":\"15\"}".formatted(GOOD))
        .statusCode(400)
        .body("violations.field", equalTo(List.of("territory")));
    json("{\"checks\":[%s],\"media\":\"ONLINE\",\"media\":\"ONLINE\"}".formatted(GOOD))
        .statusCode(400)
        .body("detail", containsString("\"media\" is given twice"));
  }

  @Test
  @DisplayName("GW-21 a result has the number of its line in the body, blank ones counted")
  void numbers() {
    List<JsonPath> lines =
        lines(("\n" + GOOD + "\n \r\n\n{\n" + GOOD).getBytes(StandardCharsets.UTF_8));
    assertEquals(List.of(2, 5, 6), lines.stream().map(line -> line.getInt("item")).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"eda080", "edb080", "c080", "c1bf", "ff", "f4908080", "e28a"})
  @DisplayName("GATE-4 bytes that are no UTF-8 are refused")
  void bytes(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    String check =
        "{\"platform\":\"TIKTOK\",\"handle\":\"nobody"
            + new String(bytes, StandardCharsets.ISO_8859_1)
            + "\"}";
    JsonPath line = lines((check + "\n" + GOOD).getBytes(StandardCharsets.ISO_8859_1)).get(0);
    isRefused(line, "malformed-request");
  }

  @ParameterizedTest
  @CsvSource({
    "accounts?platform=TIKTOK&handle=nobody&colour=red, unknown-property",
    "accounts?platform=TIKTOK&handle=nobody&handle=nobody, invalid-value",
    "accounts?platform=TIKTOK&handle=no%00body, invalid-value",
    "accounts?platform=TIKTOK&handle=nobody%C2%85, invalid-value",
    "accounts?platform=TIKTOK&id=1%1b, invalid-value",
    "accounts?platform=TIKTOK&handle=nobody&territory=2025:79%00, invalid-value",
    "kols/KOL-100000011?activity=PERFORM%00, invalid-value"
  })
  @DisplayName("GATE-4 a query is read as strictly")
  void query(String path, String slug) {
    isProblem(platform().urlEncodingEnabled(false).get("/trust/v1/" + path).then(), 400, slug);
  }

  @Test
  @DisplayName("GATE-4 a whole character beyond the first plane is text like any other")
  void whole() {
    json("{\"checks\":[{\"platform\":\"TIKTOK\",\"handle\":\"nobody\\ud83d\\ude00\"}]}")
        .statusCode(200)
        .body("results[0].problem.type", equalTo("urn:digital-trust:problem:invalid-value"))
        .body("results[0].check", nullValue())
        .body("results[0].problem.detail", not(equalTo("")));
  }
}

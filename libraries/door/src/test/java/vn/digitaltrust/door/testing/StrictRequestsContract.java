package vn.digitaltrust.door.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Metrics;
import vn.digitaltrust.journal.testing.Tokens;

/** DOOR-4 for what no resource sees. Each service extends it. */
public abstract class StrictRequestsContract {
  private final String root;
  private final String list;
  private final String role;

  /**
   * Of a service.
   *
   * @param root where its paths begin, such as {@code /registry/v1}
   * @param list a list below it that takes {@code limit} and {@code cursor}
   * @param role who may read it
   */
  protected StrictRequestsContract(String root, String list, String role) {
    this.root = root;
    this.list = list;
    this.role = role;
  }

  /** Asks for an address as it stands. */
  private ValidatableResponse get(String target) {
    return given()
        .urlEncodingEnabled(false)
        .basePath("")
        .auth()
        .oauth2(Tokens.of("reader", role, "service", "auditor").sign())
        .get(root + target)
        .then();
  }

  private static void isProblem(ValidatableResponse answer, String slug) {
    answer
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:digital-trust:problem:" + slug));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stray=1", "limit=1&stray=1", "Limit=1", "LIMIT=1", "Limit=x", "=1"})
  @DisplayName("DOOR-4 an unknown parameter is refused, and the known ones are named")
  void unknown(String query) {
    ValidatableResponse answer = get(list + "?" + query);
    isProblem(answer, "unknown-property");
    answer.body("detail", containsString("limit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=1&limit=1", "limit=1&limi%74=2"})
  @DisplayName("DOOR-4 a doubled parameter is refused and named")
  void doubled(String query) {
    ValidatableResponse answer = get(list + "?" + query);
    isProblem(answer, "invalid-value");
    answer.body("violations[0].field", equalTo("limit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/journal", "/snapshot", "/journal/verification"})
  @DisplayName("DOOR-4 journal, snapshot and verification refuse unknown parameters too")
  void journal(String path) {
    isProblem(get(path + "?stray=1"), "unknown-property");
  }

  @ParameterizedTest
  @CsvSource({
    "after=-1, after",
    "limit=0, limit",
    "wait=99999, wait",
    "hash=zz, hash",
    "limit=1001, limit",
    "after=x, after"
  })
  @DisplayName("DOOR-4 a parameter of the journal that cannot be is named")
  void journalParameters(String query, String field) {
    ValidatableResponse answer = get("/journal?" + query);
    isProblem(answer, "invalid-value");
    answer.body("violations[0].field", equalTo(field));
  }

  @Test
  @DisplayName("DOOR-4 a bound of a verification that cannot be is named")
  void verification() {
    ValidatableResponse answer = get("/journal/verification?from=0");
    isProblem(answer, "invalid-value");
    answer.body("violations[0].field", equalTo("from"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=1;cursor=x", ";", "limit=1;"})
  @DisplayName("DOOR-4 a bare semicolon in the query is refused, one that is encoded is text")
  void semicolon(String query) {
    ValidatableResponse answer = get(list + "?" + query);
    isProblem(answer, "malformed-request");
    answer.body("detail", containsString("%3B"));
    ValidatableResponse encoded = get(list + "?limit=1%3B");
    isProblem(encoded, "invalid-value");
  }

  /** Sends a body to the list, which takes one. */
  private ValidatableResponse post(String type, String coding, byte[] body) {
    RequestSpecification request =
        given()
            .config(
                RestAssuredConfig.config()
                    .encoderConfig(
                        EncoderConfig.encoderConfig()
                            .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
            .basePath("")
            .auth()
            .oauth2(Tokens.of("writer", role).sign())
            .header("Content-Type", type)
            .body(body);
    if (coding != null) {
      request.header("Content-Encoding", coding);
    }
    return request.post(root + list).then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "x-foo", "gzip, gzip"})
  @DisplayName("DOOR-17 a coded body is refused, and the coding is named")
  void coded(String coding) {
    post("application/json", coding, bytes("{}"))
        .statusCode(415)
        .header("Accept-Encoding", "identity")
        .body("type", equalTo("urn:digital-trust:problem:unsupported-media-type"))
        .body("detail", containsString("Content-Encoding: " + coding));
  }

  @Test
  @DisplayName("DOOR-17 identity is no coding")
  void identity() {
    isProblem(post("application/json", "identity", bytes("{\"stray\":1}")), "unknown-property");
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-16", "bogus", "\"iso-8859-1\""})
  @DisplayName("DOOR-17 a body that is announced in another encoding is refused")
  void charset(String charset) {
    post("application/json; charset=" + charset, null, bytes("{}"))
        .statusCode(415)
        .body("detail", containsString("UTF-8"));
    isProblem(
        post("application/json; charset=UTF-8", null, bytes("{\"stray\":1}")), "unknown-property");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE"})
  @DisplayName("DOOR-17 a body in another encoding is not guessed at")
  void otherEncoding(String encoding) {
    ValidatableResponse answer =
        post("application/json", null, "{\"stray\":1}".getBytes(Charset.forName(encoding)));
    isProblem(answer, "malformed-request");
    answer.body("detail", containsString("UTF-8"));
  }

  @Test
  @DisplayName("DOOR-17 a byte order mark is passed over")
  void byteOrderMark() {
    isProblem(post("application/json", null, bytes("\ufeff{\"stray\":1}")), "unknown-property");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private ValidatableResponse authorised(String authorization) {
    return given()
        .basePath("")
        .header("Authorization", authorization)
        .get(root + list + "?limit=1")
        .then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"...", ".", "..", "....", "a.b", "a.b.c.d", "", "a.b.c="})
  @DisplayName("DOOR-18 what is no signed token is 401, and no fault of the service")
  void noToken(String token) {
    authorised("Bearer " + token)
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("type", equalTo("urn:digital-trust:problem:unauthenticated"));
  }

  @Test
  @DisplayName("DOOR-18 a token with padding is refused, though it is known without")
  void padded() {
    String token = Tokens.as(role);
    authorised("Bearer " + token).statusCode(200);
    authorised("Bearer " + token + "=").statusCode(401);
    authorised("Bearer " + token + "==").statusCode(401);
  }

  @Test
  @DisplayName("DOOR-18 however the scheme is spelt, the token is taken and remembered")
  void spelling() {
    String token = Tokens.of("speller", role).sign();
    authorised("BEARER " + token).statusCode(200);
    double hits = Metrics.value("cache_gets_total", "\"verified-tokens\"", "result=\"hit\"");
    authorised("bearer " + token).statusCode(200);
    authorised("Bearer    " + token).statusCode(200);
    assertEquals(
        hits + 2, Metrics.value("cache_gets_total", "\"verified-tokens\"", "result=\"hit\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"vi;q=0|en", "en;q=0|en", "vi;q=0, en;q=0.1|en", "vi|vi", "en;q=0.1, vi;q=0.2|vi"})
  @DisplayName("DOOR-1 a language of weight 0 is not wanted, and problems vary with the language")
  void language(String wanted, String told) {
    given()
        .basePath("")
        .header("Accept-Language", wanted)
        .get(root + list)
        .then()
        .statusCode(401)
        .header("Content-Language", told)
        .header("Vary", containsString("Accept-Language"));
  }
}

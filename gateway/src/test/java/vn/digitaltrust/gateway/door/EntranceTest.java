package vn.digitaltrust.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.RawHttp;
import vn.digitaltrust.journal.testing.Tokens;

/** What the door refuses or adds, whoever is behind it. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class EntranceTest {
  @Neighbours.Given Neighbours neighbours;

  @BeforeEach
  void forget() {
    neighbours.registry().reset();
  }

  private static RequestSpecification caller() {
    return given().auth().oauth2(Tokens.as("platform")).urlEncodingEnabled(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/registry/v1/kols", "/trust/v1/accounts", "/openapi"})
  @DisplayName("GATE-8 More than 100 header lines, or 16 KiB of them, are refused with 431")
  void manyHeaders(String path) {
    Headers many =
        new Headers(IntStream.range(0, 1_000).mapToObj(i -> new Header("X-" + i, "v")).toList());
    refuses(431, caller().headers(many).get(path));
    refuses(431, caller().header("X-Long", "x".repeat(17_000)).get(path));
    assertThat(neighbours.registry().received(), empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/registry/v1/kols", "/trust/v1/accounts", "/trust/v1/none"})
  @DisplayName("GATE-7 Where there was no body nothing is left, and the connection lives on")
  void noBody(String path) {
    assertThat(given().get(path).getHeader("Connection"), nullValue());
  }

  @Test
  @DisplayName("GATE-8 An address longer than 8 KiB is refused with 414")
  void longTarget() {
    refuses(414, caller().get("/registry/v1/kols?q=" + "x".repeat(9_000)));
    assertThat(neighbours.registry().received(), empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "handle=a|b",
        "handle=%zz",
        "handle=%",
        "handle={a}",
        "handle=a\"b",
        "handle=a;activity=PERFORM"
      })
  @DisplayName("GATE-6 A query that is not encoded is refused in words")
  void rawQuery(String query) {
    for (String path :
        new String[] {"/trust/v1/accounts?platform=TIKTOK&", "/registry/v1/kols?", "/openapi?"}) {
      String answer = RawHttp.exchange(path + query, "");
      assertThat(answer, startsWith("HTTP/1.1 400"));
      assertThat(answer, containsString("urn:digital-trust:problem:malformed-request"));
    }
    assertThat(neighbours.registry().received(), empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Authorization: Bearer x", "Host: elsewhere", "If-Match: 1\r\nIf-Match: 2"})
  @DisplayName("GATE-6 A header that two readers could read differently may come only once")
  void twice(String header) {
    String answer = RawHttp.exchange("/registry/v1/kols", header + "\r\n");
    assertThat(answer, startsWith("HTTP/1.1 400"));
    assertThat(answer, containsString("urn:digital-trust:problem:malformed-request"));
    assertThat(neighbours.registry().received(), empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Encoding: gzip",
        "Content-Encoding: br",
        "Content-Type: application/json; charset=utf-16",
        "Content-Type: application/x-ndjson;charset=bogus"
      })
  @DisplayName("GATE-15 A body in another form is refused with 415, whoever would read it")
  void otherForms(String header) {
    for (String path : new String[] {"/trust/v1/checks", "/registry/v1/imports"}) {
      String answer =
          RawHttp.send(
              "POST %s HTTP/1.1\r\nHost: localhost\r\n%s\r\nContent-Length: 2\r\n"
                      .formatted(path, header)
                  + "Connection: close\r\n\r\n{}");
      assertThat(answer, startsWith("HTTP/1.1 415"));
      assertThat(answer, containsString("urn:digital-trust:problem:unsupported-media-type"));
    }
    assertThat(neighbours.registry().received(), empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trust/v1/accounts", "/trust/v1/none", "/registry/v1/a;b", "/none"})
  @DisplayName("GATE-1 A problem varies with the language, and one of weight 0 is not wanted")
  void language(String path) {
    Response answer = given().header("Accept-Language", "vi;q=0").get(path);
    assertThat(answer.getHeader("Content-Language"), equalTo("en"));
    assertThat(
        answer.getHeaders().getValues("Vary"), hasItems("accept-encoding", "Accept-Language"));
  }

  private static void refuses(int status, Response answer) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("detail", notNullValue());
  }

  @ParameterizedTest
  @CsvSource({
    "TRACE, /registry/v1/kols, 'GET, HEAD, OPTIONS, POST'",
    "TRACE, /registry/v1/kols/by-number/KOL-1, 'GET, HEAD, OPTIONS'",
    "PROPFIND, /alliance/v1/certificates, 'GET, HEAD, OPTIONS, POST'",
    "TRACE, /trust/v1/checks, 'OPTIONS, POST'",
    "TRACE, /docs/, 'GET, HEAD, OPTIONS'",
    "DELETE, /trust/v1/accounts, 'GET, HEAD, OPTIONS'",
    "POST, /trust/v1/kols/KOL-1, 'GET, HEAD, OPTIONS'",
    "GET, /trust/v1/checks, 'OPTIONS, POST'",
    "POST, /read, 'GET, HEAD, OPTIONS'",
    "POST, /, 'GET, HEAD, OPTIONS'"
  })
  @DisplayName("GATE-17 405 names the methods of the address and no others")
  void methods(String method, String path, String allowed) {
    caller()
        .request(method, path)
        .then()
        .statusCode(405)
        .contentType("application/problem+json")
        .header("Allow", equalTo(allowed));
  }

  @Test
  @DisplayName("GATE-17 A method that nobody takes is 404 where nothing stands")
  void nowhere() {
    caller().request("TRACE", "/nothing-here").then().statusCode(404);
    caller().request("TRACE", "/trust/v1/none").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/trust/v1/accounts, 'GET, HEAD, OPTIONS'",
    "/trust/v1/kols/KOL-1, 'GET, HEAD, OPTIONS'",
    "/trust/v1/checks, 'OPTIONS, POST'",
    "/read, 'GET, HEAD, OPTIONS'"
  })
  @DisplayName("GATE-17 OPTIONS names the methods of the address; a service answers for its own")
  void options(String path, String allowed) {
    caller().options(path).then().statusCode(204).header("Allow", equalTo(allowed));
    caller().options("/registry/v1/kols").then().statusCode(200);
    assertThat(neighbours.registry().received(), hasItem("OPTIONS /registry/v1/kols"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/trust/v1/checks", "/registry/v1/kols", "/trust/v1/accounts", "/none"})
  @DisplayName("GATE-16 What nobody here can meet is 417")
  void expectations(String path) {
    for (String expected : new String[] {"something", "100-continue, more"}) {
      String answer = RawHttp.exchange(path, "Expect: " + expected + "\r\n");
      assertThat(answer, startsWith("HTTP/1.1 417"));
      assertThat(answer, containsString("urn:digital-trust:problem:expectation-failed"));
    }
    assertThat(
        RawHttp.exchange(path, "Expect: 100-continue\r\nExpect: more\r\n"),
        startsWith("HTTP/1.1 417"));
    assertThat(neighbours.registry().received(), empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\n\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
      })
  @DisplayName("GATE-15 A body without Content-Type is refused with 415")
  void untyped(String rest) {
    for (String path : new String[] {"/trust/v1/checks", "/registry/v1/kols"}) {
      String answer =
          RawHttp.send(
              "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
                      .formatted(path, Tokens.as("platform"))
                  + "Connection: close\r\n"
                  + rest);
      assertThat(answer, startsWith("HTTP/1.1 415"));
    }
    assertThat(neighbours.registry().received(), empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/registry/v1/kols", "/trust/v1/checks", "/alliance/v1/memberships"})
  @DisplayName("GATE-9 A page of a configured origin may call everything, also what is passed on")
  void allowedOrigin(String path) {
    given()
        .header("Origin", "https://desk.example")
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type,idempotency-key")
        .options(path)
        .then()
        .statusCode(204)
        .header("Access-Control-Allow-Origin", equalTo("https://desk.example"))
        .header("Access-Control-Allow-Methods", containsString("POST"))
        .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
        .header("Access-Control-Allow-Credentials", nullValue());
    Response answer = caller().header("Origin", "https://desk.example").get(path);
    assertThat(
        answer.getHeaders().getValues("Access-Control-Allow-Origin"),
        equalTo(List.of("https://desk.example")));
    assertThat(answer.getHeaders().getValues("Vary"), hasItem(equalTo("origin")));
    assertThat(answer.getHeader("Access-Control-Expose-Headers"), containsString("ETag"));
  }

  @Test
  @DisplayName("GATE-9 Such a page can also read why it was refused at the entrance")
  void allowedOriginRefused() {
    assertThat(
        RawHttp.exchange("/trust/v1//accounts", "Origin: https://desk.example\r\n"),
        allOf(
            startsWith("HTTP/1.1 400"),
            containsStringIgnoringCase(
                "\r\nAccess-Control-Allow-Origin: https://desk.example\r\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "null",
        "http://desk.example",
        "https://desk.example.evil"
      })
  @DisplayName("GATE-9 A page of another origin gets no leave")
  void otherOrigin(String origin) {
    given()
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "GET")
        .options("/registry/v1/kols")
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .header("Access-Control-Allow-Origin", nullValue());
    caller()
        .header("Origin", origin)
        .get("/registry/v1/kols")
        .then()
        .statusCode(200)
        .header("Access-Control-Allow-Origin", nullValue());
  }

  @Test
  @DisplayName("GATE-10 Every answer says what it is and that it belongs in no frame")
  void safeAnswers() {
    for (Response answer :
        List.of(
            caller().get("/registry/v1/kols"),
            given().get("/trust/v1/accounts"),
            caller().get("/registry//v1"),
            given().get("/docs/"))) {
      assertThat(answer.getHeader("X-Content-Type-Options"), equalTo("nosniff"));
      assertThat(answer.getHeader("X-Frame-Options"), equalTo("DENY"));
      assertThat(answer.getHeader("Referrer-Policy"), equalTo("no-referrer"));
      assertThat(
          answer.getHeader("Content-Security-Policy"), containsString("frame-ancestors 'none'"));
    }
    assertThat(
        caller().get("/registry/v1/kols").getHeader("Content-Security-Policy"),
        containsString("default-src 'none'"));
  }

  @Test
  @DisplayName("GATE-10 The page of the API may load what it needs, and nothing from elsewhere")
  void page() {
    Response page = given().get("/docs/");
    assertThat(page.statusCode(), equalTo(200));
    assertThat(page.asString(), not(containsString("src=\"http")));
    String policy = page.getHeader("Content-Security-Policy");
    assertThat(policy, containsString("script-src 'self' 'unsafe-inline';"));
    assertThat(policy, containsString("connect-src 'self' http://localhost:"));
    assertThat(policy, not(containsString("unsafe-eval")));
  }
}

package vn.digitaltrust.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Steering;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ProxyTest {
  private static final String UUID_7 =
      "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

  @Inject Steering neighbours;

  @TestHTTPResource("/")
  URI gateway;

  private static RequestSpecification member() {
    return given().header("Authorization", "Bearer " + Tokens.as("platform"));
  }

  @Test
  @DisplayName("PROXY-1 method, path, query, headers and body pass unchanged; so does the answer")
  void passes() {
    member()
        .contentType("application/json")
        .header("Idempotency-Key", "k-1")
        .header("If-Match", "\"6\"")
        .body("{\"tên\":\"Diệu Sương\"}")
        .post("/registry/v1/echo/a%20b?q=x%2By&limit=2")
        .then()
        .statusCode(201)
        .header("ETag", "\"7\"")
        .header("Location", "/registry/v1/echo/1")
        .body("method", equalTo("POST"))
        .body("uri", equalTo("/registry/v1/echo/a%20b?q=x%2By&limit=2"))
        .body("body", equalTo("{\"tên\":\"Diệu Sương\"}"))
        .body("headers.'idempotency-key'", equalTo("k-1"))
        .body("headers.'if-match'", equalTo("\"6\""))
        .body("headers.authorization", matchesRegex("Bearer .+"));
  }

  @Test
  @DisplayName("PROXY-4, DOOR-5 whence a request came, and its id, are said by the gateway alone")
  void forged() {
    Response answer =
        member()
            .header("X-Forwarded-For", "203.0.113.9")
            .header("X-Forwarded-Host", "evil.example")
            .header("X-Forwarded-Prefix", "/x")
            .header("Forwarded", "for=203.0.113.9")
            .header("X-Real-IP", "203.0.113.9")
            .header("X-Request-Id", "forged")
            .header("X-HTTP-Method-Override", "DELETE")
            .get("/sanctions/v1/echo");

    answer
        .then()
        .statusCode(201)
        .body("headers.'x-forwarded-for'", equalTo("127.0.0.1"))
        .body("headers.'x-forwarded-host'", not(equalTo("evil.example")))
        .body("headers.'x-forwarded-prefix'", nullValue())
        .body("headers.forwarded", not(equalTo("for=203.0.113.9")))
        .body("headers.'x-real-ip'", nullValue())
        .body("headers.'x-http-method-override'", nullValue())
        .body("headers.'x-request-id'", matchesRegex(UUID_7));
    assertEquals(
        answer.header("X-Request-Id"), answer.jsonPath().getString("headers.'x-request-id'"));
    assertEquals(1, answer.headers().getValues("X-Request-Id").size());
    assertNotEquals(
        answer.header("X-Request-Id"), member().get("/sanctions/v1/echo").header("X-Request-Id"));
  }

  @Test
  @DisplayName("PROXY-3 headers of one connection end at the gateway")
  void hops() throws IOException {
    String answer =
        raw(
            "GET /registry/v1/echo HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
                + Tokens.as("platform")
                + "\r\nConnection: close, X-Private\r\nX-Private: secret\r\nTE: trailers\r\n"
                + "Keep-Alive: timeout=9\r\nProxy-Authorization: Basic eA==\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 201"), answer);
    for (String hop : new String[] {"x-private", "\"te\"", "keep-alive", "proxy-authorization"}) {
      assertTrue(!answer.contains(hop), hop + " in " + answer);
    }
  }

  @Test
  @DisplayName("PROXY-5 a service that is down is 502, and the others answer; then it is back")
  void down() {
    neighbours.command("alliance", "stop");
    isProblem(member().get("/alliance/v1/echo"), 502, "unavailable");
    member().get("/registry/v1/echo").then().statusCode(201);

    neighbours.command("alliance", "start");

    member().get("/alliance/v1/echo").then().statusCode(201);
  }

  @Test
  @DisplayName("PROXY-5 a service that says nothing is 504")
  void slow() {
    isProblem(member().get("/registry/v1/slow"), 504, "timeout");
  }

  @Test
  @DisplayName("PROXY-6 a body that is announced too large is 413 before it is sent")
  void large() throws IOException {
    int before = neighbours.echoes("registry");
    String answer =
        raw(
            "POST /registry/v1/echo HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
                + Tokens.as("platform")
                + "\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Content-Length: 99999999\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
    assertTrue(answer.contains("urn:digital-trust:problem:too-large"), answer);
    assertEquals(before, neighbours.echoes("registry"));
  }

  static Stream<String> badTokens() {
    String good = Tokens.as("platform");
    String[] parts = good.split("\\.");
    String none =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        "",
        "Bearer",
        "Bearer x",
        "Basic eDp5",
        "Bearer " + Tokens.of("x", "platform").expiresIn(-60).sign(),
        "Bearer " + Tokens.of("x", "platform").audience("somebody-else").sign(),
        "Bearer " + none + "." + parts[1] + ".",
        "Bearer " + none + "." + parts[1] + "." + parts[2],
        "Bearer " + parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse());
  }

  @ParameterizedTest
  @MethodSource("badTokens")
  @DisplayName("PROXY-1, ACCESS-1 without a valid token nothing is passed on")
  void unauthenticated(String authorization) {
    int before = neighbours.echoes("registry");

    RequestSpecification request =
        authorization.isEmpty() ? given() : given().header("Authorization", authorization);
    Response answer = request.contentType("application/json").body("{}").post("/registry/v1/echo");

    isProblem(answer, 401, "unauthenticated");
    assertTrue(answer.header("WWW-Authenticate").startsWith("Bearer"));
    assertEquals(before, neighbours.echoes("registry"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/registry/v1/../../sanctions/v1/echo",
        "/registry/v1/./echo",
        "/registry//v1/echo",
        "//registry/v1/echo",
        "/registry/v1/echo;x=1",
        "/registry/v1/%2e%2e/echo",
        "/registry/v1/echo%2Fx",
        "/registry/v1/echo%5Cx",
        "/registry/v1/echo\\x",
        "/registry/v1/%65cho",
        "/registry/v1/echo%00",
        "/registry/v1/echo%",
        "/%72egistry/v1/echo",
        "http://evil.example/registry/v1/echo"
      })
  @DisplayName("DOOR-6 a path of two readings is refused before anybody reads it")
  void paths(String target) throws IOException {
    int before = neighbours.echoes("registry") + neighbours.echoes("sanctions");

    String answer =
        raw(
            "GET "
                + target
                + " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\nAuthorization: Bearer "
                + Tokens.as("platform")
                + "\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertEquals(before, neighbours.echoes("registry") + neighbours.echoes("sanctions"));
  }

  @Test
  @DisplayName("DOOR-1 what nobody knows is 404 as a problem")
  void unknown() {
    isProblem(member().get("/nowhere/v1/x"), 404, "not-found");
    isProblem(member().get("/registryx/v1/echo"), 404, "not-found");
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", gateway.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      StringBuilder answer = new StringBuilder();
      byte[] buffer = new byte[8_192];
      int read = socket.getInputStream().read(buffer);
      while (read >= 0) {
        answer.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
        if (answer.indexOf("}") >= 0 && !answer.toString().contains("chunked")) {
          break;
        }
        read = socket.getInputStream().read(buffer);
      }
      return answer.toString();
    }
  }

  private static void isProblem(Response answer, int status, String slug) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:digital-trust:problem:" + slug))
        .body("status", equalTo(status));
  }
}

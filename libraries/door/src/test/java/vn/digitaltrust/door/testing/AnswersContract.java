package vn.digitaltrust.door.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Tokens;

/** DOOR-25 to DOOR-32: how a service answers what no resource sees. Each service extends it. */
public abstract class AnswersContract {
  private static final int PATIENCE_MILLIS = 15_000;

  private final String root;
  private final String list;
  private final String role;

  /**
   * Of a service.
   *
   * @param root where its paths begin, such as {@code /registry/v1}
   * @param list a list below it that takes {@code limit}, {@code cursor}, and new rows whose fields
   *     are not all optional
   * @param role who may read and write it
   */
  protected AnswersContract(String root, String list, String role) {
    this.root = root;
    this.list = list;
    this.role = role;
  }

  private String token() {
    return Tokens.of("reader", role, "service", "auditor").sign();
  }

  private ValidatableResponse ask(String method, String target) {
    return given()
        .urlEncodingEnabled(false)
        .basePath("")
        .auth()
        .oauth2(token())
        .request(method, target)
        .then();
  }

  private static Socket open() throws IOException {
    int port = RestAssured.port > 0 ? RestAssured.port : URI.create(RestAssured.baseURI).getPort();
    Socket socket = new Socket("localhost", port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  /** Sends these characters as bytes, and reads until the service ends the connection. */
  private static String exchange(String bytes) throws IOException {
    try (Socket socket = open()) {
      write(socket, bytes);
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private String head(String method, String target, String... headers) {
    return "%s %s HTTP/1.1\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%s\r\n"
        .formatted(
            method,
            target,
            token(),
            headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n");
  }

  private static void isProblem(String answer, int status, String slug) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertTrue(answer.contains("urn:digital-trust:problem:" + slug), answer);
  }

  @Test
  @DisplayName("DOOR-25 a 405 names the methods of the address and of no other of its class")
  void allowed() {
    ask("DELETE", root + list).statusCode(405).header("Allow", "GET, HEAD, OPTIONS, POST");
    ask("PUT", root + "/snapshot").statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    ask("POST", root + "/journal/verification")
        .statusCode(405)
        .header("Allow", "GET, HEAD, OPTIONS");
  }

  @ParameterizedTest
  @CsvSource({"/snapshot, 'GET, HEAD, OPTIONS'", "/journal/, 'GET, HEAD, OPTIONS'"})
  @DisplayName("DOOR-25 OPTIONS names the methods of the address, and needs no token")
  void options(String path, String allowed) {
    for (String each : List.of(root + path, root + list)) {
      given()
          .basePath("")
          .options(each)
          .then()
          .statusCode(204)
          .header("Allow", each.endsWith(list) ? "GET, HEAD, OPTIONS, POST" : allowed)
          .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    }
    given().basePath("").options(root + "/nothing-here").then().statusCode(404);
  }

  @Test
  @DisplayName("DOOR-26 metrics hold no address, whatever was asked of the service")
  void metrics() {
    String id = UUID.randomUUID().toString();
    ask("PUT", root + "/snapshot/" + id);
    ask("PATCH", root + list + "/" + id);
    ask("GET", root + list + "/" + id);
    ask("GET", root + list + "/" + id + "?;");
    ask("TRACE", "/" + id);
    ask("GET", "/" + id + "?x=1");
    given().basePath("").get(root + "/" + id).then().statusCode(404);
    String metrics = given().basePath("").get("/q/metrics").asString();
    assertFalse(metrics.contains(id), "an id is in the metrics");
    assertTrue(metrics.contains("uri=\"" + list), "and the forms of addresses are");
  }

  @ParameterizedTest
  @ValueSource(strings = {"something", "200-ok", "100-continue, more"})
  @DisplayName("DOOR-27 what nobody here can meet is 417, with a body or without")
  void expectations(String expected) throws IOException {
    isProblem(
        exchange(head("GET", root + list, "Host: localhost", "Expect: " + expected)),
        417,
        "expectation-failed");
    isProblem(
        exchange(
            head(
                    "POST",
                    root + list,
                    "Host: localhost",
                    "Expect: " + expected,
                    "Content-Type: application/json",
                    "Content-Length: 2")
                + "{}"),
        417,
        "expectation-failed");
  }

  @Test
  @DisplayName("DOOR-27 who waits to be told to send the body is told at once")
  void goOn() throws IOException {
    try (Socket socket = open()) {
      write(
          socket,
          head(
              "POST",
              root + list,
              "Host: localhost",
              "Expect: 100-continue",
              "Content-Type: application/json",
              "Content-Length: 2"));
      byte[] first = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
      assertEquals("HTTP/1.1 100", new String(first, StandardCharsets.ISO_8859_1));
      write(socket, "{}");
      String rest = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(rest.contains("HTTP/1.1 400"), rest);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\n\r\n{}",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"
      })
  @DisplayName("DOOR-17 a body of no named media type is 415, however it is sent")
  void untyped(String rest) throws IOException {
    String head = head("POST", root + list, "Host: localhost");
    isProblem(exchange(head.substring(0, head.length() - 2) + rest), 415, "unsupported-media-type");
  }

  @Test
  @DisplayName("DOOR-28 broken constraints are told in the language that was asked for")
  void constraints() {
    for (String language : List.of("en", "vi")) {
      given()
          .basePath("")
          .auth()
          .oauth2(Tokens.of("writer", role).claim("member_id", UUID.randomUUID().toString()).sign())
          .header("Accept-Language", language)
          .contentType("application/json; charset=UTF-8")
          .body("{}")
          .post(root + list)
          .then()
          .statusCode(400)
          .header("Content-Language", language)
          .body("type", equalTo("urn:digital-trust:problem:invalid-value"))
          .body(
              "violations.message",
              hasItem(language.equals("en") ? "must be given" : "phải có giá trị"))
          .body("violations.field", everyItem(matchesPattern("[A-Za-z0-9.\\[\\]]+")));
    }
  }

  @Test
  @DisplayName("DOOR-29 a caller who leaves is nothing to log")
  void leaves() throws IOException, InterruptedException {
    try (CapturedLog log = new CapturedLog()) {
      for (int i = 0; i < 40; i++) {
        Socket socket = open();
        write(socket, head("GET", root + "/snapshot", "Host: localhost"));
        write(socket, head("GET", root + "/journal?after=0&limit=1000", "Host: localhost"));
        Thread.sleep(i % 4);
        socket.setSoLinger(true, 0);
        socket.close();
      }
      ask("GET", root + list + "?limit=1").statusCode(is(200));
      Thread.sleep(300);
      // How slow the machine is says nothing about callers, nor that all seats were taken by them.
      assertEquals(
          List.of(),
          log.lines().stream()
              .filter(line -> !line.contains("BlockedThreadChecker"))
              .filter(line -> !line.contains("snapshots."))
              .toList());
    }
  }

  @Test
  @DisplayName("DOOR-31 what is not there is a problem, outside of the API too")
  void elsewhere() throws IOException {
    for (String path : List.of("/nothing-here", root + "/nothing-here", "/", "/registry", "/x/y")) {
      isProblem(exchange(head("GET", path, "Host: localhost")), 404, "not-found");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host: a b", "Host: a/b", "Host: :x", "Host: a\r\nHost: b", "X: y"})
  @DisplayName("DOOR-31 a Host that is none, two of them or none is a problem")
  void hosts(String header) throws IOException {
    isProblem(exchange(head("GET", root + list, header)), 400, "malformed-request");
  }

  @ParameterizedTest
  @CsvSource({
    "limit=%D9%A3, limit",
    "limit=+3, limit",
    "limit=, limit",
    "cursor=, cursor",
    "subject=1-1-1-1-1, subject"
  })
  @DisplayName("DOOR-32 numbers and ids have one spelling, and no parameter is empty")
  void spelling(String query, String field) {
    if (field.equals("subject") && root.startsWith("/registry")) {
      return; // takes no such parameter
    }
    ask("GET", root + list + "?" + query)
        .statusCode(400)
        .body("violations.field", equalTo(List.of(field)));
    ask("GET", root + "/journal?after=%D9%A3").statusCode(400);
    ask("GET", root + list + "/1-1-1-1-1").statusCode(404);
  }
}

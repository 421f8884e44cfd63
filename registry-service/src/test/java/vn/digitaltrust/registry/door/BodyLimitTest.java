package vn.digitaltrust.registry.door;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class BodyLimitTest extends Registry {
  private static final int LONGEST = 1 << 20;

  @TestHTTPResource URI origin;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A KOL of exactly so many bytes, filled up with blanks. */
  private static byte[] kol(int bytes) {
    var body = kolBody("Dài Vừa Đủ", "Tên Thật").strip();
    var blanks = bytes - body.getBytes(StandardCharsets.UTF_8).length;
    return (body + " ".repeat(blanks)).getBytes(StandardCharsets.UTF_8);
  }

  private static BodyPublisher publisher(boolean chunked, byte[] body) {
    return chunked
        ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))
        : BodyPublishers.ofByteArray(body);
  }

  private HttpResponse<String> post(String path, String type, BodyPublisher body) throws Exception {
    return client.send(
        HttpRequest.newBuilder(origin.resolve(BASE + path))
            .header("Authorization", "Bearer " + Tokens.as("registrar"))
            .header("Content-Type", type)
            .POST(body)
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest(name = "chunked: {0}")
  @ValueSource(booleans = {false, true})
  @DisplayName("DOOR-7 a body of more than 1 MiB is refused, whether it says its length or not")
  void tooLarge(boolean chunked) throws Exception {
    var before = query("select position from journal_head");
    for (var bytes : new int[] {LONGEST + 1, 8 * LONGEST}) {
      var answer = post("/kols", "application/json", publisher(chunked, kol(bytes)));
      assertEquals(413, answer.statusCode(), answer.body());
      assertEquals(
          "application/problem+json", answer.headers().firstValue("Content-Type").orElse(""));
      assertTrue(answer.body().contains("urn:digital-trust:problem:too-large"), answer.body());
    }
    assertEquals(before, query("select position from journal_head"));
    // The connections are not spoilt by what was not read.
    registrar().get("/kols?limit=1").then().statusCode(200);
  }

  @ParameterizedTest(name = "chunked: {0}")
  @ValueSource(booleans = {false, true})
  @DisplayName("DOOR-7 a body of 1 MiB is read")
  void largeEnough(boolean chunked) throws Exception {
    var answer = post("/kols", "application/json", publisher(chunked, kol(LONGEST)));
    assertEquals(201, answer.statusCode(), answer.body());
  }

  @Test
  @DisplayName("DOOR-7 an import is streamed and may be larger")
  void importsAreStreamed() throws Exception {
    var line = " ".repeat(60_000) + "{}\n";
    var answer =
        post(
            "/imports",
            "application/x-ndjson",
            publisher(true, line.repeat(40).getBytes(StandardCharsets.UTF_8)));
    assertEquals(200, answer.statusCode());
    assertEquals(40, answer.body().lines().filter(row -> row.contains("REFUSED")).count());
  }

  @Test
  @DisplayName("a request without a body is no large one")
  void noBody() {
    registrar()
        .header("If-Match", "\"0\"")
        .post("/kols")
        .then()
        .statusCode(400)
        .body("status", equalTo(400));
  }
}

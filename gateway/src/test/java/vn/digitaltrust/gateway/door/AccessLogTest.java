package vn.digitaltrust.gateway.door;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.journal.testing.Tokens;

/** GATE-11. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class AccessLogTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream standard = System.out;

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(written, true, UTF_8));
  }

  @AfterEach
  void leave() {
    System.setOut(standard);
  }

  /** The line about the request that had this answer. */
  private JsonNode about(Response answer) throws IOException {
    String id = answer.getHeader("X-Request-Id");
    Patience.until("a line is written", () -> written.toString(UTF_8).contains(id));
    String line =
        written.toString(UTF_8).lines().filter(it -> it.contains(id)).findFirst().orElseThrow();
    return JSON.readTree(line);
  }

  @Test
  @DisplayName("GATE-11 A line names request, client, method, way, status and time, and nobody")
  void line() throws IOException {
    String token = Tokens.of("a-person", "platform").claim("azp", "platform-one").sign();
    Response answer =
        given()
            .auth()
            .oauth2(token)
            .get("/trust/v1/accounts?platform=TIKTOK&handle=somebody.known");
    JsonNode line = about(answer);
    assertThat(Instant.parse(line.path("timestamp").asText()), lessThanOrEqualTo(Instant.now()));
    assertThat(line.path("requestId").asText(), equalTo(answer.getHeader("X-Request-Id")));
    assertThat(line.path("client").asText(), equalTo("platform-one"));
    assertThat(line.path("method").asText(), equalTo("GET"));
    assertThat(line.path("path").asText(), equalTo("/trust/v1/accounts"));
    assertThat(line.path("status").asInt(), equalTo(200));
    assertThat(line.path("bytes").asInt(), equalTo(answer.asByteArray().length));
    String all = line.toString();
    assertThat(all, not(containsString("somebody")));
    assertThat(all, not(containsString("a-person")));
    assertThat(all, not(containsString(token)));
    assertThat(all, not(containsString("127.0.0.1")));
  }

  @Test
  @DisplayName("GATE-11 What is passed on and what is refused have their lines too")
  void others() throws IOException {
    Response passedOn =
        given().auth().oauth2(Tokens.as("kol")).get("/registry/v1/kols/KOL-1/secret-name.x");
    assertThat(about(passedOn).path("path").asText(), equalTo("/registry/v1/kols/*/*"));
    JsonNode refused = about(given().get("/registry/v1/kols"));
    assertThat(refused.path("status").asInt(), equalTo(401));
    assertThat(refused.path("client").asText(), equalTo("-"));
  }

  @Test
  @DisplayName("GATE-11 A client that names itself oddly writes nothing into the log")
  void forged() throws IOException {
    String token = Tokens.of("x", "platform").claim("azp", "a\nFAKE LINE").sign();
    JsonNode line = about(given().auth().oauth2(token).get("/registry/v1/kols"));
    assertThat(line.path("client").asText(), equalTo("unnamed"));
  }
}

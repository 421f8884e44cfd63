package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.RawHttp;
import vn.digitaltrust.journal.testing.Tokens;

/** GW-19: who comes in a crowd is told at once, and the crowd leaves nothing behind. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class OverloadTest {
  /** Many times what a turn takes in these tests. */
  private static final int CROWD = 96;

  private static final String CHECK = "/trust/v1/accounts?platform=TIKTOK&handle=nobody";

  private final List<Socket> crowd = new ArrayList<>();
  private final String token = Tokens.as("platform");

  @Inject BatchRoute batches;

  @BeforeEach
  void gather() throws IOException {
    Patience.until("the index is loaded", () -> check().statusCode() == 200);
    for (int i = 0; i < CROWD; i++) {
      crowd.add(RawHttp.open());
    }
  }

  @AfterEach
  void leave() throws IOException {
    for (Socket socket : crowd) {
      socket.close();
    }
  }

  private Response check() {
    return given().auth().oauth2(token).get(CHECK);
  }

  /** All ask at once; how many are turned away. */
  private int refused() throws IOException {
    for (Socket socket : crowd) {
      RawHttp.write(
          socket,
          "GET "
              + CHECK
              + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + token
              + "\r\n\r\n");
    }
    int refused = 0;
    for (Socket socket : crowd) {
      String head = RawHttp.answer(socket);
      if (head.startsWith("HTTP/1.1 503")) {
        refused++;
        assertThat(head, containsString("\r\nRetry-After: 1\r\n"));
        assertThat(head.toLowerCase(), containsString("content-type: application/problem+json"));
      } else {
        assertThat(head, startsWith("HTTP/1.1 200"));
      }
    }
    return refused;
  }

  @Test
  @DisplayName("GW-19 Of a crowd of checks some are turned away with 503, and soon nobody is")
  void crowd() {
    Patience.until(
        "somebody is turned away",
        () -> {
          try {
            return refused() > 0;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    assertThat("afterwards", check().statusCode(), equalTo(200));
  }

  @Test
  @DisplayName("GW-19 A batch of lines beyond the places is turned away; a place is given back")
  void lines() {
    int all = batches.places().drainPermits();
    try {
      post().then().statusCode(503).header("Retry-After", "1");
    } finally {
      batches.places().release(all);
    }
    post().then().statusCode(200);
    Patience.until("all places are free", () -> batches.places().availablePermits() == all);
  }

  private Response post() {
    return given()
        .auth()
        .oauth2(token)
        .header("Content-Type", "application/x-ndjson")
        .body("{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"}\n".getBytes(StandardCharsets.UTF_8))
        .post("/trust/v1/checks");
  }
}

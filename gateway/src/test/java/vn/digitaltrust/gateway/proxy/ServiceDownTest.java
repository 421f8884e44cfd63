package vn.digitaltrust.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.journal.testing.Tokens;

/** PROXY-9: requests to a service that is down are refused at once. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ServiceDownTest {
  private static final int FAILURES = 10;

  @Neighbours.Given Neighbours neighbours;

  private static int status(String path, String token) {
    return given().auth().oauth2(token).get(path).statusCode();
  }

  @Test
  @DisplayName(
      "PROXY-9 A service that stays down is not tried for everybody; it comes back by itself")
  void circuit() {
    String token = Tokens.as("platform");
    neighbours.alliance().stop();
    try {
      Patience.until("the circuit is open", () -> status("/alliance/v1/memberships", token) == 503);
      assertThat("another service", status("/registry/v1/kols", token), equalTo(200));
    } finally {
      neighbours.alliance().start();
    }
    Patience.until(
        "alliance answers again", () -> status("/alliance/v1/memberships", token) == 200);
  }

  @Test
  @DisplayName(
      "PROXY-9 A service that ends an exchange in the middle of a body is not down for others")
  void refusedBodies() {
    String token = Tokens.as("platform");
    byte[] large = new byte[4 << 20];
    ExecutorService callers = Executors.newFixedThreadPool(FAILURES + 2);
    // Together, as each is taken in for a while after its answer.
    List<CompletableFuture<Integer>> answers =
        IntStream.range(0, FAILURES + 2)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> refused(token, large), callers))
            .toList();
    answers.forEach(answer -> assertThat(answer.join(), equalTo(502)));
    callers.shutdown();
    assertThat(status("/alliance/v1/things", token), equalTo(200));
  }

  private static int refused(String token, byte[] body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/x-ndjson; charset=UTF-8")
        .body(body)
        .post("/alliance/v1/refuses")
        .statusCode();
  }
}

package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.access.Client;
import vn.digitaltrust.gateway.access.Places;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.journal.testing.Tokens;

/** GW-16, GW-19: checks and batches beyond the places are refused; places are given back. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class PlacesOfChecksTest {
  private static final String CHECK = "{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"}";

  @Inject Batch batch;

  @Inject BatchRoute lines;

  @Inject CheckRoute single;

  @Inject Vertx vertx;

  @ConfigProperty(name = "trust.checks-at-once")
  int checksAtOnce;

  @ConfigProperty(name = "trust.checks-per-client")
  int checksPerClient;

  @ConfigProperty(name = "trust.lines-at-once")
  int linesAtOnce;

  @BeforeEach
  void loaded() {
    Asking.untilLoaded();
  }

  private static List<Client> takeAll(Places places, int all) {
    List<Client> others =
        IntStream.range(0, all).mapToObj(i -> new Client("other", "other " + i)).toList();
    others.forEach(other -> assertThat(places.enter(other), equalTo(Places.Entry.GRANTED)));
    return others;
  }

  private static Response post(String type, String body) {
    return given()
        .auth()
        .oauth2(Tokens.as("platform"))
        .header("Content-Type", type)
        .body(body.getBytes(StandardCharsets.UTF_8))
        .post("/trust/v1/checks");
  }

  private static Response postJson() {
    return post("application/json", "{\"checks\":[" + CHECK + "]}");
  }

  private static Response postLines() {
    return post("application/x-ndjson; charset=UTF-8", CHECK + "\n");
  }

  @Test
  @DisplayName("GW-16 A batch in JSON beyond the seats is told when to come back; seats return")
  void seats() {
    List<Client> others = takeAll(batch.seats(), Batch.SEATS);
    try {
      postJson().then().statusCode(503).header("Retry-After", "1");
    } finally {
      others.forEach(batch.seats()::leave);
    }
    for (int i = 0; i < 3 * Batch.SEATS; i++) {
      postJson().then().statusCode(200);
    }
    Patience.until("all seats are free", () -> batch.seats().taken() == 0);
  }

  @Test
  @DisplayName("GW-19 A batch of lines beyond the places is refused; a place is given back")
  void lines() {
    List<Client> others = takeAll(lines.places(), linesAtOnce);
    try {
      postLines().then().statusCode(503).header("Retry-After", "1");
    } finally {
      others.forEach(lines.places()::leave);
    }
    postLines().then().statusCode(200);
    Patience.until("all places are free", () -> lines.places().taken() == 0);
  }

  private static Response get() {
    return given()
        .auth()
        .oauth2(Tokens.as("platform"))
        .get("/trust/v1/accounts?platform=TIKTOK&handle=nobody");
  }

  /** Does something with the places of every event loop, on that event loop. */
  @SuppressWarnings("deprecation") // Vert.x 5 has it elsewhere; nothing else reaches every loop
  private void onEveryLoop(Consumer<Places> step) {
    vertx
        .nettyEventLoopGroup()
        .forEach(loop -> loop.submit(() -> step.accept(single.places())).syncUninterruptibly());
  }

  @Test
  @DisplayName("GW-19, GATE-20 A check that many were found waiting with is turned away, not long")
  void singleChecks() {
    get().then().statusCode(200);
    Map<Places, List<Client>> others = new ConcurrentHashMap<>();
    onEveryLoop(places -> others.put(places, takeAll(places, checksAtOnce)));
    try {
      long before = System.nanoTime();
      get()
          .then()
          .statusCode(503)
          .header("Retry-After", "1")
          .contentType("application/problem+json");
      assertThat(
          "half a second later", System.nanoTime() - before, greaterThanOrEqualTo(450_000_000L));
    } finally {
      others.forEach((places, of) -> of.forEach(places::leave));
    }
    get().then().statusCode(200);
  }

  @Test
  @DisplayName("GW-19 A check gives its place back at the end of its turn")
  void oneAfterTheOther() {
    for (int i = 0; i < 3; i++) {
      get().then().statusCode(200);
    }
    onEveryLoop(places -> assertThat(places.taken(), equalTo(0)));
    assertThat(checksPerClient, lessThan(checksAtOnce));
  }
}

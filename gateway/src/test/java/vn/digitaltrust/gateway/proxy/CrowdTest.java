package vn.digitaltrust.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.RawHttp;
import vn.digitaltrust.journal.testing.Tokens;

/** PROXY-8 and PROXY-9: who comes in a crowd, or to a service that is down, is told at once. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CrowdTest {
  private static final int LANE = 32;
  private static final int EACH = 24;
  private static final int POLLS = 3;
  private static final int FAILURES = 10;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Neighbours.Given Neighbours neighbours;

  @TestHTTPResource URI gateway;

  @BeforeEach
  void forget() {
    neighbours.registry().reset();
  }

  @AfterEach
  void release() {
    neighbours.registry().releaseHeld();
  }

  private List<CompletableFuture<HttpResponse<String>>> send(int times, String path, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve(path))
            .header("Authorization", "Bearer " + token)
            .build();
    return IntStream.range(0, times)
        .mapToObj(i -> client.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
        .toList();
  }

  private static int status(String path, String token) {
    return given().auth().oauth2(token).get(path).statusCode();
  }

  private List<CompletableFuture<HttpResponse<String>>> fillLane() {
    var held = new ArrayList<>(send(EACH, "/registry/v1/held", Tokens.as("business")));
    held.addAll(send(LANE - EACH, "/registry/v1/held", Tokens.as("press")));
    Patience.until("the lane is full", () -> neighbours.registry().held() == LANE);
    return held;
  }

  @Test
  @DisplayName("PROXY-8 A full lane turns away with 503 and Retry-After, and empties again")
  void fullLane() {
    String token = Tokens.as("platform");
    var held = fillLane();
    given()
        .auth()
        .oauth2(token)
        .get("/registry/v1/kols")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .contentType("application/problem+json")
        .body("type", equalTo("urn:digital-trust:problem:unavailable"));
    assertThat("another service", status("/alliance/v1/things", token), equalTo(200));
    neighbours.registry().releaseHeld();
    held.forEach(each -> assertThat(each.join().statusCode(), equalTo(200)));
    assertThat("afterwards", status("/registry/v1/kols", token), equalTo(200));
  }

  @Test
  @DisplayName("PROXY-8 Who was turned away and does not wait comes after others, even with room")
  void early() {
    Patience.until("who did not wait is turned away once more", this::isTurnedAwayWhenEarly);
  }

  /** False when this machine was slow, so that what came was not early any more. */
  private boolean isTurnedAwayWhenEarly() {
    String token = Tokens.as("platform");
    String request =
        "GET /registry/v1/kols HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(token);
    var held = fillLane();
    try (Socket impatient = RawHttp.open();
        Socket patient = RawHttp.open()) {
      long begun = System.nanoTime();
      String head;
      do {
        RawHttp.write(impatient, request);
        head = RawHttp.answer(impatient);
        assertThat(head, startsWith("HTTP/1.1 503"));
      } while (System.nanoTime() - begun < 2 * Lane.PAUSE_NANOS);
      RawHttp.write(patient, request);
      assertThat(RawHttp.answer(patient), startsWith("HTTP/1.1 503"));
      neighbours.registry().releaseHeld();
      held.forEach(each -> assertThat(each.join().statusCode(), equalTo(200)));
      RawHttp.write(impatient, request);
      RawHttp.write(patient, request);
      assertThat("turned away once", RawHttp.answer(patient), startsWith("HTTP/1.1 200"));
      assertThat("who comes for the first time", status("/registry/v1/kols", token), equalTo(200));
      return RawHttp.answer(impatient).startsWith("HTTP/1.1 503");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("PROXY-8 One client does not take the whole lane, and is told so")
  void oneClient() {
    String greedy = Tokens.of("greedy", "platform").sign();
    var held = send(EACH, "/registry/v1/held", greedy);
    Patience.until("it has its share", () -> neighbours.registry().held() == EACH);
    given()
        .auth()
        .oauth2(greedy)
        .get("/registry/v1/kols")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("detail", containsString("24"));
    assertThat("another service", status("/alliance/v1/things", greedy), equalTo(200));
    String other = Tokens.of("other", "platform").sign();
    assertThat("another client", status("/registry/v1/kols", other), equalTo(200));
    neighbours.registry().releaseHeld();
    held.forEach(each -> assertThat(each.join().statusCode(), equalTo(200)));
    assertThat("afterwards", status("/registry/v1/kols", greedy), equalTo(200));
  }

  @Test
  @DisplayName("PROXY-8 One client's long-polls hold up neither its requests nor others' polls")
  void manyPolls() {
    String poll = "/registry/v1/journal?after=held&wait=20";
    String greedy = Tokens.of("greedy", "platform").sign();
    var held = send(POLLS, poll, greedy);
    Patience.until("they wait", () -> neighbours.registry().held() == POLLS);
    given()
        .auth()
        .oauth2(greedy)
        .get(poll)
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("detail", containsString("3"));
    assertThat(status("/registry/v1/kols", greedy), equalTo(200));
    String other = Tokens.of("other", "platform").sign();
    assertThat(status("/registry/v1/journal?after=0&wait=20", other), equalTo(200));
    neighbours.registry().releaseHeld();
    held.forEach(each -> assertThat(each.join().statusCode(), equalTo(200)));
    assertThat(status("/registry/v1/journal?after=0&wait=20", greedy), equalTo(200));
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
        .contentType("application/x-ndjson")
        .body(body)
        .post("/alliance/v1/refuses")
        .statusCode();
  }
}

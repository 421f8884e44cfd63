package vn.digitaltrust.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.RawHttp;
import vn.digitaltrust.journal.testing.Tokens;

/** PROXY-8: no client shuts a service to the others, with the limits that are shipped. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class OverloadTest {
  private static final String GREEDY = Tokens.of("greedy", "platform").sign();
  private static final String OTHER = Tokens.of("other", "platform").sign();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Neighbours.Given Neighbours neighbours;

  @TestHTTPResource URI gateway;

  @ConfigProperty(name = "proxy.connections")
  int requests;

  @ConfigProperty(name = "proxy.connections-per-client")
  int requestsEach;

  @ConfigProperty(name = "proxy.polls-per-client")
  int pollsEach;

  @BeforeEach
  void forget() {
    neighbours.registry().reset();
    neighbours.sanctions().reset();
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

  private static long answered(List<CompletableFuture<HttpResponse<String>>> requests) {
    return requests.stream().filter(CompletableFuture::isDone).count();
  }

  /** Twenty reads of another client, 20 ms apart. */
  private static List<Integer> readsOfOthers(String path, Runnable meanwhile) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      meanwhile.run();
      statuses.add(status(path, OTHER));
      Patience.pause(20);
    }
    return statuses;
  }

  @Test
  @DisplayName("The limits in these tests are those that are shipped")
  void shipped() throws IOException {
    Properties shipped = new Properties();
    try (InputStream file = Config.class.getResourceAsStream("/application.properties")) {
      shipped.load(file);
    }
    Config running = ConfigProvider.getConfig();
    for (String name :
        List.of(
            "proxy.connections",
            "proxy.connections-per-client",
            "proxy.polls",
            "proxy.polls-per-client",
            "trust.checks-at-once",
            "trust.checks-per-client",
            "trust.lines-at-once",
            "trust.lines-per-client")) {
      assertThat(name, running.getValue(name, String.class), equalTo(shipped.get(name)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wait=20", "w%61it=20", "%77%61%69%74=20"})
  @DisplayName("PROXY-8 Forty long-polls of one client, however spelled, shut nobody out")
  void polls(String spelling) {
    var polls = send(40, "/registry/v1/journal?after=held&" + spelling, GREEDY);
    Patience.until(
        "they wait or are refused", () -> neighbours.registry().held() + answered(polls) == 40);
    assertThat(readsOfOthers("/registry/v1/kols", () -> {}), everyItem(equalTo(200)));
    assertThat(neighbours.registry().held(), equalTo(pollsEach));
    neighbours.registry().releaseHeld();
    assertThat(
        polls.stream().filter(poll -> poll.join().statusCode() == 503).count(),
        equalTo(40L - pollsEach));
  }

  @Test
  @DisplayName("PROXY-8 Thirty-three bodies that one client sends slowly shut nobody out")
  void slowBodies() throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 33; i++) {
        Socket socket = RawHttp.open();
        slow.add(socket);
        RawHttp.write(
            socket,
            """
            POST /sanctions/v1/reports HTTP/1.1\r
            Host: localhost\r
            Authorization: Bearer %s\r
            Content-Type: application/json\r
            Content-Length: 1000\r
            \r
            {"""
                .formatted(GREEDY));
      }
      Patience.until(
          "they are under way",
          () -> neighbours.sanctions().received().size() >= Math.min(33, requestsEach));
      assertThat(
          readsOfOthers("/sanctions/v1/cases", () -> slow.forEach(OverloadTest::drip)),
          everyItem(equalTo(200)));
      assertThat(
          neighbours.sanctions().received().stream()
              .filter("POST /sanctions/v1/reports"::equals)
              .count(),
          equalTo((long) requestsEach));
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static void drip(Socket socket) {
    try {
      RawHttp.write(socket, " ");
    } catch (IOException refused) {
      // the gateway has ended the connection of a refused request
    }
  }

  @Test
  @DisplayName("PROXY-8 One client gets its share of a service, is told so, and gets it again")
  void oneClient() {
    var held = send(requestsEach, "/registry/v1/held", GREEDY);
    Patience.until("it has its share", () -> neighbours.registry().held() == requestsEach);
    given()
        .auth()
        .oauth2(GREEDY)
        .get("/registry/v1/kols")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("detail", containsString(Integer.toString(requestsEach)));
    assertThat("another service", status("/alliance/v1/things", GREEDY), equalTo(200));
    assertThat("another client", status("/registry/v1/kols", OTHER), equalTo(200));
    neighbours.registry().releaseHeld();
    held.forEach(each -> assertThat(each.join().statusCode(), equalTo(200)));
    assertThat("afterwards", status("/registry/v1/kols", GREEDY), equalTo(200));
  }

  @Test
  @DisplayName(
      "PROXY-8 A service at its limit refuses with 503 and Retry-After, then answers again")
  void fullService() {
    List<CompletableFuture<HttpResponse<String>>> held = new ArrayList<>();
    for (int i = 0; held.size() < requests; i++) {
      String member = Tokens.of("member-" + i, "platform").sign();
      held.addAll(
          send(Math.min(requestsEach, requests - held.size()), "/registry/v1/held", member));
    }
    Patience.until("it is full", () -> neighbours.registry().held() == requests);
    given()
        .auth()
        .oauth2(OTHER)
        .get("/registry/v1/kols")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .contentType("application/problem+json")
        .body("type", equalTo("urn:digital-trust:problem:unavailable"));
    assertThat("another service", status("/alliance/v1/things", OTHER), equalTo(200));
    assertThat("a long-poll", status("/registry/v1/journal?after=0&wait=20", OTHER), equalTo(200));
    neighbours.registry().releaseHeld();
    held.forEach(each -> assertThat(each.join().statusCode(), equalTo(200)));
    assertThat("afterwards", status("/registry/v1/kols", OTHER), equalTo(200));
  }

  @Test
  @DisplayName("PROXY-8 One client's long-polls hold up neither its requests nor others' polls")
  void manyPolls() {
    String poll = "/registry/v1/journal?after=held&wait=20";
    var held = send(pollsEach, poll, GREEDY);
    Patience.until("they wait", () -> neighbours.registry().held() == pollsEach);
    given()
        .auth()
        .oauth2(GREEDY)
        .get(poll)
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .body("detail", containsString(Integer.toString(pollsEach)));
    assertThat(status("/registry/v1/kols", GREEDY), equalTo(200));
    assertThat(status("/registry/v1/journal?after=0&wait=20", OTHER), equalTo(200));
    neighbours.registry().releaseHeld();
    held.forEach(each -> assertThat(each.join().statusCode(), equalTo(200)));
    assertThat(status("/registry/v1/journal?after=0&wait=20", GREEDY), equalTo(200));
  }

  @Test
  @DisplayName("PROXY-8 A refused request does not end the connection; the next is answered")
  void sameConnection() throws IOException {
    String read =
        "GET /registry/v1/kols HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(GREEDY);
    var held = send(requestsEach, "/registry/v1/held", GREEDY);
    Patience.until("it has its share", () -> neighbours.registry().held() == requestsEach);
    try (Socket socket = RawHttp.open()) {
      for (int i = 0; i < 3; i++) {
        RawHttp.write(socket, read);
        assertThat(RawHttp.answer(socket), startsWith("HTTP/1.1 503"));
      }
      neighbours.registry().releaseHeld();
      held.forEach(CompletableFuture::join);
      RawHttp.write(socket, read);
      assertThat(RawHttp.answer(socket), startsWith("HTTP/1.1 200"));
    }
  }
}

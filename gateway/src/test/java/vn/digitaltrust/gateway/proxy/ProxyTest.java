package vn.digitaltrust.gateway.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.RawHttp;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ProxyTest {
  @Neighbours.Given Neighbours neighbours;

  @BeforeEach
  void forget() {
    neighbours.registry().reset();
    neighbours.sanctions().reset();
  }

  private static RequestSpecification caller() {
    return given().auth().oauth2(Tokens.as("platform")).urlEncodingEnabled(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry", "sanctions", "alliance"})
  @DisplayName("Method, path, query and body reach the service of the path unchanged")
  void passesOn(String service) {
    caller()
        .contentType("application/json")
        .header("Idempotency-Key", "key-1")
        .body("{\"a\":1}")
        .patch("/" + service + "/v1/things/0193?q=a%20b&q=%C4%91&empty=")
        .then()
        .statusCode(200)
        .body("service", equalTo(service))
        .body("method", equalTo("PATCH"))
        .body("uri", equalTo("/" + service + "/v1/things/0193?q=a%20b&q=%C4%91&empty="))
        .body("headers.'idempotency-key'[0]", equalTo("key-1"))
        .body("headers.'content-length'[0]", equalTo("7"))
        .body("body", equalTo("{\"a\":1}"));
  }

  @Test
  @DisplayName("PROXY-4 Whence a request came is said by the gateway alone")
  void forgedOrigins() {
    caller()
        .header("X-Forwarded-For", "6.6.6.6")
        .header("X-Forwarded-Host", "evil.example")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Prefix", "/evil")
        .header("Forwarded", "for=6.6.6.6;host=evil.example")
        .header("X-Real-IP", "6.6.6.6")
        .header("X-Original-URL", "/sanctions/v1/cases")
        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .header("tracestate", "vendor=outside")
        .header("baggage", "who=somebody")
        .get("/registry/v1/kols")
        .then()
        .statusCode(200)
        .body("headers.'x-forwarded-for'", equalTo(List.of("127.0.0.1")))
        .body("headers.'x-forwarded-proto'", equalTo(List.of("http")))
        .body("headers.'x-forwarded-host'.size()", equalTo(1))
        .body("headers.'x-forwarded-host'[0]", not(equalTo("evil.example")))
        .body("headers.'x-forwarded-prefix'", nullValue())
        .body("headers.'x-real-ip'", nullValue())
        .body("headers.'x-original-url'", nullValue())
        .body("headers.traceparent", nullValue())
        .body("headers.tracestate", nullValue())
        .body("headers.baggage", nullValue())
        .body("headers.forwarded.size()", equalTo(1))
        .body("headers.forwarded[0]", not(containsString("6.6.6.6")));
  }

  @Test
  @DisplayName("GATE-5 The request id is the gateway's own, the same inside and outside")
  void requestId() {
    Response answer = caller().header("X-Request-Id", "chosen-outside").get("/registry/v1/kols");
    String outside = answer.getHeader("X-Request-Id");
    assertThat(answer.getHeaders().getValues("X-Request-Id"), hasSize(1));
    assertThat(UUID.fromString(outside).version(), equalTo(7));
    assertThat(answer.path("headers.'x-request-id'").toString(), equalTo("[" + outside + "]"));
    assertThat(caller().get("/registry/v1/kols").getHeader("X-Request-Id"), not(equalTo(outside)));
  }

  @Test
  @DisplayName("PROXY-3 Headers of one connection end here, on the way up")
  void connectionHeadersUp() {
    caller()
        .header("Connection", "X-Only-Here, keep-alive")
        .header("X-Only-Here", "1")
        .header("Keep-Alive", "timeout=5")
        .header("Proxy-Authorization", "Basic eDp5")
        .header("TE", "trailers")
        .header("Upgrade", "h2c")
        .get("/registry/v1/kols")
        .then()
        .statusCode(200)
        .body("headers.'x-only-here'", nullValue())
        .body("headers.'keep-alive'", nullValue())
        .body("headers.'proxy-authorization'", nullValue())
        .body("headers.te", nullValue())
        .body("headers.upgrade", nullValue());
  }

  @Test
  @DisplayName("PROXY-3, PROXY-4 … and on the way down; Location holds outside too")
  void headersDown() {
    caller()
        .post("/registry/v1/created")
        .then()
        .statusCode(201)
        .header("Location", "/registry/v1/things/1")
        .header("X-Internal", nullValue())
        .header("Keep-Alive", nullValue())
        .header("X-Request-Id", not(equalTo("the service's own")));
  }

  @Test
  @DisplayName("PROXY-7 Connections are not turned into something else")
  void upgrades() {
    caller()
        .header("Connection", "Upgrade")
        .header("Upgrade", "websocket")
        .header("Sec-WebSocket-Version", "13")
        .header("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
        .get("/registry/v1/kols")
        .then()
        .statusCode(200)
        .body("headers.upgrade", nullValue());
  }

  @Test
  @DisplayName("PROXY-5 A silent service is answered for with 504, and let go")
  void silence() {
    caller()
        .header("Accept-Language", "vi")
        .get("/registry/v1/silent")
        .then()
        .statusCode(504)
        .contentType("application/problem+json")
        .header("Content-Language", "vi")
        .body("type", equalTo("urn:digital-trust:problem:timeout"))
        .body("title", equalTo("Quá thời gian"))
        .body("detail", containsString("registry"));
    Patience.until("the exchange is torn down", () -> neighbours.registry().resets() > 0);
  }

  @Test
  @DisplayName("PROXY-5 A service that falls silent in its answer does not hang the caller")
  void stall() {
    assertThrows(Exception.class, () -> caller().get("/registry/v1/stalls").asString());
  }

  @Test
  @DisplayName("PROXY-5 An answer that breaks off is not passed off as a whole one")
  void breaks() {
    assertThrows(Exception.class, () -> caller().get("/registry/v1/breaks").asString());
  }

  @Test
  @DisplayName("A long-poll of a journal that ends within the time-out is passed on")
  void longPoll() {
    caller()
        .get("/registry/v1/journal?after=0&wait=20")
        .then()
        .statusCode(200)
        .header("X-Polled", "yes");
  }

  @Test
  @DisplayName("PROXY-5 A service that is down is answered for with 502, the others go on")
  void down() {
    neighbours.sanctions().stop();
    try {
      caller()
          .get("/sanctions/v1/cases")
          .then()
          .statusCode(502)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:digital-trust:problem:unavailable"))
          .body("status", equalTo(502));
      caller().get("/registry/v1/kols").then().statusCode(200);
    } finally {
      neighbours.sanctions().start();
    }
    Patience.until(
        "sanctions answers again", () -> caller().get("/sanctions/v1/cases").statusCode() == 200);
  }

  @Test
  @DisplayName("PROXY-1 The services' API documents are public, and nothing beside them")
  void documents() {
    given()
        .get("/registry/openapi")
        .then()
        .statusCode(200)
        .body("uri", equalTo("/registry/openapi"));
    given().post("/registry/openapi").then().statusCode(401);
    given().get("/registry/openapi/more").then().statusCode(401);
  }

  @Test
  @DisplayName("GATE-1 What nobody knows is 404 as a problem, also beside the services")
  void unknown() {
    for (String path :
        List.of(
            "/nothing",
            "/registry",
            "/registry/nothing",
            "/registry/v9/kols",
            "/registry/openapi/more",
            "/registryx/v1/kols",
            "/trust/v1")) {
      caller()
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("type", equalTo("urn:digital-trust:problem:not-found"));
    }
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName("GATE-1 A method that no service has is refused")
  void methods() {
    caller().request("TRACE", "/registry/v1/kols").then().statusCode(405);
    caller().request("PROPFIND", "/registry/v1/kols").then().statusCode(405);
    assertThat(neighbours.registry().received(), empty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//registry/v1/kols",
        "/registry//v1/kols",
        "/registry/v1/../v1/kols",
        "/registry/../sanctions/v1/cases",
        "/registry/v1/%2e%2e/%2e%2e/sanctions/v1/cases",
        "/registry/v1/..%2f..%2fsanctions/v1/cases",
        "/registry/v1/%2F",
        "/registry/v1/%5c",
        "/registry/v1/kols;role=registrar",
        "/registry/v1/kols%3Bx",
        "/registry/v1/kols%00",
        "/registry/v1/%252e%252e/kols",
        "/%72egistry/v1/kols",
        "/registry/v1/kols%",
        "/registry/v1/kols%zz",
        "/registry/./v1/kols",
        "/trust/../registry/v1/kols"
      })
  @DisplayName("GATE-6 A path with two readings is refused and not passed on")
  void pathTricks(String path) {
    String head = RawHttp.exchange(path, "").lines().findFirst().orElse("");
    assertThat(head, equalTo("HTTP/1.1 400 Bad Request"));
    assertThat(neighbours.registry().received(), empty());
    assertThat(neighbours.sanctions().received(), empty());
  }

  @Test
  @DisplayName("PROXY-6 A body that announces too much is refused")
  void announcedTooLarge() {
    caller()
        .contentType("application/json")
        .body(new byte[1024 * 1024 + 1])
        .post("/registry/v1/kols")
        .then()
        .statusCode(413)
        .body("type", equalTo("urn:digital-trust:problem:too-large"));
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName("Concurrent requests keep their answers apart")
  void concurrent() {
    List<String> expected =
        IntStream.range(0, 200).mapToObj(i -> "/registry/v1/things/" + i).toList();
    List<String> answered =
        expected.parallelStream().map(path -> caller().get(path).<String>path("uri")).toList();
    assertThat(answered, equalTo(expected));
  }
}

package vn.digitaltrust.gateway.proxy;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.RawHttp;
import vn.digitaltrust.journal.testing.Tokens;

/** Requests whose end two readers could see in two places never become two requests. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class FramingTest {
  @Neighbours.Given Neighbours neighbours;

  @BeforeEach
  void forget() {
    neighbours.registry().reset();
  }

  private static String post(String framing, String body) {
    return RawHttp.send(
        "POST /registry/v1/kols HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + Tokens.as("platform")
            + "\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + framing
            + "\r\n"
            + body);
  }

  @Test
  @DisplayName("Two different lengths are refused")
  void twoLengths() {
    String answer = post("Content-Length: 5\r\nContent-Length: 6\r\n", "{}{}{}");
    assertThat(answer, startsWith("HTTP/1.1 400"));
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName("A length beside chunks: one request arrives, framed anew, or none")
  void lengthAndChunks() {
    String smuggled = "0\r\n\r\nGET /registry/v1/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n";
    String answer =
        post(
            "Content-Length: " + smuggled.length() + "\r\nTransfer-Encoding: chunked\r\n",
            smuggled);
    assertThat(answer, startsWith("HTTP/1.1 400"));
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName("Chunks named in an unknown way are refused")
  void oddChunks() {
    for (String coding :
        new String[] {"xchunked", "chunked, identity", "gzip", "chunked, chunked"}) {
      assertThat(
          coding,
          post("Transfer-Encoding: " + coding + "\r\n", "0\r\n\r\n"),
          startsWith("HTTP/1.1 400"));
    }
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName(
      "A second request hidden behind the end of a body is a request of its own, judged anew")
  void hidden() {
    String answer =
        post(
            "Content-Length: 2\r\n",
            "{}GET /registry/v1/smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(answer, startsWith("HTTP/1.1 200"));
    assertThat(neighbours.registry().received(), contains("POST /registry/v1/kols"));
  }

  @Test
  @DisplayName("A length that is no number is refused")
  void oddLength() {
    for (String length : new String[] {"-1", "+2", "2,2,3", "0x2", "9999999999999999999"}) {
      assertThat(
          length, post("Content-Length: " + length + "\r\n", "{}"), startsWith("HTTP/1.1 4"));
    }
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName("A target in absolute form does not choose the service")
  void absoluteTarget() {
    assertThat(
        RawHttp.exchange("http://sanctions.internal/registry/v1/kols", ""),
        startsWith("HTTP/1.1 400"));
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName("A caller that waits for 100 Continue gets it once its token is good")
  void continues() {
    String answer = post("Expect: 100-continue\r\nContent-Length: 2\r\n", "{}");
    assertThat(
        answer, allOf(startsWith("HTTP/1.1 100 Continue\r\n"), containsString("HTTP/1.1 200 OK")));
    String refused =
        RawHttp.send(
            "POST /registry/v1/kols HTTP/1.1\r\nHost: localhost\r\nExpect: 100-continue\r\n"
                + "Content-Type: application/json\r\n"
                + "Content-Length: 2\r\nConnection: close\r\n\r\n{}");
    assertThat(refused, allOf(startsWith("HTTP/1.1 401"), not(containsString("100 Continue"))));
  }
}

package vn.digitaltrust.gateway.proxy;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.RawHttp;
import vn.digitaltrust.journal.testing.Tokens;

/** Bodies that do not end hold nothing for longer than they may. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class UnendedTest {
  private static final String CHUNK = "1\r\nx\r\n";

  private final List<Socket> sockets = new ArrayList<>();

  @Neighbours.Given Neighbours neighbours;

  @BeforeEach
  void forget() {
    neighbours.registry().reset();
  }

  private static String head(String path) {
    return head(path, "platform");
  }

  private static String head(String path, String client) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + Tokens.as(client)
        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
  }

  @Test
  @DisplayName("PROXY-1 A body where nobody had to show a token is refused")
  void bodyOfTheDocument() {
    String request = "GET /registry/openapi HTTP/1.1\r\nHost: localhost\r\n";
    assertThat(
        RawHttp.send(request + "Transfer-Encoding: chunked\r\n\r\n" + CHUNK),
        startsWith("HTTP/1.1 400"));
    assertThat(
        RawHttp.send(request + "Connection: close\r\nContent-Length: 5\r\n\r\nhello"),
        containsString("urn:digital-trust:problem:malformed-request"));
    assertThat(neighbours.registry().received(), empty());
  }

  @Test
  @DisplayName("PROXY-5, GATE-7 A body that goes on after the answer holds neither side")
  void answeredEarly() throws Exception {
    try (Socket socket = RawHttp.open()) {
      RawHttp.write(socket, head("/registry/v1/early") + CHUNK);
      String answer = RawHttp.rest(socket);
      assertThat(answer, containsString("not waiting for the rest"));
      assertThat(answer.toLowerCase(), containsString("\r\nconnection: close\r\n"));
    }
    Patience.until("the service is let go", () -> neighbours.registry().resets() > 0);
  }

  @Test
  @DisplayName("PROXY-5 A body that comes byte by byte is refused in the end")
  void drips() throws Exception {
    try (Socket socket = RawHttp.open()) {
      RawHttp.write(socket, head("/registry/v1/upload"));
      Thread dripping =
          new Thread(
              () -> {
                try {
                  RawHttp.drip(socket, CHUNK, 100);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      dripping.start();
      byte[] first = socket.getInputStream().readNBytes(12);
      assertThat(new String(first), equalTo("HTTP/1.1 408"));
      dripping.join();
    }
    Patience.until("the service is let go", () -> neighbours.registry().resets() > 0);
  }

  @Test
  @DisplayName("PROXY-5, PROXY-9 A caller who sends nothing more is late, and not the service")
  void silentCaller() throws Exception {
    for (int i = 0; i < 12; i++) {
      String client = i % 2 == 0 ? "business" : "press"; // neither has more than its share
      sockets.add(RawHttp.open());
      RawHttp.write(sockets.get(i), head("/registry/v1/upload", client) + CHUNK);
    }
    for (Socket socket : sockets) {
      assertThat(RawHttp.rest(socket), startsWith("HTTP/1.1 408"));
      socket.close();
    }
    assertThat(RawHttp.exchange("/registry/v1/kols", ""), startsWith("HTTP/1.1 200"));
  }

  @Test
  @DisplayName("GATE-7 What is left of a refused body is not taken in for ever")
  void refusedAndGoingOn() throws Exception {
    String chunk = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    String answer = RawHttp.send(head("/registry/v1/upload") + chunk.repeat(20));
    assertThat(answer, startsWith("HTTP/1.1 413"));
    assertThat(answer.toLowerCase(), containsString("\r\nconnection: close\r\n"));
  }

  @Test
  @DisplayName("GATE-7 A batch that is refused at its first byte tells that the connection ends")
  void batchRefusedEarly() {
    String request =
        "POST /trust/v1/checks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + Tokens.as("platform")
            + "\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\nno JSON";
    String answer = RawHttp.send(request);
    assertThat(answer, startsWith("HTTP/1.1 400"));
    assertThat(answer.toLowerCase(), containsString("\r\nconnection: close\r\n"));
  }

  @Test
  @DisplayName("GATE-8 HTTP/1.0 is refused with the words that help")
  void oldProtocol() {
    String answer =
        RawHttp.send(
            "GET /registry/v1/kols HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer "
                + Tokens.as("platform")
                + "\r\n\r\n");
    assertThat(answer.substring(8), startsWith(" 505"));
    assertThat(answer, containsString("proxy_http_version 1.1"));
    assertThat(neighbours.registry().received(), empty());
  }
}

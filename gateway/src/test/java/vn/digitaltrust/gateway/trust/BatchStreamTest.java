package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.RawHttp;
import vn.digitaltrust.journal.testing.Tokens;

/** GW-16: a batch of lines is answered while it comes in, over a connection held by hand. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class BatchStreamTest {
  @TestHTTPResource URI gateway;

  @Inject Batch batch;

  @ConfigProperty(name = "trust.lines-per-client")
  int linesPerClient;

  /** A request whose body is written chunk by chunk. */
  private final class Conversation implements AutoCloseable {
    private final Socket socket = new Socket("localhost", gateway.getPort());
    private final OutputStream out = socket.getOutputStream();
    private final BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

    private Conversation() throws IOException {
      this("application/x-ndjson");
    }

    private Conversation(String type) throws IOException {
      socket.setSoTimeout(15_000);
      write(
          "POST /trust/v1/checks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
              + Tokens.as("business")
              + "\r\nContent-Type: "
              + type
              + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    }

    private void write(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    private void chunk(String text) throws IOException {
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      write(Integer.toHexString(length) + "\r\n" + text + "\r\n");
    }

    /** The next line that is a result, without the lines of the framing. */
    private String result() throws IOException {
      String line = in.readLine();
      while (line != null && !line.startsWith("{")) {
        line = in.readLine();
      }
      return line;
    }

    private String status() throws IOException {
      return in.readLine();
    }

    private String head() throws IOException {
      String status = in.readLine();
      for (String line = status; !line.isEmpty(); line = in.readLine()) {
        if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-type")) {
          assertThat(line, containsString("application/x-ndjson"));
        }
      }
      return status;
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  @DisplayName("GW-16 Each line is answered before the next one is sent")
  void lineByLine() throws IOException {
    try (Conversation talk = new Conversation()) {
      talk.chunk("{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}\n");
      assertThat(talk.head(), startsWith("HTTP/1.1 200"));
      assertThat(talk.result(), startsWith("{\"item\":1,\"status\":200,"));
      talk.chunk("{\"platform\":\"TIKTOK\",\"han");
      talk.chunk("dle\":\"dt.nobody\"}\n\n  \n{\"no\":1}\n");
      assertThat(talk.result(), startsWith("{\"item\":2,\"status\":200,"));
      assertThat(
          "the number of the line", talk.result(), startsWith("{\"item\":5,\"status\":400,"));
      talk.chunk("nonsense\n");
      assertThat(talk.result(), startsWith("{\"item\":6,\"status\":400,"));
      talk.chunk("{\"url\":\"https://youtu.be/x\"}");
      talk.write("0\r\n\r\n");
      assertThat(talk.result(), startsWith("{\"item\":7,\"status\":400,"));
      assertThat(talk.in.readLine(), equalTo(""));
      assertThat(talk.in.readLine(), equalTo("0"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-ndjson", "application/json"})
  @DisplayName("GATE-16 Who waits to be told to send a batch is told at once")
  void goOn(String type) throws IOException {
    String check = "{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}";
    String body = type.endsWith("ndjson") ? check + "\n" : "{\"checks\":[" + check + "]}";
    try (Socket socket = RawHttp.open()) {
      RawHttp.write(
          socket,
          "POST /trust/v1/checks HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + "Authorization: Bearer %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n"
                  .formatted(Tokens.as("business"), type, body.length())
              + "Expect: 100-continue\r\n\r\n");
      byte[] first = socket.getInputStream().readNBytes("HTTP/1.1 100".length());
      assertThat(new String(first, StandardCharsets.UTF_8), equalTo("HTTP/1.1 100"));
      RawHttp.write(socket, body);
      assertThat(RawHttp.rest(socket), containsString("\"item\":1,\"status\":200"));
    }
  }

  @Test
  @DisplayName("GW-16 A line without an end is not held: it fails alone, and the next is read")
  void overlong() throws IOException {
    try (Conversation talk = new Conversation()) {
      for (int i = 0; i < 100; i++) {
        talk.chunk("x".repeat(4_096));
      }
      talk.chunk("\n{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}\n");
      assertThat(talk.head(), startsWith("HTTP/1.1 200"));
      assertThat(talk.result(), startsWith("{\"item\":1,\"status\":400,"));
      assertThat(talk.result(), startsWith("{\"item\":2,\"status\":200,"));
    }
  }

  @Test
  @DisplayName("GW-16 One check too many ends the reading of JSON, whatever would come after it")
  void tooManyInJson() throws IOException {
    try (Conversation talk = new Conversation("application/json")) {
      talk.chunk("{\"checks\":[" + "{},".repeat(10_000) + "{");
      assertThat(talk.status(), startsWith("HTTP/1.1 400"));
    }
  }

  @Test
  @DisplayName("GW-16 A body that grows too large ends the reading of JSON, however few its checks")
  void tooLargeInJson() throws IOException {
    try (Conversation talk = new Conversation("application/json")) {
      talk.chunk("{\"checks\":[{\"colour\":[");
      for (int i = 0; i < 64; i++) {
        talk.chunk("{},".repeat(22_000));
      }
      assertThat(talk.status(), startsWith("HTTP/1.1 413"));
    }
  }

  @Test
  @DisplayName(
      "GW-16 Lines that grow too large are ended with a line that says so, even blank ones")
  void tooLargeInLines() throws IOException {
    for (String line : new String[] {" \n", "x"}) {
      try (Conversation talk = new Conversation()) {
        talk.chunk("{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}\n");
        assertThat(talk.head(), startsWith("HTTP/1.1 200"));
        assertThat(talk.result(), startsWith("{\"item\":1,\"status\":200,"));
        for (int i = 0; i < 65; i++) {
          talk.chunk(line.repeat(65_536 / line.length()));
        }
        String last = talk.result();
        assertThat(last, containsString("\"status\":413,"));
        assertThat(last, containsString("4 MiB"));
      }
    }
  }

  @Test
  @DisplayName("GW-16 The connection of a batch in JSON lives on when it was answered")
  void livesOn() throws IOException {
    try (Conversation talk = new Conversation("application/json")) {
      talk.chunk("{\"checks\":[{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}]}");
      talk.write("0\r\n\r\n");
      assertThat(talk.status(), startsWith("HTTP/1.1 200"));
      // Longer than what is left of a body is waited for.
      talk.socket.setSoTimeout(3_000);
      assertThrows(
          SocketTimeoutException.class,
          () -> {
            while (talk.in.read() >= 0) {}
            fail("the connection was ended");
          });
    }
  }

  private static Response post() {
    return given()
        .auth()
        .oauth2(Tokens.as("business"))
        .contentType("application/json")
        .body("{\"checks\":[{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}]}")
        .post("/trust/v1/checks");
  }

  @Test
  @DisplayName("GW-16 Lines that come too slowly are refused, in words and whatever has come")
  void slowLines() throws Exception {
    try (Conversation talk = new Conversation();
        Conversation begun = new Conversation()) {
      begun.chunk("{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}\n");
      Thread dripping = drip(talk, begun);
      assertThat(talk.status(), startsWith("HTTP/1.1 408"));
      assertThat(begun.head(), startsWith("HTTP/1.1 200"));
      assertThat(begun.result(), startsWith("{\"item\":1,\"status\":200,"));
      assertThat(begun.result(), startsWith("{\"item\":2,\"status\":408,"));
      dripping.interrupt();
      dripping.join();
    }
  }

  @Test
  @DisplayName("GW-16 A batch in JSON that comes too slowly is refused, and its seat is free")
  void slowJson() throws Exception {
    try (Conversation talk = new Conversation("application/json")) {
      talk.chunk("{\"checks\":[");
      Thread dripping = drip(talk);
      assertThat(talk.status(), startsWith("HTTP/1.1 408"));
      dripping.interrupt();
      dripping.join();
    }
    Patience.until("all seats are free", () -> batch.seats().taken() == 0);
  }

  private static Thread drip(Conversation... talks) {
    Thread dripping =
        new Thread(
            () -> {
              try {
                while (true) {
                  for (Conversation talk : talks) {
                    talk.chunk(" ");
                  }
                  Thread.sleep(100);
                }
              } catch (IOException | InterruptedException over) {
                // the gateway has ended one of them, or the test is done
              }
            });
    dripping.start();
    return dripping;
  }

  @Test
  @DisplayName("ACCESS-4 One client does not take all the places of lines, nor the seats")
  void shares() throws IOException {
    List<Conversation> talks = new ArrayList<>();
    try {
      for (String type : new String[] {"application/x-ndjson", "application/json"}) {
        int most = type.endsWith("ndjson") ? linesPerClient : Batch.SEATS_EACH;
        for (int i = 0; i < most; i++) {
          talks.add(new Conversation(type));
        }
      }
      Patience.until("lines are refused", () -> lines("business") == 503);
      Patience.until("JSON is refused", () -> post().statusCode() == 503);
      assertThat("lines of another", lines("platform"), equalTo(200));
    } finally {
      for (Conversation talk : talks) {
        talk.close();
      }
    }
    Patience.until("lines are taken again", () -> lines("business") == 200);
    Patience.until("JSON is taken again", () -> post().statusCode() == 200);
  }

  private static int lines(String role) {
    return given()
        .auth()
        .oauth2(Tokens.as(role))
        .header("Content-Type", "application/x-ndjson; charset=UTF-8")
        .body(
            "{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}\n".getBytes(StandardCharsets.UTF_8))
        .post("/trust/v1/checks")
        .statusCode();
  }

  @Test
  @DisplayName("A caller that goes away in the middle leaves nothing behind")
  void goneAway() throws IOException {
    try (Conversation talk = new Conversation()) {
      talk.chunk("{\"platform\":\"TIKTOK\",\"handle\":\"dt.nobody\"}\n");
      assertThat(talk.head(), startsWith("HTTP/1.1 200"));
    }
    lineByLine();
  }
}

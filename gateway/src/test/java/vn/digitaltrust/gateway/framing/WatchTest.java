package vn.digitaltrust.gateway.framing;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Patience;

/**
 * FRAME-n over raw sockets: what reaches an HTTP server of this process, in front of which Netty
 * has put the judge of framing.
 */
class WatchTest {
  private static final String HOST = "Host: localhost\r\n";
  private static final String LAST = HOST + "Connection: close\r\n";
  private static final Vertx VERTX = Vertx.vertx();
  private static final Queue<String> WHOLE = new ConcurrentLinkedQueue<>();
  private static final Queue<Throwable> BROKEN = new ConcurrentLinkedQueue<>();
  private static int port;

  @BeforeAll
  static void start() {
    HttpServer server =
        VERTX
            .createHttpServer(
                new HttpServerOptions().setHttp2ClearTextEnabled(false).setMaxHeaderSize(1 << 18))
            .requestHandler(WatchTest::answer);
    port = server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
  }

  @AfterAll
  static void stop() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @BeforeEach
  void forget() {
    WHOLE.clear();
    BROKEN.clear();
  }

  private static void answer(HttpServerRequest request) {
    request.exceptionHandler(BROKEN::add);
    if (request.path().equals("/told")) {
      BrokenBody.ifBroken(
          request,
          () ->
              request
                  .response()
                  .setStatusCode(400)
                  .end("told")
                  .onComplete(x -> request.connection().close()));
    }
    request
        .body()
        .onSuccess(
            body -> {
              WHOLE.add(request.method() + " " + request.uri() + " " + body);
              request.response().end("ok");
            });
  }

  private static String send(String... parts) throws IOException {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(15_000);
      for (String part : parts) {
        socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static final String MANY =
      "GET /a HTTP/1.1\r\n"
          + HOST
          + "\r\nPOST /b HTTP/1.1\r\n"
          + HOST
          + "Content-Length: 5\r\n\r\nhelloPOST /c HTTP/1.1\r\n"
          + HOST
          + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0000A\r\n0123456789\r\n0\r\n\r\n"
          + "POST /d HTTP/1.1\r\nContent-Length: 0\r\n"
          + LAST
          + "\r\n";

  @Test
  @DisplayName("What is framed well passes as it is, however it is cut into pieces")
  void passes() throws IOException {
    List<String> expected =
        List.of("GET /a ", "POST /b hello", "POST /c abc0123456789", "POST /d ");
    send(MANY);
    assertEquals(expected, List.copyOf(WHOLE));
    for (int size : new int[] {1, 2, 3, 7, 50}) {
      WHOLE.clear();
      send(MANY.split("(?s)(?<=\\G.{" + size + "})"));
      assertEquals(expected, List.copyOf(WHOLE), "in pieces of " + size);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X: a\r\n b\r\n",
        "X: a\r\n\tb\r\n",
        " X: a\r\n",
        "X: a\r\n Content-Length: 4\r\n"
      })
  @DisplayName("FRAME-1 A header that goes on in the next line is refused")
  void folded(String header) throws IOException {
    send("GET /a HTTP/1.1\r\n" + HOST + header + "\r\n");
    assertEquals(List.of("REFUSED /folded "), List.copyOf(WHOLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /a HTTP/1.1\r\nX : a\r\n\r\n",
        "GET /a HTTP/1.1\r\nX: a\nY: b\r\n\r\n",
        "GET /a HTTP/1.1\r\nX: a\rY: b\r\n\r\n",
        "GET /a HTTP/1.1\r\nX: a\u0000\r\n\r\n",
        "GET /a HTTP/1.1\r\nX: a\u0001b\r\n\r\n",
        "GET /a HTTP/1.1\r\nX: a\u007f\r\n\r\n",
        "GET /a HTTP/1.1\r\nX: a\r\r\n\r\n",
        "GET /a HTTP/1.1\r\nX: a\n\r\n\r\n",
        "GET /a HTTP/1.1\r\nX: a\r\n\r\r\n\r\n",
        "GET /a\u0000 HTTP/1.1\r\nX: a\r\n\r\n",
        "GET /a\rb HTTP/1.1\r\nX: a\r\n\r\n",
        "GET /a HTTP/1.1\r\nno colon\r\n\r\n",
        "GET /a HTTP/1.1\r\n: nameless\r\n\r\n",
        "GET  /a HTTP/1.1\r\n\r\n",
        "GET /a b HTTP/1.1\r\n\r\n",
        "GET /a\tHTTP/1.1\r\n\r\n",
        "GET /a HTTP/1.1 \r\n\r\n",
        "GET /a http/1.1\r\n\r\n",
        "GET /a HTTP/2.0\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET /a\r\n\r\n",
        "\r\n\r\n",
        "nonsense\r\n\r\n"
      })
  @DisplayName("FRAME-1 A head that is not well formed is refused")
  void malformed(String head) throws IOException {
    send(head);
    assertEquals(List.of("REFUSED /head "), List.copyOf(WHOLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\ncontent-length: 3\r\n",
        "Content-Length: 3\r\nContent-Length: 3\r\n",
        "Content-Length: 3, 3\r\n",
        "Content-Length: +3\r\n",
        "Content-Length: -3\r\n",
        "Content-Length:\r\n",
        "Content-Length: 9999999999999999999\r\n",
        "Transfer-Encoding: gzip, chunked\r\n",
        "Transfer-Encoding: xchunked\r\n",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding:\r\n"
      })
  @DisplayName("FRAME-2 A length that is told twice or oddly is refused")
  void lengths(String headers) throws IOException {
    send("POST /a HTTP/1.1\r\n" + HOST + headers + "\r\nabc");
    assertEquals(List.of("REFUSED /length "), List.copyOf(WHOLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3;x=y\r\nabc\r\n0\r\n\r\n",
        "3 \r\nabc\r\n0\r\n\r\n",
        "3\nabc\n0\n\n",
        "0x3\r\nabc\r\n0\r\n\r\n",
        "-3\r\n",
        "fffffffff\r\n",
        "\r\n",
        "3;"
      })
  @DisplayName("FRAME-3 A chunk with more than a size is refused")
  void extensions(String body) throws IOException {
    send("POST /a HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + body);
    assertEquals(List.of("REFUSED /chunks "), List.copyOf(WHOLE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3\r\nabc\r\n3;x=y\r\nabc\r\n0\r\n\r\n",
        "3\r\nabcd\r\n0\r\n\r\n",
        "3\r\nabc\r\n0;x\r\n\r\n",
        "3\r\nabc\r\n0\r\nTrailer: x\r\n\r\n"
      })
  @DisplayName(
      "FRAME-3 What turns out wrong later ends the connection, where nobody says what to do")
  void wrongLater(String body) throws IOException {
    String answer =
        send("POST /a HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n\r\n" + body);
    assertEquals("", answer);
    Patience.until("the server notices", () -> !BROKEN.isEmpty());
    assertEquals(List.of(), List.copyOf(WHOLE));
  }

  @Test
  @DisplayName("FRAME-3 What turns out wrong later is told to who asked for it, once")
  void wrongLaterTold() throws IOException {
    String answer =
        send(
            "POST /told HTTP/1.1\r\n" + LAST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
            "3;x=y\r\nabc\r\n3;x=y\r\nabc\r\n0\r\n\r\n");
    assertThat(answer, allOf(startsWith("HTTP/1.1 400"), endsWith("told")));
    assertEquals(List.of(), List.copyOf(WHOLE));
  }

  @Test
  @DisplayName("A refusal waits for the answers before it, and nothing after it counts")
  void inOrder() throws IOException {
    send(
        "GET /a HTTP/1.1\r\n"
            + HOST
            + "\r\nGET /b HTTP/1.1\r\nX : y\r\n\r\nGET /c HTTP/1.1\r\n\r\n");
    assertEquals(List.of("GET /a ", "REFUSED /head "), List.copyOf(WHOLE));
  }

  @Test
  @DisplayName("FRAME-4 A head that grows too long is refused")
  void tooLong() throws IOException {
    send("GET /a HTTP/1.1\r\nX: " + "x".repeat(FramingHandler.LONGEST_HEAD) + "\r\n\r\n");
    assertEquals(List.of("REFUSED /long "), List.copyOf(WHOLE));
  }

  @Test
  @DisplayName("FRAME-4 A head that comes byte by byte is refused in the end")
  void slow() {
    EmbeddedChannel channel = new EmbeddedChannel(new FramingHandler(false));
    channel.freezeTime();
    for (String part : new String[] {"GET /a HT", "TP/1.1\r\n", "X: y\r\n"}) {
      channel.writeInbound(Unpooled.copiedBuffer(part, StandardCharsets.ISO_8859_1));
      channel.advanceTimeBy(4, TimeUnit.SECONDS);
      channel.runScheduledPendingTasks();
    }
    ByteBuf refusal = channel.readInbound();
    assertTrue(refusal.toString(StandardCharsets.ISO_8859_1).startsWith("REFUSED /slow HTTP/1.1"));
    refusal.release();
    channel.writeInbound(Unpooled.copiedBuffer("\r\n", StandardCharsets.ISO_8859_1));
    assertNull(channel.readInbound(), "nothing after it counts");
    channel.finishAndReleaseAll();
  }

  @Test
  @DisplayName("FRAME-4 A head in time is not held against the next")
  void inTime() {
    EmbeddedChannel channel = new EmbeddedChannel(new FramingHandler(false));
    channel.freezeTime();
    for (String part :
        new String[] {"GET /a HTTP/1.1\r\n", "\r\n", "GET /b HTTP/1.1\r\n", "\r\n"}) {
      channel.writeInbound(Unpooled.copiedBuffer(part, StandardCharsets.ISO_8859_1));
      channel.advanceTimeBy(6, TimeUnit.SECONDS);
      channel.runScheduledPendingTasks();
    }
    for (String expected : new String[] {"GET /a HTTP/1.1\r\n\r\n", "GET /b HTTP/1.1\r\n\r\n"}) {
      ByteBuf passed = channel.readInbound();
      assertEquals(expected, passed.toString(StandardCharsets.ISO_8859_1));
      passed.release();
    }
    channel.finishAndReleaseAll();
  }
}

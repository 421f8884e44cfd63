package vn.digitaltrust.gateway.door;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbour;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.journal.testing.Tokens;

/** GATE-13, with a client that decodes nothing by itself. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CodingTest {
  private static final String CHECK = "/trust/v1/accounts?platform=TIKTOK&handle=nobody";
  private static final String LINE = "{\"platform\":\"TIKTOK\",\"handle\":\"nobody\"}\n";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TestHTTPResource URI gateway;

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(gateway.resolve(path))
        .header("Authorization", "Bearer " + Tokens.as("platform"));
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofByteArray());
  }

  private static String decoded(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.headers().firstValue("Content-Encoding"), equalTo(Optional.of("gzip")));
    assertThat(answer.headers().allValues("Vary"), hasItems("accept-encoding"));
    return new String(
        new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
        StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHECK,
        "/trust/v1/accounts?nothing",
        "/registry/v1/kols",
        "/registry/v1/none",
        "/openapi"
      })
  @DisplayName(
      "GATE-13 Whoever accepts gzip gets it: checks, problems, what is passed on, documents")
  void coded(String path) throws Exception {
    Patience.until("the index is loaded", () -> plainly(CHECK).statusCode() == 200);
    HttpResponse<byte[]> plain = plainly(path);
    HttpResponse<byte[]> coded = send(request(path).header("Accept-Encoding", "gzip").build());
    assertThat(coded.statusCode(), equalTo(plain.statusCode()));
    String begin = new String(plain.body(), 0, 12, StandardCharsets.UTF_8);
    assertThat(decoded(coded), startsWith(begin));
  }

  private HttpResponse<byte[]> plainly(String path) {
    try {
      return send(request(path).build());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {CHECK, "/registry/v1/kols", "/trust/v1/accounts?nothing"})
  @DisplayName("GATE-13 Who does not ask gets the answer as it is, and caches hear that others do")
  void uncoded(String path) {
    HttpResponse<byte[]> plain = plainly(path);
    assertThat(plain.headers().firstValue("Content-Encoding"), equalTo(Optional.empty()));
    assertThat(new String(plain.body(), StandardCharsets.UTF_8), startsWith("{"));
    assertThat(plain.headers().allValues("Vary"), hasItems("accept-encoding"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-|\"7\"",
        "gzip|\"7-gzip\"",
        "GZip|\"7\"",
        "br, gzip;q=0.5|\"7-gzip\"",
        "*|\"7-gzip\"",
        "deflate, *|\"7-gzip\"",
        "gzip;q=1.0, deflate|\"7-gzip\"",
        "gzip;q=0.4, deflate;q=0.5|\"7\"",
        "gzip;q=0|\"7\"",
        "gzip;q=0, *|\"7\"",
        "gzip;q=x|\"7\"",
        "*;q=0|\"7\"",
        "identity|\"7\"",
        "deflate|\"7\"",
        "br|\"7\"",
        "x-gzip|\"7\"",
        "ungzip|\"7\""
      })
  @DisplayName("GATE-18 One strong tag never stands for two codings")
  void tags(String accepted, String tag) throws Exception {
    HttpRequest.Builder request = request("/registry/v1/tagged");
    if (accepted != null) {
      request.header("Accept-Encoding", accepted);
    }
    HttpResponse<byte[]> answer = send(request.build());
    boolean coded = answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
    assertThat(answer.headers().firstValue("ETag").orElseThrow(), equalTo(tag));
    assertThat(coded, equalTo(tag.endsWith("-gzip\"")));
    assertThat(answer.body()[0] == '{', equalTo(!coded));
  }

  @Test
  @DisplayName("GATE-18 A tag that a caller got with a coding holds in If-Match as the plain one")
  void tagsSentBack() throws Exception {
    HttpResponse<byte[]> answer =
        send(
            request("/registry/v1/tagged")
                .header("If-Match", "\"6-gzip\", \"7-gzip\", W/\"8-gzip\", \"9\"")
                .header("If-None-Match", "\"7-gzip\"")
                .build());
    String seen = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(seen, containsString("[\"\\\"6\\\", \\\"7\\\", W/\\\"8\\\", \\\"9\\\"\"]"));
    assertThat(seen, containsString("\"if-none-match\":[\"\\\"7\\\"\"]"));
  }

  @Test
  @DisplayName("GATE-13 What a service has coded passes as it is")
  void codedByTheService() throws Exception {
    HttpResponse<byte[]> answer =
        send(request("/registry/v1/coded").header("Accept-Encoding", "gzip").build());
    assertThat(answer.headers().allValues("Content-Encoding"), equalTo(List.of("gzip")));
    assertThat(answer.headers().allValues("Vary"), hasItems("accept-encoding", "Accept-Language"));
    assertThat(answer.body(), equalTo(Neighbour.coded()));
  }

  @Test
  @DisplayName("GATE-13, GW-16 Lines are told one by one in gzip, too")
  void lineByLine() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      HttpClientRequest request =
          joined(
              vertx
                  .createHttpClient()
                  .request(HttpMethod.POST, gateway.getPort(), "localhost", "/trust/v1/checks"));
      request
          .setChunked(true)
          .putHeader("Authorization", "Bearer " + Tokens.as("platform"))
          .putHeader("Accept-Encoding", "gzip")
          .putHeader("Content-Type", "application/x-ndjson")
          .write(LINE);
      PipedOutputStream coded = new PipedOutputStream();
      PipedInputStream taken = new PipedInputStream(coded);
      HttpClientResponse answer =
          joined(
              request
                  .response()
                  .onSuccess(it -> it.handler(chunk -> pass(chunk.getBytes(), coded))));
      assertThat(answer.getHeader("Content-Encoding"), equalTo("gzip"));
      GZIPInputStream lines = new GZIPInputStream(taken);
      assertThat(line(lines), startsWith("{\"item\":1,"));
      request.write(LINE);
      assertThat(line(lines), startsWith("{\"item\":2,"));
    } finally {
      joined(vertx.close());
    }
  }

  /** Byte by byte: a reader would wait for more than there is. */
  private static String line(GZIPInputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static <T> T joined(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private static void pass(byte[] bytes, PipedOutputStream out) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("GATE-13, GW-16 A batch in JSON, too")
  void batch() throws Exception {
    String body = "{\"checks\":[" + LINE.strip() + "]}";
    HttpResponse<byte[]> answer =
        send(
            request("/trust/v1/checks")
                .header("Accept-Encoding", "gzip")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    assertThat(decoded(answer), containsString("\"item\":1,"));
  }
}

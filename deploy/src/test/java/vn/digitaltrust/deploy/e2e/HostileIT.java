package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/**
 * Bytes that two readers could read differently, said with a good token to the gateway as it runs:
 * they are refused in words, and no service hears of any of it.
 */
@ExtendWith(RunningSuite.Extension.class)
class HostileIT {
  private static final int PATIENCE_MILLIS = 20_000;

  private final RunningSuite suite;
  private Map<Part, Double> heard;

  HostileIT(RunningSuite suite) {
    this.suite = suite;
  }

  @BeforeEach
  void listen() {
    heard = posts();
  }

  @AfterEach
  void nothing_was_passed_on() {
    assertEquals(heard, posts(), "a service has heard of it");
  }

  /**
   * How many of the requests below have reached each service, refused there or not. One that was
   * torn down on its way has not.
   */
  private Map<Part, Double> posts() {
    return Part.services().stream().collect(Collectors.toMap(part -> part, this::posts));
  }

  private double posts(Part service) {
    return Http.get(URI.create(suite.settings().origin(service) + "/q/metrics"))
        .send()
        .orThrow("metrics of " + service)
        .body()
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
        .filter(line -> line.contains("method=\"POST\"") && !line.contains("status=\"RESET\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private String post(String target, String headers, String body) throws IOException {
    return say(head(target, "application/json", headers) + body);
  }

  private String head(String target, String type, String headers) {
    return "POST "
        + target
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        + type
        + "\r\nAuthorization: Bearer "
        + suite.tokens().of("registrar-mai")
        + "\r\n"
        + headers
        + "\r\n";
  }

  private String say(String bytes) throws IOException {
    try (Socket socket = open()) {
      write(socket, bytes);
      return rest(socket);
    }
  }

  private Socket open() throws IOException {
    Socket socket = new Socket("localhost", suite.settings().port(Part.GATEWAY));
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static void write(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void isRefused(int status, String slug, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("urn:digital-trust:problem:" + slug), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n",
        "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n",
        "Content-Length: 2\r\nContent-Length: 2\r\n",
        "Content-Length: 2\r\nContent-Length: 3\r\n",
        "Content-Length: +2\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Content-Length: 2\r\nX-Folded: a\r\n b\r\n",
        "X-Folded: a\r\n\tContent-Length: 2\r\n",
        "Content-Length: 2\r\nX-Spaced : a\r\n",
        "X-Bare: a\nContent-Length: 2\r\n"
      })
  void a_length_told_twice_or_oddly_and_a_folded_header_are_refused(String headers)
      throws IOException {
    isRefused(400, "malformed-request", post("/registry/v1/kols", headers, "{}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2;name=value\r\n{}\r\n0\r\n\r\n",
        "2;\r\n{}\r\n0\r\n\r\n",
        "2 \r\n{}\r\n0\r\n\r\n",
        "2\n{}\n0\n\n"
      })
  void a_chunk_with_an_extension_is_refused(String body) throws IOException {
    isRefused(
        400,
        "malformed-request",
        post("/registry/v1/kols", "Transfer-Encoding: chunked\r\n", body));
  }

  @ParameterizedTest
  @CsvSource({"/trust/v1/checks, application/json", "/trust/v1/checks, application/x-ndjson"})
  void a_chunk_with_an_extension_is_refused_after_others(String target, String type)
      throws Exception {
    try (Socket socket = open()) {
      write(socket, head(target, type, "Transfer-Encoding: chunked\r\n") + "1\r\n{\r\n");
      // So that it goes on its way, instead of being judged with what follows.
      TimeUnit.MILLISECONDS.sleep(200);
      write(socket, "1;name=value\r\n}\r\n0\r\n\r\n");
      isRefused(400, "malformed-request", rest(socket));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/trust/v1/checks, application/json",
    "/trust/v1/checks, application/x-ndjson",
    "/registry/v1/kols, application/json"
  })
  void trailers_are_refused_also_if_all_comes_in_one_packet(String target, String type)
      throws IOException {
    String body = "{\"checks\":[{\"registrationNumber\":\"KOL-100000020\"}]}";
    String answer =
        say(
            head(target, type, "Transfer-Encoding: chunked\r\n")
                + "%x\r\n%s\r\n0\r\nX: y\r\n\r\n".formatted(body.length(), body));
    isRefused(400, "malformed-request", answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//registry/v1/kols",
        "/registry//v1/kols",
        "/registry/v1/../v1/kols",
        "/sanctions/v1/../../registry/v1/kols",
        "/sanctions/v1/%2e%2e/%2e%2e/registry/v1/kols",
        "/sanctions/v1/..%2f..%2fregistry/v1/kols",
        "/sanctions%2f..%2fregistry/v1/kols",
        "/registry%2fv1/kols",
        "/%72egistry/v1/kols",
        "/registry/v1/kols;role=registrar",
        "/registry/v1/kols%3brole=registrar",
        "/registry/v1/%5c..%5ckols",
        "/registry/v1/kols%00"
      })
  void a_path_with_two_readings_is_refused(String path) throws IOException {
    isRefused(400, "malformed-request", post(path, "Content-Length: 2\r\n", "{}"));
  }

  /** Without this, a count that never moves would prove nothing above. */
  @Test
  void what_is_passed_on_is_heard() throws IOException {
    Map<Part, Double> before = posts();
    for (String path :
        List.of("/registry/v1/kols", "/sanctions/v1/cases", "/alliance/v1/memberships")) {
      post(path, "Content-Length: 2\r\n", "{}");
    }
    heard = posts();
    before.forEach((service, posts) -> assertEquals(posts + 1, heard.get(service), service + ""));
  }

  @Test
  void a_thousand_headers_are_refused() throws IOException {
    String many =
        IntStream.range(0, 1_000).mapToObj(i -> "X-" + i + ": v\r\n").collect(Collectors.joining());
    String answer = post("/registry/v1/kols", many + "Content-Length: 2\r\n", "{}");
    assertTrue(answer.startsWith("HTTP/1.1 431 "), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
  }

  @Test
  void a_head_that_never_ends_is_refused() throws IOException {
    String answer = say("POST /registry/v1/kols HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
    assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
  }

  @Test
  void a_second_request_behind_a_refused_one_is_not_read() throws IOException {
    String hidden =
        "0\r\n\r\nPOST /registry/v1/kols HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
            + suite.tokens().of("registrar-mai")
            + "\r\nContent-Length: 2\r\n\r\n{}";
    String answer =
        post(
            "/registry/v1/kols",
            "Content-Length: " + hidden.length() + "\r\nTransfer-Encoding: chunked\r\n",
            hidden);
    isRefused(400, "malformed-request", answer);
    assertEquals(1, answer.split("HTTP/1.1 ", -1).length - 1, "one answer");
  }
}

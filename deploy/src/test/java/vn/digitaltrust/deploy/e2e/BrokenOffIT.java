package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/** Bodies that turn out wrong when a service has had their beginning. */
@ExtendWith(RunningSuite.Extension.class)
class BrokenOffIT {
  private static final int PATIENCE_MILLIS = 20_000;

  private final RunningSuite suite;

  BrokenOffIT(RunningSuite suite) {
    this.suite = suite;
  }

  @ParameterizedTest
  @CsvSource({
    "REGISTRY, /registry/v1/kols, registrar-mai",
    "SANCTIONS, /sanctions/v1/reports, platform-one",
    "ALLIANCE, /alliance/v1/memberships, platform-one"
  })
  void the_caller_is_told_and_the_service_has_not_failed(Part part, String path, String person)
      throws IOException, InterruptedException {
    // The first token that a part verifies takes it longer than the pause below.
    suite.api().peek(person, "/%s/v1/journal?limit=1".formatted(part.shortName())).orThrow(path);
    double failures = count(part, "status=\"500\"");
    double begun = count(part, "method=\"POST\"");
    String answer;
    try (Socket socket = new Socket("localhost", suite.settings().port(Part.GATEWAY))) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      write(
          socket,
          "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"
              .formatted(path, suite.tokens().of(person)));
      // So that it goes on its way, instead of being judged with what follows.
      TimeUnit.MILLISECONDS.sleep(200);
      write(socket, "1;name=value\r\n}\r\n0\r\n\r\n");
      answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
    assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
    assertTrue(answer.contains("urn:digital-trust:problem:malformed-request"), answer);
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (count(part, "method=\"POST\"") == begun) {
      assertTrue(System.nanoTime() < end, "the service never had its beginning");
    }
    assertEquals(failures, count(part, "status=\"500\""), "the service takes it for a failure");
  }

  private static void write(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private double count(Part part, String which) {
    return Http.get(URI.create(suite.settings().management(part) + "/q/metrics"))
        .send()
        .orThrow("metrics of " + part)
        .body()
        .lines()
        .filter(line -> line.startsWith("http_server_requests_seconds_count"))
        .filter(line -> line.contains(which))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}

package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import vn.digitaltrust.deploy.http.Http;

/** An import of KOLs whose answer is read as it comes, so that it can be disturbed on its way. */
final class BrokenImport {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final RunningSuite suite;
  private final HttpRequest request;

  BrokenImport(RunningSuite suite, String key, int lines) {
    this.suite = suite;
    try {
      this.request =
          HttpRequest.newBuilder(suite.settings().gateway("/registry/v1/imports"))
              .timeout(PATIENCE)
              .header("Authorization", "Bearer " + suite.tokens().of("registrar-mai"))
              .header("Content-Type", "application/x-ndjson")
              .header("Accept", "application/x-ndjson")
              .header("Idempotency-Key", key)
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      (Http.JSON.writeValueAsString(Fixtures.kol()) + "\n").repeat(lines)))
              .build();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends it and disturbs it after the first line of the answer; returns how many whole lines came.
   */
  long answeredUntil(Runnable disturbance) {
    long lines = 0;
    try (BufferedReader answer = send()) {
      assertNotNull(answer.readLine(), "no line was answered");
      lines = 1;
      disturbance.run();
      while (answer.readLine() != null) {
        lines++;
      }
    } catch (IOException e) {
      // broken off, as it should be
    }
    return lines;
  }

  /** Sends it once more, under the same key; returns all results. */
  List<JsonNode> again() {
    try (BufferedReader answer = send()) {
      return answer.lines().map(BrokenImport::json).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedReader send() throws IOException {
    try {
      HttpResponse<InputStream> response =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .build()
              .send(request, HttpResponse.BodyHandlers.ofInputStream());
      assertEquals(200, response.statusCode());
      return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String line) {
    try {
      return Http.JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

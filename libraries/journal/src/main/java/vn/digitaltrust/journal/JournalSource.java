package vn.digitaltrust.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The journal of another service, over HTTP. Everything it returns has been checked: positions
 * follow one another and the hashes of the entries that may be read add up.
 */
public final class JournalSource {
  private static final Duration CONNECT = Duration.ofSeconds(3);

  /** Beyond the wait that was asked for; then the request is given up. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int UNAUTHORIZED = 401;
  private static final int CONFLICT = 409;
  private static final int OK = 200;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final String base;
  private final AccessToken token;

  /**
   * @param base where the service is mounted: {@code http://localhost:8081/registry/v1}
   * @param token renewed once when the journal answers 401
   */
  public JournalSource(URI base, AccessToken token) {
    String text = base.toString();
    this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    this.token = token;
  }

  /**
   * The journal of a service of the suite, which is mounted under its name.
   *
   * @param name as in {@code /registry/v1}
   * @param origin where the service is, without a path: {@code http://localhost:8081}
   */
  public static JournalSource of(String name, URI origin, AccessToken token) {
    return new JournalSource(origin.resolve("/" + name + "/v1"), token);
  }

  /**
   * The entries after a position.
   *
   * @param wait how long the journal may wait for one; at most 20 seconds
   * @param limit at most 1,000
   * @throws JournalDiverged when the journal does not contain the position with that hash
   * @throws UncheckedIOException when the journal cannot be reached or its answer is no good
   */
  public JournalPage read(Position after, Duration wait, int limit) {
    String query =
        "/journal?after=%d&hash=%s&wait=%d&limit=%d"
            .formatted(after.number(), after.hash(), wait.toSeconds(), limit);
    HttpResponse<byte[]> response = send(query, BodyHandlers.ofByteArray(), wait.plus(PATIENCE));
    if (response.statusCode() == CONFLICT) {
      throw new JournalDiverged("the journal at " + base + " diverged at " + after.number());
    }
    if (response.statusCode() != OK) {
      throw unusable(query, response.statusCode(), response.body());
    }
    return Wire.page(after, new ByteArrayInputStream(response.body()));
  }

  /**
   * The public state of the service, streamed. To be closed.
   *
   * @throws UncheckedIOException when the journal cannot be reached or its answer is no good
   */
  public JournalSnapshot snapshot() {
    HttpResponse<InputStream> response = send("/snapshot", BodyHandlers.ofInputStream(), PATIENCE);
    if (response.statusCode() != OK) {
      throw unusable("/snapshot", response.statusCode(), firstBytes(response.body()));
    }
    return new JournalSnapshot(response.body());
  }

  private <T> HttpResponse<T> send(String path, BodyHandler<T> body, Duration timeout) {
    String sent = token.current();
    HttpResponse<T> response = send(path, body, timeout, sent);
    if (response.statusCode() != UNAUTHORIZED) {
      return response;
    }
    token.refused(sent);
    String renewed = token.current();
    if (renewed.equals(sent)) {
      return response;
    }
    if (response.body() instanceof InputStream unread) {
      firstBytes(unread);
    }
    return send(path, body, timeout, renewed);
  }

  private <T> HttpResponse<T> send(
      String path, BodyHandler<T> body, Duration timeout, String bearer) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Accept", Wire.NDJSON)
            .header("Authorization", "Bearer " + bearer)
            .timeout(timeout)
            .build();
    CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
    try {
      // The request's own time-out ends with the headers; this one covers a body that stalls, too.
      return answer.get(timeout.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while asking " + base + path));
    } catch (ExecutionException | TimeoutException e) {
      Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
      throw new UncheckedIOException(new IOException("no answer from " + base + path, cause));
    } finally {
      answer.cancel(true);
    }
  }

  private UncheckedIOException unusable(String path, int status, byte[] body) {
    String start = new String(body, 0, Math.min(body.length, 300), StandardCharsets.UTF_8);
    return new UncheckedIOException(
        new IOException(base + path + " answered " + status + ": " + start));
  }

  private static byte[] firstBytes(InputStream body) {
    try (body) {
      return body.readNBytes(300);
    } catch (IOException e) {
      return new byte[0];
    }
  }
}

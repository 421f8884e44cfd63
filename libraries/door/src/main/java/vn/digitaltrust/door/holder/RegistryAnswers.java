package vn.digitaltrust.door.holder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import vn.digitaltrust.journal.AccessToken;

/**
 * The registry's side of a request: this holder's answer as it stands there, read and replaced by
 * its version. Which holder that is the registry knows by the token.
 */
final class RegistryAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int STALE = 412;
  private static final int OK = 200;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private final URI registry;
  private final AccessToken token;

  RegistryAnswers(URI registry, AccessToken token) {
    this.registry = registry;
    this.token = token;
  }

  /** What is decided about a request: a hold, or null for CLEAR, as of a place in the journal. */
  record Decision(Hold hold, long position) {}

  /**
   * The answer that the registry has.
   *
   * @param etag its version
   * @param missing whether there is none, or none that counts any more
   */
  record Known(String etag, boolean missing, Hold hold) {
    /** Whether the registry knows enough of this decision. */
    boolean says(Decision decision, LocalDate today) {
      return !missing
          && (hold == null ? decision.hold() == null : hold.standsFor(decision.hold(), today));
    }
  }

  /** What became of an answer that was sent. */
  enum Outcome {
    TAKEN,
    /** Somebody else has answered meanwhile. */
    OUTRUN,
    /** Nobody waits for it any more. */
    OVER
  }

  /**
   * The answer that the registry has; empty when the request is over.
   *
   * @throws UncheckedIOException when it does not say
   */
  Optional<Known> read(UUID request) {
    HttpResponse<byte[]> response = send(request, "GET", BodyPublishers.noBody(), null);
    if (response.statusCode() == NOT_FOUND) {
      return Optional.empty();
    }
    if (response.statusCode() != OK) {
      throw unusable(request, response);
    }
    JsonNode body = tree(response.body());
    if (!"REQUESTED".equals(body.path("status").asText())) {
      return Optional.empty();
    }
    return Optional.of(
        new Known(
            response.headers().firstValue("ETag").orElseThrow(() -> unusable(request, response)),
            body.path("missing").asBoolean(true),
            "HELD".equals(body.path("answer").asText())
                ? new Hold(body.path("code").asText(), LocalDate.parse(body.path("until").asText()))
                : null));
  }

  /**
   * Replaces the answer that was read.
   *
   * @throws UncheckedIOException when the registry does not say whether it took it
   */
  Outcome replace(UUID request, String etag, Decision decision) {
    ObjectNode body = JSON.createObjectNode();
    body.put("answer", decision.hold() == null ? "CLEAR" : "HELD");
    if (decision.hold() != null) {
      body.put("code", decision.hold().code()).put("until", decision.hold().until().toString());
    }
    body.put("position", decision.position());
    HttpResponse<byte[]> response =
        send(request, "PUT", BodyPublishers.ofString(body.toString()), etag);
    return switch (response.statusCode()) {
      case OK -> Outcome.TAKEN;
      case STALE -> Outcome.OUTRUN;
      case NOT_FOUND, CONFLICT -> Outcome.OVER;
      default -> throw unusable(request, response);
    };
  }

  private HttpResponse<byte[]> send(UUID request, String method, BodyPublisher body, String etag) {
    String sent = token.current();
    HttpResponse<byte[]> response = send(request, method, body, etag, sent);
    if (response.statusCode() != UNAUTHORIZED) {
      return response;
    }
    token.refused(sent);
    return send(request, method, body, etag, token.current());
  }

  private HttpResponse<byte[]> send(
      UUID request, String method, BodyPublisher body, String etag, String bearer) {
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(
                registry.resolve("/registry/v1/erasure-requests/" + request + "/answer"))
            .method(method, body)
            .header("Accept", "application/json, application/problem+json")
            .header("Authorization", "Bearer " + bearer)
            .timeout(PATIENCE);
    if (etag != null) {
      asked.header("If-Match", etag).header("Content-Type", "application/json");
    }
    try {
      return client.send(asked.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("no answer about request " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted at request " + request));
    }
  }

  private static JsonNode tree(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UncheckedIOException unusable(UUID request, HttpResponse<byte[]> response) {
    return new UncheckedIOException(
        new IOException(
            "the registry answered "
                + response.statusCode()
                + " about request "
                + request
                + ": "
                + new String(
                    response.body(),
                    0,
                    Math.min(300, response.body().length),
                    StandardCharsets.UTF_8)));
  }
}

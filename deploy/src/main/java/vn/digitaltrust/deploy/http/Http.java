package vn.digitaltrust.deploy.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One request and its answer, with JSON in and out. */
public final class Http {
  /** Shared: reading and writing JSON. */
  public static final ObjectMapper JSON = new ObjectMapper();

  /** Longer than the gateway waits for a service, so that what is late is told by its name. */
  private static final Duration TIMEOUT = Duration.ofSeconds(40);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final HttpRequest.Builder request;
  private final String method;
  private final URI address;
  private String body;

  private Http(String method, URI address) {
    this.method = method;
    this.address = address;
    this.request = HttpRequest.newBuilder(address).timeout(TIMEOUT);
  }

  /** A GET. */
  public static Http get(URI address) {
    return new Http("GET", address);
  }

  /** Any method. */
  public static Http method(String method, URI address) {
    return new Http(method, address);
  }

  /** Adds a header. */
  public Http header(String name, String value) {
    request.header(name, value);
    return this;
  }

  /** Waits longer, or shorter, for the answer than usual. */
  public Http patience(Duration duration) {
    request.timeout(duration);
    return this;
  }

  /** Adds a bearer token. */
  public Http bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** A body of this media type, or of none that is named if it is null. */
  public Http body(String mediaType, String text) {
    this.body = text;
    return mediaType == null ? this : header("Content-Type", mediaType);
  }

  /** A JSON body: a node, map, list or record. */
  public Http json(Object value) {
    try {
      return body("application/json", JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A form body. */
  public Http form(Map<String, String> fields) {
    return body(
        "application/x-www-form-urlencoded",
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  /** Percent-encodes a value for a query or a form. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /**
   * Sends the request and reads the whole answer.
   *
   * @throws Unreachable if no answer comes
   */
  public Answer send() {
    try {
      HttpResponse<String> response =
          CLIENT.send(
              request
                  .method(
                      method,
                      body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(
          response.statusCode(),
          response.body(),
          response.headers().map().entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, header -> header.getValue().get(0))));
    } catch (IOException e) {
      throw new Unreachable(method, address, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(method, address, new IOException(e));
    }
  }

  /** No answer came: refused, reset or timed out. */
  public static final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreachable(String method, URI address, IOException cause) {
      super(method + " " + address + ": " + cause, cause);
    }
  }

  /**
   * What came back.
   *
   * @param status HTTP status
   * @param body text, empty if there was none
   * @param headers first value of each, names in lower case
   */
  public record Answer(int status, String body, Map<String, String> headers) {

    /** The body as JSON; a missing node if it is empty or something else. */
    public JsonNode json() {
      try {
        return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
      } catch (JsonProcessingException e) {
        return MissingNode.getInstance();
      }
    }

    /** A header by its name in lower case. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name));
    }

    /** This answer, if its status is a 2xx. */
    public Answer orThrow(String what) {
      if (status / 100 != 2) {
        throw new IllegalStateException("%s: %d %s".formatted(what, status, body));
      }
      return this;
    }
  }
}

package vn.digitaltrust.gateway.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.List;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Words;

/**
 * GATE-1: a refusal in words, for those places where no resource runs that could throw it: routes,
 * the proxy, and the items of a batch.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    String instance,
    List<Refusal.Violation> violations) {
  /** The media type of problems (RFC 9457). */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final long TURNED_AWAY_AFTER_MILLIS = 500;

  /** The problem in the language of the exchange. */
  public static Problem of(Refusal refusal, RoutingContext exchange) {
    return of(refusal, Words.of(exchange), Paths.of(exchange.request().uri()));
  }

  /** The language in which problems of the exchange are told. */
  public static String language(RoutingContext exchange) {
    return Words.of(exchange).language();
  }

  /** What is wrong with one item of a batch. Its place in the batch is told by whoever asks. */
  public static Problem ofItem(Exception wrong, RoutingContext exchange) {
    Words words = Words.of(exchange);
    if (wrong instanceof Refusal refusal) {
      return of(refusal, words, null);
    }
    if (wrong instanceof JsonProcessingException json) {
      Words.Unreadable told = words.unreadable(json);
      return of(told.kind(), told.detail(), words);
    }
    return of(Kind.INTERNAL, words.detail(Kind.INTERNAL), words);
  }

  /** Answers an exchange with a refusal, unless its answer has begun already. */
  public static void answer(RoutingContext exchange, Refusal refusal) {
    HttpServerResponse response = exchange.response();
    if (response.headWritten() || response.closed()) {
      return;
    }
    Problem problem = of(refusal, exchange);
    response
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .putHeader("Content-Language", language(exchange));
    if (refusal.retryAfter() != null) {
      response.putHeader("Retry-After", refusal.retryAfter());
    }
    Drain.announce(exchange.request());
    response.end(problem.toBuffer());
    Drain.rest(exchange.request());
  }

  /**
   * GATE-20: answers an exchange that is one too many at present, a moment later. Until then its
   * caller waits, and what its connection brings is not read.
   */
  public static void turnAway(RoutingContext exchange, Refusal refusal) {
    exchange.request().pause();
    exchange.vertx().setTimer(TURNED_AWAY_AFTER_MILLIS, due -> answer(exchange, refusal));
  }

  /** The problem as it goes over the wire. */
  public Buffer toBuffer() {
    return Json.encodeToBuffer(this);
  }

  private static Problem of(Refusal refusal, Words words, String instance) {
    Kind kind = refusal.kind();
    String detail = words.text(refusal.key(), refusal.arguments());
    return new Problem(
        kind.type(),
        words.title(kind),
        kind.status(),
        detail,
        instance,
        refusal.field() == null ? null : List.of(new Refusal.Violation(refusal.field(), detail)));
  }

  private static Problem of(Kind kind, String detail, Words words) {
    return new Problem(kind.type(), words.title(kind), kind.status(), detail, null, null);
  }
}

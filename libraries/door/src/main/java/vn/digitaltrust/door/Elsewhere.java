package vn.digitaltrust.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * DOOR-31: outside of the API, too, a refusal is a problem: at an address that is not there, and
 * where {@code Host} is missing, given twice or names no host. The framework would answer with HTML
 * or with what went wrong inside.
 */
@ApplicationScoped
class Elsewhere {
  /** Before the framework reads the address that was meant. */
  private static final int FIRST = 1_900;

  private final Clock clock;

  Elsewhere(Clock clock) {
    this.clock = clock;
  }

  void mount(@Observes Filters filters) {
    filters.register(this::judgeHost, FIRST);
  }

  void last(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(this::judgeFailure);
    router
        .route()
        .order(Integer.MAX_VALUE)
        .handler(exchange -> answer(exchange, Kind.NOT_FOUND, "not-found.detail"));
  }

  private void judgeHost(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    if (request.headers().getAll(HttpHeaders.HOST).size() > 1) {
      answer(exchange, Kind.MALFORMED_REQUEST, "host.wrong");
    } else {
      exchange.next();
    }
  }

  /** Of a {@code Host} that names none the router itself says so, before any filter. */
  private void judgeFailure(RoutingContext exchange) {
    if (exchange.statusCode() == 400 && exchange.request().authority() == null) {
      answer(exchange, Kind.MALFORMED_REQUEST, "host.wrong");
    } else {
      exchange.next();
    }
  }

  private void answer(RoutingContext exchange, Kind kind, String key) {
    Words words = Words.of(exchange);
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", kind.type().toString());
    problem.put("title", words.title(kind));
    problem.put("status", kind.status());
    problem.put("detail", words.text(key));
    exchange
        .response()
        .setStatusCode(kind.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
        .putHeader("Content-Language", words.language())
        .putHeader(HttpHeaders.VARY, "Accept-Language")
        .putHeader(
            RequestIds.HEADER,
            RequestIds.kept(exchange.request().getHeader(RequestIds.HEADER), clock))
        .end(Json.encodeToBuffer(problem));
  }
}

package vn.digitaltrust.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import vn.digitaltrust.door.Kind;

/**
 * GATE-9: pages of the configured origins may call the API, for all paths alike. A page of another
 * origin gets no leave, so its browser keeps the answer from it; since nothing here rests on
 * cookies, there is nothing else to protect.
 */
@ApplicationScoped
class Cors {
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  private static final String REQUEST_HEADERS =
      "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match,"
          + " If-None-Match";
  private static final String ANSWER_HEADERS =
      "Content-Language, ETag, Location, RateLimit, RateLimit-Policy, Retry-After, Trust-As-Of,"
          + " Trust-At, Trust-Check-Id, WWW-Authenticate, X-Request-Id";
  private static final String MAX_AGE_SECONDS = "600";

  private final Set<String> origins;

  Cors(DoorConfig config) {
    origins = Set.copyOf(config.corsOrigins().orElse(List.of()));
  }

  void mount(@Observes Filters filters) {
    FilterOrder.CORS_HEADERS.register(filters, this::leave);
    FilterOrder.CORS_PREFLIGHT.register(filters, this::preflight);
  }

  private boolean isOurs(String origin) {
    return origin != null && origins.contains(origin);
  }

  private void leave(RoutingContext exchange) {
    HttpServerResponse response = exchange.response();
    if (!origins.isEmpty()) {
      response.headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    }
    String origin = exchange.request().getHeader(HttpHeaders.ORIGIN);
    if (isOurs(origin)) {
      response
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
          .putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
    }
    exchange.next();
  }

  private void preflight(RoutingContext exchange) {
    HttpServerRequest request = exchange.request();
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean preflight =
        origin != null
            && request.method() == HttpMethod.OPTIONS
            && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    if (!preflight) {
      exchange.next();
    } else if (isOurs(origin)) {
      exchange
          .response()
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
          .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
          .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS)
          .setStatusCode(204)
          .end();
    } else {
      Problem.answer(exchange, Refusal.because(Kind.FORBIDDEN, "cors.origin"));
    }
  }
}

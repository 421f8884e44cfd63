package vn.digitaltrust.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/** DOOR-5 and DOOR-6: the first thing that a request meets, and the last if nobody knows it. */
@ApplicationScoped
class Entrance {
  /** Before authentication (200): what is refused here costs no signature check. */
  private static final int FIRST = 1_000;

  /** After authentication was prepared and before the framework's own limit, which has no words. */
  private static final int BEFORE_LIMITS = 40;

  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE,
          HttpMethod.OPTIONS);

  private final long maxBody;

  Entrance(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size")
          io.quarkus.runtime.configuration.MemorySize maxBody) {
    this.maxBody = maxBody.asLongValue();
  }

  void first(@Observes Filters filters) {
    filters.register(this::enter, FIRST);
    filters.register(this::limit, BEFORE_LIMITS);
  }

  void last(@Observes Router router) {
    // People who come without a path are shown what they can do here.
    router
        .get("/")
        .handler(
            exchange ->
                exchange
                    .response()
                    .setStatusCode(303)
                    .putHeader(HttpHeaders.LOCATION, "/q/swagger-ui/")
                    .end());
    router
        .route()
        .order(Integer.MAX_VALUE)
        .handler(exchange -> Problem.answer(exchange, Refusal.of(Kind.NOT_FOUND)));
  }

  private void enter(RoutingContext exchange) {
    String id = RequestIds.next().toString();
    exchange.request().headers().set(RequestIds.HEADER, id);
    exchange.response().putHeader(RequestIds.HEADER, id);
    MDC.put("requestId", id);
    if (!Paths.isPlain(exchange.request().uri())) {
      Problem.answer(exchange, Refusal.malformed("path.ambiguous"));
    } else if (!METHODS.contains(exchange.request().method())) {
      Problem.answer(exchange, Refusal.of(Kind.METHOD_NOT_ALLOWED));
    } else {
      exchange.next();
    }
  }

  private void limit(RoutingContext exchange) {
    String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length != null && exceeds(length, maxBody)) {
      Problem.answer(exchange, Refusal.of(Kind.TOO_LARGE));
    } else {
      exchange.next();
    }
  }

  private static boolean exceeds(String length, long most) {
    try {
      return Long.parseLong(length) > most;
    } catch (NumberFormatException notALength) {
      return true;
    }
  }
}

package vn.digitaltrust.gateway.document;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.digitaltrust.gateway.door.Paths;

/**
 * GATE-12 for the API document, the largest answer of all: the framework marks every answer as not
 * to be coded and forgets to take the mark off its own document.
 */
@ApplicationScoped
class CodedDocument {
  /** After all that refuses. */
  private static final int PRIORITY = 30;

  void mount(@Observes Filters filters) {
    filters.register(CodedDocument::route, PRIORITY);
  }

  private static void route(RoutingContext exchange) {
    if (Paths.of(exchange.request().uri()).equals("/openapi")) {
      exchange.addHeadersEndHandler(
          headers -> exchange.response().headers().remove(HttpHeaders.CONTENT_ENCODING));
    }
    exchange.next();
  }
}

package vn.digitaltrust.gateway.document;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.digitaltrust.gateway.door.FilterOrder;
import vn.digitaltrust.gateway.door.Paths;

/**
 * GATE-13 for the API document, the largest answer of all: the framework marks every answer as not
 * to be coded and forgets to take the mark off its own document.
 */
@ApplicationScoped
class CodedDocument {
  void mount(@Observes Filters filters) {
    FilterOrder.DOCUMENT.register(filters, CodedDocument::route);
  }

  private static void route(RoutingContext exchange) {
    if (Paths.of(exchange.request().uri()).equals("/openapi")) {
      exchange.addHeadersEndHandler(
          headers -> exchange.response().headers().remove(HttpHeaders.CONTENT_ENCODING));
    }
    exchange.next();
  }
}

package vn.digitaltrust.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * DOOR-26: metrics name the form of an address and never the address itself. The framework names
 * the form when it has found the method; of what is refused before it would show the path as it
 * came, with the ids in it, and every new path would be a series of its own.
 */
@ApplicationScoped
class MeasuredAddresses {
  /** Where the framework looks for the form of an address, in metrics and traces. */
  private static final String TEMPLATE = "UrlPathTemplate";

  /** What is no address of the API. */
  private static final String UNKNOWN = "unknown";

  /** Before everything that may refuse. */
  private static final int FIRST = 2_000;

  private final AllowedMethods methods;
  private final String document;

  MeasuredAddresses(
      AllowedMethods methods,
      @ConfigProperty(name = "quarkus.smallrye-openapi.path") String document) {
    this.methods = methods;
    this.document = document;
  }

  void mount(@Observes Filters filters) {
    filters.register(this::name, FIRST);
  }

  private void name(RoutingContext exchange) {
    String path = exchange.request().path();
    if (path == null || !path.equals(document) && !path.startsWith("/q/")) {
      String template = path == null ? null : methods.template(path);
      Vertx.currentContext().putLocal(TEMPLATE, template == null ? UNKNOWN : template);
    }
    exchange.next();
  }
}

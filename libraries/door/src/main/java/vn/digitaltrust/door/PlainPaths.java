package vn.digitaltrust.door;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/**
 * DOOR-4: nothing is named with a control character, and no database has to refuse one. A bare
 * semicolon in the query is refused, because some readers take it for {@code &}.
 */
@Provider
@PreMatching
public class PlainPaths implements ContainerRequestFilter {
  private final HttpServerRequest exchange;

  PlainPaths(HttpServerRequest exchange) {
    this.exchange = exchange;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (controls(request.getUriInfo().getPath(true))
        || GivenQuery.of(exchange.query()).parameters().stream()
            .anyMatch(given -> controls(given.name()) || controls(given.value()))) {
      throw Refusal.of(Kind.MALFORMED_REQUEST);
    }
  }

  private static boolean controls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}

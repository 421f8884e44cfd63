package vn.digitaltrust.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Collection;

/** DOOR-4: nothing is named with a control character, and no database has to refuse one. */
@Provider
@PreMatching
public class PlainPaths implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (controls(request.getUriInfo().getPath(true))
        || request.getUriInfo().getQueryParameters(true).values().stream()
            .flatMap(Collection::stream)
            .anyMatch(PlainPaths::controls)) {
      throw Refusal.of(Kind.MALFORMED_REQUEST);
    }
  }

  private static boolean controls(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}

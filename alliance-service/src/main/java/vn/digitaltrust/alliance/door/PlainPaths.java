package vn.digitaltrust.alliance.door;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** DOOR-4: nothing is named with a control character, and no database has to refuse one. */
@Provider
@PreMatching
public class PlainPaths implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getUriInfo().getPath(true).chars().anyMatch(Character::isISOControl)) {
      throw Refusal.of(Kind.NOT_FOUND);
    }
  }
}

package vn.digitaltrust.gateway.trust;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.gateway.door.Refusal;

/** ACCESS-2 for those routes that take checks before the resource would. */
final class Checkers {
  private static final String[] ROLES =
      TrustResource.class.getAnnotation(RolesAllowed.class).value();

  private Checkers() {}

  /**
   * Refuses who may not check.
   *
   * @throws Refusal 403
   */
  static void require(SecurityIdentity caller) {
    for (String role : ROLES) {
      if (caller.hasRole(role)) {
        return;
      }
    }
    throw Refusal.of(Kind.FORBIDDEN);
  }
}

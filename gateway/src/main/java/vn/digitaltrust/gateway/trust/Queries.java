package vn.digitaltrust.gateway.trust;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.digitaltrust.gateway.door.Kind;
import vn.digitaltrust.gateway.door.Refusal;

/** GW-8: a query is read strictly, too; a mistyped name would ask another question unseen. */
final class Queries {
  static final Set<String> ASKED =
      Set.of("platform", "activity", "media", "territory", "productCategory", "at");
  static final Set<String> ACCOUNT =
      Set.of(
          "platform",
          "activity",
          "media",
          "territory",
          "productCategory",
          "at",
          "handle",
          "id",
          "url");

  private Queries() {}

  static void requireOnly(Set<String> names, UriInfo uri) {
    for (Map.Entry<String, List<String>> given : uri.getQueryParameters().entrySet()) {
      if (!names.contains(given.getKey())) {
        throw Refusal.of(
            Kind.UNKNOWN_PROPERTY, given.getKey(), String.join(", ", new TreeSet<>(names)));
      }
      if (given.getValue().size() > 1) {
        throw Refusal.invalid(given.getKey(), "check.repeated");
      }
    }
  }
}

package vn.digitaltrust.gateway.trust;

import io.vertx.core.MultiMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.digitaltrust.door.Kind;
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

  /** A batch says all in its body. */
  static final Set<String> BATCH = Set.of();

  private Queries() {}

  /**
   * Refuses what was not asked for, or was asked twice.
   *
   * @throws Refusal naming the first name that is wrong
   */
  static void requireOnly(Set<String> names, MultiMap query) {
    for (Map.Entry<String, String> given : query) {
      String name = given.getKey();
      if (!names.contains(name)) {
        throw names.isEmpty()
            ? Refusal.because(Kind.UNKNOWN_PROPERTY, "query.none", name)
            : Refusal.because(
                Kind.UNKNOWN_PROPERTY,
                "query.unknown",
                name,
                String.join(", ", new TreeSet<>(names)));
      }
      if (given.getValue().isEmpty()) {
        throw Refusal.invalid(name, "query.empty");
      }
      if (query.getAll(name).size() > 1) {
        throw Refusal.invalid(name, "query.repeated");
      }
    }
  }

  /** The check that a query asks for, of an account, or of a KOL with this number. */
  static CheckRequest request(MultiMap query, String registrationNumber) {
    return new CheckRequest(
        query.get("platform"),
        query.get("handle"),
        query.get("id"),
        query.get("url"),
        registrationNumber,
        query.get("activity"),
        query.get("media"),
        query.get("territory"),
        query.get("productCategory"),
        query.get("at"));
  }
}

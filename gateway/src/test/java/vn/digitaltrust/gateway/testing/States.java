package vn.digitaltrust.gateway.testing;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Public states as the services write them into their journals. */
public final class States {
  private States() {}

  /** A map that may hold nulls, as JSON objects may. */
  public static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /** A subject. */
  public static Map<String, Object> subject(
      UUID id, String status, String registrationNumber, UUID mergedInto) {
    return object(
        "id",
        id.toString(),
        "kind",
        "KOL",
        "status",
        status,
        "registrationNumber",
        registrationNumber,
        "displayName",
        "Hư Cấu Linh",
        "mergedInto",
        mergedInto == null ? null : mergedInto.toString());
  }

  /** An account that began in 2020 and lasts. */
  public static Map<String, Object> account(
      UUID id, UUID subject, String platform, String handle, String platformId) {
    return object(
        "id",
        id.toString(),
        "subject",
        subject.toString(),
        "platform",
        platform,
        "platformId",
        platformId,
        "handle",
        handle,
        "startsAt",
        "2020-01-01T00:00:00Z",
        "endsAt",
        null);
  }

  /** An engagement limit of everything, without an end. */
  public static Map<String, Object> limit(UUID id, UUID subject) {
    return object(
        "id",
        id.toString(),
        "subject",
        subject.toString(),
        "class",
        "ALLIANCE_MEASURE",
        "kind",
        "ENGAGEMENT_LIMIT",
        "scope",
        scope(),
        "ground",
        object("code", "CODE-1", "title", "Code of conduct", "provision", "art. 4"),
        "authority",
        null,
        "from",
        "2026-01-01",
        "until",
        null,
        "startsAt",
        "2025-12-31T17:00:00Z",
        "endsAt",
        null,
        "conditions",
        List.of(),
        "exceptions",
        List.of(),
        "stays",
        List.of(),
        "end",
        null,
        "statement",
        null);
  }

  /** A scope: pairs of a dimension and the list of its values; what is left out is everything. */
  public static Map<String, Object> scope(Object... dimensions) {
    Map<String, Object> scope =
        object(
            "activities", List.of(),
            "platforms", List.of(),
            "media", List.of(),
            "territories", List.of(),
            "productCategories", List.of());
    scope.putAll(object(dimensions));
    return scope;
  }

  /** The same object with some properties changed. */
  public static Map<String, Object> with(Map<String, Object> object, Object... changes) {
    Map<String, Object> changed = new HashMap<>(object);
    changed.putAll(object(Arrays.copyOf(changes, changes.length)));
    return changed;
  }
}

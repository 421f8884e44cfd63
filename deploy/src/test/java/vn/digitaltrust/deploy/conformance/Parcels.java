package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the stub keeps: parcels, the journal that tells of them, retry keys. */
final class Parcels {
  private final Defect defect;
  private final Map<String, Parcel> parcels = new LinkedHashMap<>();
  private final List<ObjectNode> entries = new ArrayList<>();
  private final Map<String, Kept> keys = new HashMap<>();

  /** A parcel; the owner is a role. */
  record Parcel(String id, String owner, String name, String state, int version) {
    boolean isSeenBy(String role) {
      return !role.equals("kol") || owner.equals("kol");
    }
  }

  /** What a retry key was used for. */
  record Kept(JsonNode body, String id) {}

  Parcels(Defect defect) {
    this.defect = defect;
  }

  Collection<Parcel> all() {
    return parcels.values();
  }

  Parcel get(String id) {
    return parcels.get(id);
  }

  List<ObjectNode> entries() {
    return entries;
  }

  /** Keeps a parcel and tells it to its owner alone. */
  void put(Parcel parcel, String requestId) {
    parcels.put(parcel.id(), parcel);
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry
        .put("position", entries.size() + 1)
        .put("aggregate", "parcel")
        .put("aggregateId", parcel.id())
        .put("audience", "PARTY")
        .put("payload", view(parcel).toString())
        .putObject("trail")
        .put("actor", parcel.owner())
        .put("requestId", requestId);
    entries.add(entry);
  }

  void keep(String key, JsonNode body, String id) {
    keys.put(key, new Kept(body, id));
  }

  Kept kept(String key) {
    return keys.get(key);
  }

  ObjectNode view(Parcel parcel) {
    ObjectNode view =
        JsonNodeFactory.instance.objectNode().put("id", parcel.id()).put("name", parcel.name());
    return defect == Defect.ANSWERS_ANOTHER_SHAPE ? view : view.put("state", parcel.state());
  }
}

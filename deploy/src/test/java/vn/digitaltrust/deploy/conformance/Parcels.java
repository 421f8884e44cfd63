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

  /** A parcel; the owner is a role. Once it is labelled, all may see it, but for the note. */
  record Parcel(String id, String owner, String name, String state, int version) {
    boolean isOpenTo(String role) {
      return !role.equals("kol") || owner.equals("kol");
    }

    boolean isPublic() {
      return state.equals("LABELLED");
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

  /** Keeps a parcel and tells it to its owner, and to all what all may see. */
  void put(Parcel parcel, String requestId) {
    parcels.put(parcel.id(), parcel);
    tell(parcel, "PARTY", view(parcel, parcel.owner()), requestId);
    if (parcel.isPublic()) {
      tell(parcel, "PUBLIC", view(parcel, null), requestId);
    }
  }

  private void tell(Parcel parcel, String audience, ObjectNode payload, String requestId) {
    ObjectNode entry = JsonNodeFactory.instance.objectNode();
    entry
        .put("position", entries.size() + 1)
        .put("aggregate", "parcel")
        .put("aggregateId", parcel.id())
        .put("audience", audience)
        .put("payload", payload.toString())
        .putObject("trail")
        .put("actor", defect == Defect.NAMES_EVERYBODY_A_PARTY ? "kol" : parcel.owner())
        .put("requestId", requestId);
    entries.add(entry);
  }

  void keep(String key, JsonNode body, String id) {
    keys.put(key, new Kept(body, id));
  }

  Kept kept(String key) {
    return keys.get(key);
  }

  /** A parcel as a role sees it; as all do if it is null. */
  ObjectNode view(Parcel parcel, String role) {
    ObjectNode view =
        JsonNodeFactory.instance.objectNode().put("id", parcel.id()).put("name", parcel.name());
    if (role != null && (parcel.isOpenTo(role) || defect == Defect.SHOWS_NOTES_OF_OTHERS)) {
      view.put("note", "For the sender of " + parcel.id());
    }
    return defect == Defect.ANSWERS_ANOTHER_SHAPE ? view : view.put("state", parcel.state());
  }
}

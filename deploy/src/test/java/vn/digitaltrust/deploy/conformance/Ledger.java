package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * What the services' journals have told an auditor since the suite began to look: which rows there
 * are, whose they are, and which request wrote what.
 */
final class Ledger {
  private static final int PAGE = 1_000;

  private final Door door;
  private final Person auditor;
  private final Map<String, Long> positions = new HashMap<>();
  private final Map<String, Set<String>> writers = new HashMap<>();
  private final Map<String, Row> rows = new java.util.LinkedHashMap<>();

  /**
   * A thing that a service keeps.
   *
   * @param service whose
   * @param aggregate what it is, such as {@code stateDecision}
   * @param id its id
   * @param isPublic whether any member was ever told of it
   * @param parties ids of those whom it names, and of those who wrote about it
   * @param state as it was told last
   */
  record Row(
      String service,
      String aggregate,
      String id,
      boolean isPublic,
      Set<String> parties,
      JsonNode state) {}

  /** Begins at the present heads of the journals that the document has. */
  Ledger(Door door, Contract contract) {
    this.door = door;
    this.auditor = door.holding(Set.of("auditor")).get(0);
    for (Operation operation : contract.operations()) {
      String service = operation.service();
      if (operation.path().equals("/" + service + "/v1/journal")) {
        positions.put(service, page(service, 0, 1).path("head").path("position").asLong());
        writers.put(service, new TreeSet<>());
      }
    }
  }

  /** Reads on. */
  void readOn() {
    for (String service : positions.keySet()) {
      JsonNode entries = page(service, positions.get(service), PAGE).path("entries");
      while (!entries.isEmpty()) {
        entries.forEach(entry -> note(service, entry));
        entries = page(service, positions.get(service), PAGE).path("entries");
      }
    }
  }

  /** Those of these requests that have written something. */
  Set<String> writersAmong(Collection<String> requestIds) {
    return writers.values().stream()
        .flatMap(Set::stream)
        .filter(requestIds::contains)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** All rows of a service, the newest first. */
  List<Row> rows(String service) {
    List<Row> found = new ArrayList<>();
    rows.values().stream().filter(row -> row.service().equals(service)).forEach(found::add);
    java.util.Collections.reverse(found);
    return found;
  }

  /** All rows. */
  Collection<Row> rows() {
    return rows.values();
  }

  private void note(String service, JsonNode entry) {
    positions.put(service, entry.path("position").asLong());
    JsonNode trail = entry.path("trail");
    writers.get(service).add(trail.path("requestId").asText());
    Set<String> parties = new TreeSet<>();
    trail.path("parties").forEach(party -> parties.add(party.asText()));
    parties.add(trail.path("actor").asText());
    String id = entry.path("aggregateId").asText();
    String aggregate = entry.path("aggregate").asText();
    String key = aggregate + " " + id;
    Row before = rows.remove(key);
    boolean isPublic = entry.path("audience").asText().equals("PUBLIC");
    if (before != null) {
      parties.addAll(before.parties());
      isPublic |= before.isPublic();
    }
    rows.put(key, new Row(service, aggregate, id, isPublic, parties, state(entry.path("payload"))));
  }

  private static JsonNode state(JsonNode payload) {
    try {
      return payload.isTextual() ? Http.JSON.readTree(payload.asText()) : payload;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError("a payload that is no JSON: " + payload, e);
    }
  }

  private JsonNode page(String service, long after, int limit) {
    Answer answer =
        Http.get(
                door.address()
                    .apply("/%s/v1/journal?after=%d&limit=%d".formatted(service, after, limit)))
            .bearer(door.token().apply(auditor.name()))
            .send();
    return answer.orThrow("the auditor reads the journal of " + service).json();
  }
}

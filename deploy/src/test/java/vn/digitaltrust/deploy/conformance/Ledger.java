package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

  /** Values of enumerations, codes of grounds and provinces: they say nothing about anybody. */
  private static final Pattern CODE = Pattern.compile(".{0,5}|[A-Z][A-Z0-9_.-]*|\\d{4}:\\d+");

  private final Door door;
  private final Person auditor;
  private final Map<String, Long> positions = new HashMap<>();
  private final Map<String, Set<String>> writers = new HashMap<>();
  private final Map<String, Long> begun = new HashMap<>();
  private final Map<String, Row> rows = new java.util.LinkedHashMap<>();
  private final Map<String, Whose> owners = new HashMap<>();
  private final Map<String, Set<String>> told = new HashMap<>();

  /** What all may read; that there are these services is no secret. */
  private final Set<String> toldToAll = new HashSet<>(Set.of("registry", "sanctions", "alliance"));

  /** Who was told, or wrote, what has been erased since; by the id of the thing. */
  private final Map<String, Set<String>> onceTold = new HashMap<>();

  private final Set<String> unpublished = new HashSet<>();
  private boolean isRehearsal;

  /**
   * A thing that a service keeps.
   *
   * @param service whose
   * @param aggregate what it is, such as {@code stateDecision}
   * @param id its id
   * @param state as it was told last
   */
  record Row(String service, String aggregate, String id, JsonNode state) {}

  /**
   * Whom the things under one id concern.
   *
   * @param isPublic whether every member was told of one of them
   * @param parties ids of those whom they name, and of those who wrote about them
   */
  record Whose(boolean isPublic, Set<String> parties) {
    /** Whether somebody has nothing to do with it; of what nobody knows that cannot be said. */
    boolean isAnothers(Person person) {
      return !parties.isEmpty() && person.ids().stream().noneMatch(parties::contains);
    }
  }

  /** Begins at the present heads of the journals that the document has. */
  Ledger(Door door, Contract contract) {
    this.door = door;
    this.auditor = door.holding(Set.of("auditor")).get(0);
    for (Operation operation : contract.operations()) {
      String service = operation.service();
      if (operation.path().equals("/" + service + "/v1/journal")) {
        positions.put(service, page(service, 0, 1).path("head").path("position").asLong());
        writers.put(service, new TreeSet<>());
        begun.put("/" + service + "/v1/journal", positions.get(service));
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

  /** From here on what is new are words of the document's examples, and no secrets. */
  void beginRehearsal() {
    readOn();
    isRehearsal = true;
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

  /** Whose the row is that a path of an operation leads to. */
  Whose whose(Operation operation, String path) {
    int at = operation.row().orElseThrow().split("/").length - 1;
    return whose(operation.service(), path.split("[/?]")[at]);
  }

  /**
   * Whose the things are that a service keeps under an id. What is no longer public is shown to
   * some by their office and to others no more, so nothing is said of it here.
   */
  Whose whose(String service, String id) {
    return unpublished.contains(service + " " + id)
        ? new Whose(false, Set.of())
        : owner(service, id);
  }

  private Whose owner(String service, String id) {
    return owners.getOrDefault(service + " " + id, new Whose(false, Set.of()));
  }

  /** A call of a feed, to be told what is new since this began; every other call as it is. */
  Call fromHereOn(Call call) {
    Long position = begun.get(call.target().split("\\?")[0]);
    return position == null ? call : call.asking("after", position.toString());
  }

  /** Texts in an answer that the journals have told to others, and not to this person. */
  Set<String> strange(Answer answer, Person person) {
    Set<String> strange = new TreeSet<>();
    for (String line : answer.body().split("\n")) {
      for (String text : texts(state(TextNode.valueOf(line)), new HashSet<>())) {
        Set<String> those = told.get(text);
        if (those != null
            && !toldToAll.contains(text)
            && person.ids().stream().noneMatch(those::contains)) {
          strange.add(text);
        }
      }
    }
    return strange;
  }

  private void note(String service, JsonNode entry) {
    positions.put(service, entry.path("position").asLong());
    JsonNode trail = entry.path("trail");
    writers.get(service).add(trail.path("requestId").asText());
    String id = entry.path("aggregateId").asText();
    String aggregate = entry.path("aggregate").asText();
    JsonNode state = state(entry.path("payload"));
    boolean isPublic = entry.path("audience").asText().equals("PUBLIC");
    Set<String> parties = new TreeSet<>();
    trail.path("parties").forEach(party -> parties.add(party.asText()));
    parties.add(trail.path("actor").asText());
    String thing = service + " " + id;
    if (entry.path("payload").isNull()) {
      onceTold.computeIfAbsent(thing, it -> new HashSet<>()).addAll(parties);
    }
    // What is left of a thing after an erasure is no news to those who knew it whole.
    parties.addAll(onceTold.getOrDefault(thing, Set.of()));
    Set<String> texts = texts(state, new HashSet<>());
    if (!isRehearsal) {
      texts.forEach(text -> told.putIfAbsent(text, new HashSet<>()));
    }
    texts.stream().filter(told::containsKey).forEach(text -> told.get(text).addAll(parties));
    if (entry.path("type").asText().endsWith(".unpublished")) {
      unpublished.add(thing);
    }
    if (isPublic) {
      // It names no parties, for all are told; but whom it is about may do more than others.
      parties.add(entry.path("subject").asText(id));
      toldToAll.addAll(texts);
    }
    Whose before = owner(service, id);
    parties.addAll(before.parties());
    owners.put(thing, new Whose(isPublic || before.isPublic(), parties));
    String key = aggregate + " " + id;
    rows.remove(key); // so that it comes last
    rows.put(key, new Row(service, aggregate, id, state));
  }

  /** What is said in words, numbers of people and things, days; and in JSON within JSON. */
  private static Set<String> texts(JsonNode node, Set<String> texts) {
    if (node.isContainerNode()) {
      node.forEach(child -> texts(child, texts));
    } else if (node.isTextual() && node.asText().startsWith("{")) {
      texts(state(node), texts);
    } else if (node.isTextual() && !CODE.matcher(node.asText()).matches()) {
      texts.add(node.asText());
    }
    return texts;
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

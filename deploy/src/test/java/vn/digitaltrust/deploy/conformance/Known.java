package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * Which values fit into the paths, queries and bodies of the document: ids out of the journals and
 * the lists, found by the names of collections and properties alone.
 */
final class Known {
  /** How many of the newest ids are tried where no name tells which of them fit. */
  private static final int TRIED = 80;

  private final Door door;
  private final Contract contract;
  private final Ledger ledger;
  private final Map<String, Boolean> answers = new HashMap<>();
  private final Map<String, List<JsonNode>> items = new HashMap<>();

  Known(Door door, Contract contract, Ledger ledger) {
    this.door = door;
    this.contract = contract;
    this.ledger = ledger;
  }

  /**
   * Values for the last parameter of a path, the newest first.
   *
   * @param row a path that ends with a parameter, such as {@code /registry/v1/kols/{id}}
   */
  List<String> values(String row) {
    String[] parts = row.split("/");
    String service = parts[1];
    String collection = parts[parts.length - 2];
    String parameter = parts[parts.length - 1].replaceAll("[{}]", "");
    Set<String> values = new LinkedHashSet<>();
    for (Ledger.Row known : ledger.rows(service)) {
      if (name(known.aggregate()).equals(singular(collection)) && parameter.equals("id")) {
        values.add(known.id());
      }
    }
    if (values.isEmpty() && parameter.equals("id")) {
      values.addAll(answering(row, service));
    }
    if (values.isEmpty()) {
      listed(row.substring(0, row.lastIndexOf('/'))).forEach(item -> add(values, item, parameter));
    }
    if (values.isEmpty()) {
      values.addAll(named(service, parameter));
    }
    return List.copyOf(values);
  }

  /**
   * Ids of things of this name in any service, the oldest first, such as {@code subject} or {@code
   * reports}.
   */
  List<String> ids(String property) {
    List<String> ids = new ArrayList<>();
    for (Ledger.Row row : ledger.rows()) {
      if (name(row.aggregate()).equals(singular(property))) {
        ids.add(row.id());
      }
    }
    return ids;
  }

  /** The id of the newest thing of this name that is about a subject. */
  Optional<String> idAbout(String property, String subject) {
    return ledger.rows().stream()
        .filter(row -> name(row.aggregate()).equals(singular(property)))
        .filter(row -> row.state().path("subject").asText().equals(subject))
        .map(Ledger.Row::id)
        .max(Comparator.naturalOrder());
  }

  /** What the newest things hold under a property of this name, or one that ends with it. */
  List<String> named(String service, String property) {
    Set<String> values = new LinkedHashSet<>();
    List<Ledger.Row> rows = new ArrayList<>(ledger.rows(service));
    if (rows.isEmpty()) {
      rows.addAll(ledger.rows());
      java.util.Collections.reverse(rows);
    }
    rows.forEach(row -> add(values, row.state(), property));
    if (values.isEmpty() && !property.equals("id")) {
      values.addAll(ids(property));
    }
    return List.copyOf(values);
  }

  /**
   * What only the person whom a thing is about is told under a property, such as the code of a
   * claim, the newest first. No journal says it, so it is read as that person.
   */
  List<String> toldToOwners(String service, String property) {
    List<String> told = new ArrayList<>();
    for (Ledger.Row row : ledger.rows(service)) {
      String collection = "/%s/v1/%ss/".formatted(service, row.aggregate());
      contract
          .operation("GET", collection + "{id}")
          .flatMap(
              reading ->
                  door.callers(reading).stream()
                      .filter(who -> row.state().path("subject").asText().equals(who.subject()))
                      .findFirst())
          .map(owner -> get(owner, collection + row.id()).json().path(property))
          .filter(JsonNode::isTextual)
          .ifPresent(value -> told.add(value.asText()));
    }
    return told;
  }

  private static void add(Set<String> values, JsonNode item, String property) {
    for (Map.Entry<String, JsonNode> field : item.properties()) {
      boolean same = field.getKey().equals(property);
      boolean ends =
          field
              .getKey()
              .endsWith(property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1));
      if ((same || ends && !property.equals("id")) && field.getValue().isValueNode()) {
        if (!field.getValue().isNull()) {
          values.add(field.getValue().asText());
        }
      }
    }
  }

  /** The first page of a list, as somebody who may see all of it. */
  private List<JsonNode> listed(String path) {
    return items.computeIfAbsent(
        path,
        key -> {
          List<JsonNode> found = new ArrayList<>();
          contract
              .operation("GET", path)
              .filter(Operation::isList)
              .ifPresent(list -> get(reader(list), path).json().path("items").forEach(found::add));
          return found;
        });
  }

  /** Those of the newest ids at which a path answers. */
  private List<String> answering(String row, String service) {
    return contract
        .operation("GET", row)
        .map(
            reading ->
                ledger.rows(service).stream()
                    .map(Ledger.Row::id)
                    .distinct()
                    .limit(TRIED)
                    .filter(id -> answers(reading, row.replaceAll("\\{[^}]*}$", id)))
                    .toList())
        .orElse(List.of());
  }

  private boolean answers(Operation reading, String path) {
    return answers.computeIfAbsent(path, key -> get(reader(reading), path).status() == 200);
  }

  private Person reader(Operation reading) {
    List<Person> readers = door.callers(reading);
    return readers.stream()
        .filter(person -> person.role().equals("auditor"))
        .findFirst()
        .orElseGet(() -> readers.get(0));
  }

  private Answer get(Person who, String path) {
    return Http.get(door.address().apply(path)).bearer(door.token().apply(who.name())).send();
  }

  private static String singular(String name) {
    String plain = name(name);
    return plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
  }

  private static String name(String text) {
    return text.replace("-", "").toLowerCase(Locale.ROOT);
  }
}

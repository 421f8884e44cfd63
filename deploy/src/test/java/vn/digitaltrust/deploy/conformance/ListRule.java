package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.conformance.Contract.Parameter;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;

/** Lists are bounded, and a cursor leads on in the very list that gave it and nowhere else. */
final class ListRule implements Rule {
  private static final int PAGES = 3;
  private static final int MOST = 200;
  private static final int ROWS = 80;

  private final Door door;
  private final Witness witness;
  private final Requests requests;

  ListRule(Door door, Witness witness, Requests requests) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
  }

  @Override
  public String sentence() {
    return "comes in pages of 1 to 200, whose cursors fit no other list";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.isList() || operation.takesQuery("limit");
  }

  @Override
  public void tryOn(Operation operation) {
    Person who = reader(operation);
    Call call = requests.documented(operation, who, requests.paths(operation).get(0));
    for (String limit : List.of("0", tooMany(operation), "-1", "x", "1.5", "99999999999")) {
      witness.refused("limit " + limit, call.asking("limit", limit), 400);
    }
    if (operation.isList()) {
      for (String cursor : List.of("garbage", "A".repeat(24), "%00", "x".repeat(3_000))) {
        witness.refused("a made-up cursor", call.asking("cursor", cursor), 400);
      }
      pages(operation, who);
    }
  }

  /** One more than it declares. Lists are alike, so theirs is 200; a feed may declare more. */
  private static String tooMany(Operation operation) {
    int most =
        operation.isList()
            ? MOST
            : operation.parameters("query").stream()
                .filter(query -> query.name().equals("limit"))
                .map(limit -> limit.schema().path("maximum").asInt(MOST))
                .findFirst()
                .orElseThrow();
    return Integer.toString(most + 1);
  }

  private void pages(Operation operation, Person who) {
    for (Call list : lists(operation, who)) {
      Answer page = witness.send(list.asking("limit", "1"));
      if (page.json().path("next").isTextual()) {
        follows(list, page);
        foreign(operation, list, page.json().path("next").asText());
        return;
      }
    }
    throw new AssertionError(
        operation + " never has a second page: there is no list of it with two rows");
  }

  /** As documented, of each row; and with other values for the filters that the example gives. */
  private List<Call> lists(Operation operation, Person who) {
    List<Call> lists = new ArrayList<>();
    for (String path : requests.paths(operation)) {
      lists.add(requests.documented(operation, who, path));
    }
    Call first = lists.get(0);
    for (Parameter filter : filters(operation)) {
      if (first.target().contains(filter.name() + "=")) {
        requests.filters(operation, filter).stream()
            .limit(ROWS)
            .forEach(value -> lists.add(first.asking(filter.name(), Http.encode(value))));
      }
    }
    return lists;
  }

  private static List<Parameter> filters(Operation operation) {
    return operation.parameters("query").stream()
        .filter(query -> !Set.of("cursor", "limit").contains(query.name()))
        .toList();
  }

  private Person reader(Operation operation) {
    List<Person> readers = door.callers(operation);
    return readers.stream()
        .filter(person -> person.role().equals("auditor"))
        .findFirst()
        .orElse(readers.get(0));
  }

  /** Page after page, and nothing twice. */
  private void follows(Call list, Answer first) {
    Set<JsonNode> seen = new HashSet<>();
    Answer page = first;
    for (int pages = 0; pages < PAGES; pages++) {
      for (JsonNode item : page.json().path("items")) {
        if (!seen.add(item)) {
          throw new AssertionError(list + " shows twice: " + item);
        }
      }
      if (page.json().path("items").size() != 1) {
        throw new AssertionError(list + " does not keep to limit 1: " + page.body());
      }
      JsonNode next = page.json().path("next");
      if (!next.isTextual()) {
        return;
      }
      page = witness.send(list.asking("limit", "1").asking("cursor", Http.encode(next.asText())));
      if (page.status() != 200) {
        throw new AssertionError(list + " does not take its own cursor: " + page.body());
      }
    }
  }

  /** The same cursor in every other list of the service, and here with each other filter. */
  private void foreign(Operation operation, Call list, String cursor) {
    List<Call> filtered = new ArrayList<>();
    for (Parameter filter : filters(operation)) {
      requests.filters(operation, filter).stream()
          .map(Http::encode)
          .filter(value -> !list.target().contains(filter.name() + "=" + value))
          .limit(1)
          .forEach(value -> filtered.add(list.asking(filter.name(), value)));
    }
    if (filtered.isEmpty() && !filters(operation).isEmpty()) {
      throw new AssertionError(operation + ": no other value is known for any of its filters");
    }
    for (Call other : filtered) {
      witness.refused(
          "a cursor from another filter", other.asking("cursor", Http.encode(cursor)), 400);
    }
    for (Operation other : operation.contract().operations()) {
      if (other.isList()
          && other.row().isEmpty()
          && other.service().equals(operation.service())
          && !other.path().equals(operation.path())
          && other.roles().contains(list.who().role())) {
        witness.refused(
            "a cursor from another list",
            requests
                .documented(other, list.who(), other.path())
                .asking("cursor", Http.encode(cursor)),
            400);
      }
    }
  }
}

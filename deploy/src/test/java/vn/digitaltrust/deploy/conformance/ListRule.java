package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
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
    return operation.isList();
  }

  @Override
  public void tryOn(Operation operation) {
    Person who = reader(operation);
    Call call = requests.documented(operation, who, requests.paths(operation).get(0));
    for (String limit : List.of("0", "201", "-1", "x", "1.5", "99999999999")) {
      witness.refused("limit " + limit, call.asking("limit", limit), 400);
    }
    for (String cursor : List.of("garbage", "AAAAAAAAAAAAAAAAAAAAAAAA", "%00", "x".repeat(3_000))) {
      witness.refused("a made-up cursor", call.asking("cursor", cursor), 400);
    }
    for (String path : requests.paths(operation)) {
      Call list = requests.documented(operation, who, path);
      Answer page = witness.send(list.asking("limit", "1"));
      if (page.json().path("next").isTextual()) {
        follows(list, page);
        foreign(operation, list, page.json().path("next").asText());
        return;
      }
    }
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
    for (Parameter filter : operation.parameters("query")) {
      boolean isFilter = !Set.of("cursor", "limit").contains(filter.name());
      if (isFilter && !list.target().contains(filter.name() + "=")) {
        requests
            .filter(operation, filter)
            .ifPresent(
                value ->
                    witness.refused(
                        "a cursor from another filter",
                        list.asking(filter.name(), Http.encode(value))
                            .asking("cursor", Http.encode(cursor)),
                        400));
      }
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

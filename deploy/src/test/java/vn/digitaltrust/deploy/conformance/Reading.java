package vn.digitaltrust.deploy.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * Reads all that an operation has to tell; the {@link Witness} holds each answer to the document.
 */
final class Reading {
  private static final int PAGES = 50;

  /**
   * Of the rows of an operation those that were made first: the newest come first in a list of
   * paths.
   */
  private static final int ROWS = 80;

  private final Door door;
  private final Witness witness;
  private final Requests requests;

  Reading(Door door, Witness witness, Requests requests) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
  }

  /**
   * The answers of an operation that reads: at the oldest rows, and of a list each page.
   *
   * @throws AssertionError if one is not as the document declares it
   */
  Stream<String> read(Operation operation) {
    List<String> bodies = new ArrayList<>();
    Person reader = reader(operation);
    List<String> paths = requests.paths(operation);
    for (String path : paths.subList(Math.max(0, paths.size() - ROWS), paths.size())) {
      Call call = requests.documented(operation, reader, path);
      if (operation.isList()) {
        pages(call.asking("limit", "200"), bodies);
      } else {
        bodies.add(witness.send(call).body());
      }
    }
    return bodies.stream();
  }

  private void pages(Call first, List<String> bodies) {
    Call call = first;
    for (int page = 0; page < PAGES; page++) {
      Answer answer = witness.send(call);
      bodies.add(answer.body());
      String next = answer.status() == 200 ? answer.json().path("next").asText("") : "";
      if (next.isEmpty() || next.equals("null")) {
        return;
      }
      call = first.asking("cursor", next);
    }
  }

  private Person reader(Operation operation) {
    List<Person> readers = door.callers(operation);
    return readers.stream()
        .filter(person -> person.role().equals("auditor"))
        .findFirst()
        .orElseGet(() -> readers.get(readers.size() - 1));
  }
}

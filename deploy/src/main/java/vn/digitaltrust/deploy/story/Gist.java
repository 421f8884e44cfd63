package vn.digitaltrust.deploy.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line of an answer that matters; the whole answer is for those who ask for it. */
final class Gist {
  /** What tells how something stands, in the order in which it is read. */
  private static final List<String> STANDING =
      List.of("verdict", "status", "suspended", "outcome", "kind", "class");

  private static final List<String> NAMES =
      List.of("registrationNumber", "number", "handle", "title", "detail");

  private static final List<String> DATES =
      List.of("from", "until", "reviewOn", "windowClosesAt", "appealBy", "respondBy");

  private Gist() {}

  /**
   * Verdict, class, ground, from and until, and how it stands, as far as the answer tells them; of
   * a list one such text for each item.
   */
  static String of(JsonNode answer) {
    JsonNode items = answer.path("items");
    if (items.isArray()) {
      return items.size()
          + " items"
          + items.valueStream().map(item -> "; " + of(item)).collect(Collectors.joining());
    }
    List<String> parts = new ArrayList<>();
    Stream.of(STANDING, NAMES)
        .flatMap(List::stream)
        .forEach(name -> add(parts, name, answer.path(name)));
    add(parts, "ground", answer.path("ground").path("code"));
    DATES.forEach(name -> add(parts, name, answer.path(name)));
    answer
        .path("restrictions")
        .forEach(restriction -> parts.add("[" + of(restriction) + exceptions(restriction) + "]"));
    for (String right : List.of("subject", "membership", "trustMark")) {
      add(parts, right, answer.path(right).path("status"));
    }
    return String.join(", ", parts);
  }

  private static String exceptions(JsonNode restriction) {
    int exceptions = restriction.path("exceptions").size();
    int conditions = restriction.path("conditions").size();
    return (exceptions == 0 ? "" : ", exceptions " + exceptions)
        + (conditions == 0 ? "" : ", conditions " + conditions);
  }

  private static void add(List<String> parts, String name, JsonNode value) {
    if (value.isValueNode() && !value.isNull() && !"false".equals(value.asText())) {
      boolean speaks = value.isBoolean() || !STANDING.contains(name);
      parts.add(speaks ? name + " " + value.asText() : value.asText());
    }
  }
}

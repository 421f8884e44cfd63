package vn.digitaltrust.deploy.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.story.Api;

/** What is asked of a release, kept with its answer, and asked again of the next one. */
final class Questions {
  /** What the time of the question decides, by the beginning of the path that is asked. */
  private static final Map<String, Set<String>> OF_THE_TIME =
      Map.of(
          // As of which positions, and when.
          "/trust/",
          Set.of("checkId", "at", "asOf"),
          // A term that ends is told once more, which is a version of its own. Members are told of
          // suspensions only while they are to come or run, and no more by which measure.
          "/alliance/v1/certificates/",
          Set.of("status", "version", "suspensions"),
          "/alliance/v1/memberships/",
          Set.of("version", "suspensions"));

  private final ArrayNode kept;

  /** Those that were kept. */
  Questions(JsonNode kept) {
    this.kept = (ArrayNode) kept;
  }

  /** None yet. */
  Questions() {
    this(Http.JSON.createArrayNode());
  }

  /** Asks and keeps the answer, if it is one: found, or refused to this person. */
  Answer ask(Api api, String who, String path) {
    Answer answer = api.peek(who, path);
    if (!Set.of(200, 403, 404).contains(answer.status())) {
      throw new AssertionError(
          "%s at %s: %d %s".formatted(who, path, answer.status(), answer.body()));
    }
    ObjectNode question = kept.addObject().put("who", who).put("path", path);
    question.put("status", answer.status());
    if (answer.status() == 200) {
      question.set("body", answer.json());
    }
    return answer;
  }

  JsonNode kept() {
    return kept;
  }

  /** How many there are. */
  int size() {
    return kept.size();
  }

  /** Asks them all again; one line for each answer that is another one now. */
  List<String> differences(Api api) {
    List<String> differences = new ArrayList<>();
    for (JsonNode question : kept) {
      String path = question.path("path").asText();
      Answer answer = api.peek(question.path("who").asText(), path);
      String difference =
          answer.status() != question.path("status").asInt()
              ? "status %s, now %d %s"
                  .formatted(question.path("status"), answer.status(), answer.body())
              : difference("", question.path("body"), answer.json(), ofTheTime(question));
      if (difference != null) {
        differences.add("%s at %s: %s".formatted(question.path("who").asText(), path, difference));
      }
    }
    return differences;
  }

  private static Set<String> ofTheTime(JsonNode question) {
    Set<String> names = new HashSet<>();
    OF_THE_TIME.forEach(
        (path, properties) -> {
          if (question.path("path").asText().startsWith(path)) {
            names.addAll(properties);
          }
        });
    String until = question.at("/body/trustMark/until").asText(null);
    if (until != null && LocalDate.parse(until).isBefore(LocalDate.now(ZoneOffset.UTC))) {
      names.add("trustMark"); // its term has ended since
    }
    return names;
  }

  /** What was answered must be answered; more may be. Null if it is so. */
  static String difference(String place, JsonNode before, JsonNode now, Set<String> ofTheTime) {
    if (before.isObject()) {
      for (Iterator<String> names = before.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        if (place.isEmpty() && ofTheTime.contains(name)) {
          continue;
        }
        String difference =
            difference(place + "/" + name, before.path(name), now.path(name), ofTheTime);
        if (difference != null) {
          return difference;
        }
      }
      return now.isObject() ? null : place + " was " + before + ", is " + now;
    }
    if (before.isArray() && now.isArray() && before.size() == now.size()) {
      for (int at = 0; at < before.size(); at++) {
        String difference = difference(place + "/" + at, before.get(at), now.get(at), ofTheTime);
        if (difference != null) {
          return difference;
        }
      }
      return null;
    }
    return before.isMissingNode() || before.equals(now)
        ? null
        : place + " was " + before + ", is " + now;
  }
}

package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * Sends every call of the suite and holds every answer to what holds of all answers: a status, a
 * media type and a body that the document declares; problems in the form of RFC 9457; no fault of
 * the machinery, ever.
 */
final class Witness {
  private static final Pattern TYPE = Pattern.compile("urn:digital-trust:problem:[a-z-]+");
  private static final String PROBLEM = "application/problem+json";

  /** What no answer may show. */
  private static final Pattern MACHINERY =
      Pattern.compile("[a-z]Exception\\b|\\bat (vn|java|io|org)\\.|<html|SQLSTATE");

  private final Door door;
  private final Set<String> refused = ConcurrentHashMap.newKeySet();

  /** Headers that callers act on, so that generated clients have to know them. */
  private static final List<String> TOLD =
      List.of("ETag", "Location", "RateLimit", "RateLimit-Policy", "Retry-After");

  Witness(Door door) {
    this.door = door;
  }

  /** The ids of the requests that were refused since the last time. */
  Set<String> refusedSinceLast() {
    Set<String> since = Set.copyOf(refused);
    refused.removeAll(since);
    return since;
  }

  /**
   * Sends a call.
   *
   * @throws AssertionError if the answer is one that no operation may give
   */
  Answer send(Call call) {
    Answer answer = request(call).send();
    List<String> faults = new ArrayList<>();
    String requestId = answer.header("x-request-id").orElse("");
    if (requestId.isEmpty()) {
      faults.add("no X-Request-Id");
    }
    if (answer.status() >= 400) {
      refused.add(requestId);
      problem(answer, call.target().split("\\?")[0], faults);
    } else if (answer.status() == 201 && answer.header("location").isEmpty()) {
      faults.add("201 without Location");
    }
    if (call.method().equals(call.operation().method())) {
      declared(call.operation(), answer, faults);
    }
    if (!faults.isEmpty()) {
      throw new AssertionError(
          "%s%nanswers %d %s%n%s%n- %s"
              .formatted(
                  call,
                  answer.status(),
                  answer.header("content-type").orElse(""),
                  cut(answer.body()),
                  String.join("\n- ", faults)));
    }
    return answer;
  }

  /**
   * Sends a call that must be refused with one of these statuses.
   *
   * @throws AssertionError if it is not
   */
  Answer refused(String why, Call call, Integer... statuses) {
    return mustBe(why, call, send(call), statuses);
  }

  /**
   * Holds the answer to a call that must be refused to that.
   *
   * @throws AssertionError if it has another status than these
   */
  Answer mustBe(String why, Call call, Answer answer, Integer... statuses) {
    if (!List.of(statuses).contains(answer.status())) {
      throw new AssertionError(
          "%s must be refused with %s%n%s%nanswers %d %s"
              .formatted(why, List.of(statuses), call, answer.status(), cut(answer.body())));
    }
    return answer;
  }

  private Http request(Call call) {
    Http request = Http.method(call.method(), door.address().apply(call.target()));
    if (call.who() != null) {
      request.bearer(door.token().apply(call.who().name()));
    }
    call.headers().forEach(request::header);
    if (call.body() != null) {
      request.body(call.mediaType(), call.body());
    }
    return request;
  }

  private static void problem(Answer answer, String path, List<String> faults) {
    if (!mediaType(answer).equals(PROBLEM)) {
      faults.add("a refusal that is no " + PROBLEM);
    }
    JsonNode problem = answer.json();
    if (!TYPE.matcher(problem.path("type").asText()).matches()) {
      faults.add("a problem without a stable type");
    }
    if (problem.path("status").asInt() != answer.status()) {
      faults.add("a problem that tells another status");
    }
    String instance = problem.path("instance").asText(path);
    if (!instance.equals(path) && !isSamePath(instance, path)) {
      faults.add("a problem of another instance");
    }
    for (String words : List.of("title", "detail")) {
      if (problem.path(words).asText().isBlank()) {
        faults.add("a problem without " + words);
      }
    }
    if (MACHINERY.matcher(answer.body()).find()) {
      faults.add("a problem that shows the machinery");
    }
    if (answer.status() == 500) {
      faults.add("500, ever");
    }
    if (answer.status() == 401 && answer.header("www-authenticate").isEmpty()) {
      faults.add("401 without WWW-Authenticate");
    }
    if ((answer.status() == 429 || answer.status() == 503)
        && answer.header("retry-after").isEmpty()) {
      faults.add("no Retry-After");
    }
  }

  /** Whether two are one path, however it is escaped; what is no address is none. */
  private static boolean isSamePath(String one, String other) {
    try {
      return java.net.URI.create(one).getPath().equals(java.net.URI.create(other).getPath());
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static void declared(Operation operation, Answer answer, List<String> faults) {
    JsonNode response = operation.response(answer.status());
    if (response.isMissingNode()) {
      faults.add("a status that the document does not declare");
      return;
    }
    for (String told : TOLD) {
      if (answer.header(told.toLowerCase(java.util.Locale.ROOT)).isPresent()
          && !response.path("headers").has(told)) {
        faults.add("the header " + told + ", which the document does not declare");
      }
    }
    for (Map.Entry<String, JsonNode> header : response.path("headers").properties()) {
      if (header.getValue().path("required").asBoolean()
          && answer.header(header.getKey().toLowerCase(java.util.Locale.ROOT)).isEmpty()) {
        faults.add("no " + header.getKey() + ", which is declared as required");
      }
    }
    JsonNode content = response.path("content");
    if (answer.body().isEmpty() && content.isEmpty()) {
      return;
    }
    JsonNode schema = operation.answer(answer.status(), mediaType(answer));
    if (schema.isMissingNode() || schema.isEmpty()) {
      faults.add("a body that the document declares no schema for");
      return;
    }
    Schemas schemas = operation.contract().schemas();
    for (JsonNode document : documents(answer, faults)) {
      schemas.faults(schema, document).forEach(fault -> faults.add("not as declared: " + fault));
    }
  }

  private static List<JsonNode> documents(Answer answer, List<String> faults) {
    String[] texts =
        mediaType(answer).equals("application/x-ndjson")
            ? answer.body().strip().split("\n")
            : new String[] {answer.body()};
    List<JsonNode> documents = new ArrayList<>();
    for (String text : texts) {
      try {
        documents.add(Http.JSON.readTree(text));
      } catch (JsonProcessingException e) {
        faults.add("a body that is no JSON");
      }
    }
    return documents;
  }

  private static String mediaType(Answer answer) {
    return answer.header("content-type").orElse("").split(";")[0].strip();
  }

  private static String cut(String text) {
    return text.length() > 1_500 ? text.substring(0, 1_500) + "…" : text;
  }
}

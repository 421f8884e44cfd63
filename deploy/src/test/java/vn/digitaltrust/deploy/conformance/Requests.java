package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.conformance.Contract.Parameter;
import vn.digitaltrust.deploy.http.Http;

/** Makes the calls that the document describes, to be sent as they are or spoilt in one place. */
final class Requests {
  /** One JSON value a line. */
  static final String NDJSON = "application/x-ndjson";

  private final Known known;
  private final Examples examples;

  Requests(Known known, Examples examples) {
    this.known = known;
    this.examples = examples;
  }

  /** Bodies for the operations. */
  Examples examples() {
    return examples;
  }

  /**
   * Paths of an operation, one for each row that it might be about, the newest first; the path
   * itself if it is about none.
   *
   * @throws AssertionError if nothing is known that would fit: then the document's names lead
   *     nowhere
   */
  List<String> paths(Operation operation) {
    if (operation.row().isEmpty()) {
      return List.of(operation.path());
    }
    String row = operation.row().get();
    List<String> values = known.values(row);
    if (values.isEmpty()) {
      throw new AssertionError(
          "%s: no value is known for the last parameter of %s, neither from a list or a journal"
                  .formatted(operation, row)
              + " nor from a property of that name");
    }
    return values.stream()
        .map(
            value ->
                row.substring(0, row.lastIndexOf('{'))
                    + Http.encode(value)
                    + operation.path().substring(row.length()))
        .toList();
  }

  /** The documented call of this person about one of the paths; with a retry key, no version. */
  Call documented(Operation operation, Person who, String path) {
    return documented(operation, who, path, examples.body(operation, who));
  }

  /** The documented call with this body. */
  Call documented(Operation operation, Person who, String path, JsonNode body) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (Parameter parameter : operation.parameters("query")) {
      if (parameter.required() || !parameter.example().isMissingNode()) {
        query.add(parameter.name() + "=" + Http.encode(value(operation, parameter)));
      }
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept-Language", "en");
    if (operation.takesHeader("Idempotency-Key")) {
      headers.put("Idempotency-Key", UUID.randomUUID().toString());
    }
    List<String> types = operation.mediaTypes();
    return new Call(
        operation,
        operation.method(),
        who,
        path + query,
        headers,
        types.isEmpty() ? null : types.get(0),
        body == null ? null : text(types.get(0), body));
  }

  /** Values for a filter of a list. */
  List<String> filters(Operation operation, Parameter filter) {
    List<String> values = new ArrayList<>();
    filter.schema().path("enum").forEach(value -> values.add(value.asText()));
    return values.isEmpty() ? known.named(operation.service(), filter.name()) : values;
  }

  /** A body in a media type, as it is sent. */
  static String text(String mediaType, JsonNode body) {
    return mediaType.equals(NDJSON) ? body + "\n" : body.toString();
  }

  private String value(Operation operation, Parameter parameter) {
    if (!parameter.example().isMissingNode()) {
      return examples.moved(parameter.example()).asText();
    }
    List<String> values = known.named(operation.service(), parameter.name());
    if (values.isEmpty()) {
      throw new AssertionError(
          "%s: the required parameter %s has no example".formatted(operation, parameter.name()));
    }
    return values.get(0);
  }
}

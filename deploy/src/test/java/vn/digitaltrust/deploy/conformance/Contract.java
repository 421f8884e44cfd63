package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import vn.digitaltrust.deploy.http.Http;

/** What the API document promises: the one thing that the suite is held to. */
final class Contract {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  private final JsonNode document;
  private final Schemas schemas;
  private final List<Operation> operations = new ArrayList<>();

  /** Reads an OpenAPI 3.1 document. */
  Contract(JsonNode document) {
    this.document = document;
    this.schemas = new Schemas(document);
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(
              new Operation(
                  this,
                  method.getKey().toUpperCase(java.util.Locale.ROOT),
                  path.getKey(),
                  method.getValue()));
        }
      }
    }
  }

  /** All of them, in the order of the document. */
  List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** The day on which the examples speak of today. */
  LocalDate examplesWrittenOn() {
    String day = document.path("info").path("x-examples-written-on").asText();
    return day.isEmpty() ? LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")) : LocalDate.parse(day);
  }

  /** Whether a body keeps to what is declared. */
  Schemas schemas() {
    return schemas;
  }

  /** The operation that answers at this place, if there is one. */
  Optional<Operation> operation(String method, String path) {
    return operations.stream()
        .filter(each -> each.method().equals(method) && each.path().equals(path))
        .findFirst();
  }

  /** Whether nothing answers to a method here, not even at a path with a parameter in its place. */
  boolean isFree(String method, String path) {
    return operations.stream()
        .noneMatch(
            each ->
                each.method().equals(method)
                    && path.matches(each.path().replaceAll("\\{[^}]*}", "[^/]*")));
  }

  /** What a reference means, or the node itself; of a choice with null, the other choice. */
  JsonNode resolved(JsonNode node) {
    JsonNode meant = node;
    while (meant.has("$ref")) {
      meant = document.at(meant.path("$ref").asText().substring(1));
    }
    for (JsonNode choice : meant.path("anyOf")) {
      if (!choice.path("type").asText().equals("null") && !meant.has("properties")) {
        return resolved(choice);
      }
    }
    return meant;
  }

  /** One parameter of an operation. */
  record Parameter(String name, String in, boolean required, JsonNode schema, JsonNode example) {}

  /** One operation of the document. */
  record Operation(Contract contract, String method, String path, JsonNode node) {
    /** Its name in generated clients. */
    String id() {
      return node.path("operationId").asText();
    }

    /** Who may call it: {@code x-roles}. */
    Set<String> roles() {
      return Set.copyOf(texts(node.path("x-roles")));
    }

    /** Whether anybody may call it without a token. */
    boolean isOpen() {
      JsonNode security =
          node.has("security") ? node.path("security") : contract.document.path("security");
      return security.isEmpty()
          || StreamSupport.stream(security.spliterator(), false).anyMatch(JsonNode::isEmpty);
    }

    /** All of them, or those in the path, the query or the headers. */
    List<Parameter> parameters(String in) {
      List<Parameter> parameters = new ArrayList<>();
      for (JsonNode declared : node.path("parameters")) {
        JsonNode parameter = contract.resolved(declared);
        if (parameter.path("in").asText().equals(in)) {
          parameters.add(
              new Parameter(
                  parameter.path("name").asText(),
                  in,
                  parameter.path("required").asBoolean(),
                  contract.resolved(parameter.path("schema")),
                  example(parameter)));
        }
      }
      return parameters;
    }

    private static JsonNode example(JsonNode parameter) {
      if (parameter.has("example")) {
        return parameter.path("example");
      }
      for (JsonNode named : parameter.path("examples")) {
        return named.path("value");
      }
      return parameter.path("schema").path("examples").path(0);
    }

    /** Whether it declares this header. */
    boolean takesHeader(String name) {
      return parameters("header").stream().anyMatch(header -> header.name().equalsIgnoreCase(name));
    }

    /** Whether it declares this query parameter. */
    boolean takesQuery(String name) {
      return parameters("query").stream().anyMatch(query -> query.name().equals(name));
    }

    /** Whether it answers in cursor pages. */
    boolean isList() {
      return takesQuery("cursor");
    }

    /** Whether it changes something. */
    boolean writes() {
      return !method.equals("GET") && (!method.equals("POST") || takesHeader("Idempotency-Key"));
    }

    /** The media types that it takes a body in; none if it takes no body. */
    List<String> mediaTypes() {
      return node.path("requestBody").path("content").properties().stream()
          .map(Map.Entry::getKey)
          .toList();
    }

    /** The declaration of a body in this media type; of lines, that of one line. */
    JsonNode body(String mediaType) {
      return ofOneLine(node.path("requestBody").path("content").path(mediaType));
    }

    /** The schema of what is answered with this status and media type; of lines, that of one. */
    JsonNode answer(int status, String mediaType) {
      return ofOneLine(response(status).path("content").path(mediaType)).path("schema");
    }

    /** What is declared for this status; missing if nothing is. */
    JsonNode response(int status) {
      JsonNode declared = node.path("responses").path(Integer.toString(status));
      return declared.isMissingNode() ? MissingNode.getInstance() : contract.resolved(declared);
    }

    /** The statuses of success that it declares. */
    List<Integer> successes() {
      return node.path("responses").properties().stream()
          .map(Map.Entry::getKey)
          .filter(status -> status.startsWith("2"))
          .map(Integer::valueOf)
          .toList();
    }

    /** The first part of its path: whose it is. */
    String service() {
      return path.split("/")[1];
    }

    /** The path up to and including its last parameter: the row that it is about. */
    Optional<String> row() {
      int end = path.lastIndexOf('}');
      return end < 0 ? Optional.empty() : Optional.of(path.substring(0, end + 1));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** To clients lines are one text; the shape of a line is told beside it. */
  private static JsonNode ofOneLine(JsonNode declared) {
    JsonNode line = declared.path("schema").path("contentSchema");
    if (line.isMissingNode()) {
      return declared;
    }
    ObjectNode one = JsonNodeFactory.instance.objectNode().set("schema", line);
    String example = declared.path("example").asText().lines().findFirst().orElse("null");
    try {
      return one.set("example", Http.JSON.readTree(example));
    } catch (JsonProcessingException e) {
      throw new AssertionError("an example of lines that are no JSON: " + example, e);
    }
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}

package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http;

/**
 * Bodies of requests, out of the document's examples: ids become ids that there are, and days move
 * along with the calendar, so that what was an example on the day it was written still is one.
 */
final class Examples {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*Z");
  private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

  /** The format of a text that one person is told and another says. */
  static final String CHALLENGE_CODE = "challenge-code";

  private static final int ROWS_TRIED = 6;

  private final Contract contract;
  private final Known known;
  private final long daysSince;
  private final LocalDate today = LocalDate.now(VIETNAM);

  /**
   * Bodies for the operations of a document.
   *
   * @param writtenOn the day that the examples speak of as today
   */
  Examples(Contract contract, Known known, LocalDate writtenOn) {
    this.contract = contract;
    this.known = known;
    this.daysSince = ChronoUnit.DAYS.between(writtenOn, today);
  }

  /** The documented body, or null if the operation takes none. */
  JsonNode body(Operation operation, Person who) {
    return operation.mediaTypes().isEmpty() ? null : bodies(operation, who).get(0);
  }

  /** The documented body in one of the media types of an operation. */
  JsonNode body(Operation operation, Person who, String mediaType) {
    return bodies(operation, who, mediaType).get(0);
  }

  /** The documented body as it stands, about one row after the other. */
  List<JsonNode> bodies(Operation operation, Person who) {
    return operation.mediaTypes().isEmpty()
        ? java.util.Collections.singletonList(null)
        : bodies(operation, who, operation.mediaTypes().get(0));
  }

  private List<JsonNode> bodies(Operation operation, Person who, String mediaType) {
    JsonNode declared = operation.body(mediaType);
    JsonNode example = moved(documented(declared));
    Set<JsonNode> bodies = new LinkedHashSet<>();
    for (int row = 0; row < ROWS_TRIED; row++) {
      bodies.add(filled(example, declared.path("schema"), operation, who, row));
    }
    return List.copyOf(bodies);
  }

  private JsonNode documented(JsonNode declared) {
    if (declared.has("example")) {
      return declared.path("example");
    }
    for (JsonNode named : declared.path("examples")) {
      return named.path("value");
    }
    return value(declared.path("schema"));
  }

  /** A value that a schema describes: its example, or else the plainest there is. */
  JsonNode value(JsonNode schema) {
    JsonNode meant = contract.resolved(schema);
    for (JsonNode described : List.of(schema, meant)) {
      if (described.path("examples").has(0)) {
        return described.path("examples").path(0);
      }
      if (described.has("example")) {
        return described.path("example");
      }
    }
    if (meant.path("enum").has(0)) {
      return meant.path("enum").path(0);
    }
    JsonNodeFactory json = JsonNodeFactory.instance;
    return switch (type(meant)) {
      case "object" -> object(meant);
      case "array" -> json.arrayNode().add(value(meant.path("items")));
      case "integer", "number" ->
          json.numberNode(meant.path("maximum").asInt(meant.path("minimum").asInt(1)));
      case "boolean" -> json.booleanNode(true);
      default ->
          json.textNode(
              switch (meant.path("format").asText()) {
                case "date" -> today.toString();
                case "date-time" -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
                case "uuid" -> new UUID(0, 0).toString();
                default -> "Hư cấu";
              });
    };
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    Set<String> required = texts(schema.path("required"));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (required.contains(property.getKey()) || property.getValue().has("examples")) {
        object.set(property.getKey(), value(property.getValue()));
      }
    }
    return object;
  }

  static String type(JsonNode schema) {
    for (JsonNode type : schema.path("type")) {
      if (!type.asText().equals("null")) {
        return type.asText();
      }
    }
    return schema.path("type").asText(schema.has("properties") ? "object" : "string");
  }

  /** With its days as far from today as they were from the day it was written. */
  JsonNode moved(JsonNode example) {
    return mapped(
        example,
        text -> {
          if (DAY.matcher(text).matches()) {
            return LocalDate.parse(text).plusDays(daysSince).toString();
          }
          return INSTANT.matcher(text).matches()
              ? Instant.parse(text).plus(daysSince, ChronoUnit.DAYS).toString()
              : text;
        });
  }

  private static JsonNode mapped(JsonNode node, java.util.function.UnaryOperator<String> change) {
    if (node instanceof ObjectNode object) {
      ObjectNode changed = JsonNodeFactory.instance.objectNode();
      object.properties().forEach(e -> changed.set(e.getKey(), mapped(e.getValue(), change)));
      return changed;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode changed = JsonNodeFactory.instance.arrayNode();
      array.forEach(each -> changed.add(mapped(each, change)));
      return changed;
    }
    return node.isTextual() ? JsonNodeFactory.instance.textNode(change.apply(node.asText())) : node;
  }

  /** With ids that there are: what speaks for itself first, then the newest. */
  private JsonNode filled(
      JsonNode body, JsonNode schema, Operation operation, Person who, int row) {
    JsonNode meant = contract.resolved(schema);
    if (!(body instanceof ObjectNode object)) {
      return body;
    }
    ObjectNode filled = object.deepCopy();
    String subject = null;
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      JsonNode declared = contract.resolved(meant.path("properties").path(property.getKey()));
      JsonNode items = contract.resolved(declared.path("items"));
      JsonNode value = property.getValue();
      if (declared.path("format").asText().equals("uuid")) {
        String id = id(property.getKey(), operation, who, row);
        filled.put(property.getKey(), id);
        subject = property.getKey().equals("subject") ? id : subject;
      } else if (items.path("format").asText().equals("uuid") && !value.isEmpty()) {
        String id = id(property.getKey(), operation, who, row);
        filled
            .putArray(property.getKey())
            .add(known.idAbout(property.getKey(), subject).orElse(id));
      } else if (declared.path("format").asText().equals(CHALLENGE_CODE)) {
        List<String> codes = known.toldToOwners(operation.service(), property.getKey());
        if (!codes.isEmpty()) {
          filled.put(property.getKey(), codes.get(row % codes.size()));
        }
      } else if (value.isObject()) {
        filled.set(property.getKey(), filled(value, declared, operation, who, row));
      }
    }
    return filled;
  }

  private String id(String property, Operation operation, Person who, int row) {
    List<String> ids = new ArrayList<>(known.ids(property));
    if (property.equals("subject") && who.subject() != null) {
      ids.add(0, who.subject());
    }
    if (ids.isEmpty() && operation.row().isPresent()) {
      ids.addAll(known.values(operation.row().get()));
      java.util.Collections.reverse(ids);
    }
    return ids.isEmpty() ? new UUID(0, 0).toString() : ids.get(row % ids.size());
  }

  /** Bodies that could have been sent instead of that of a call. */
  List<JsonNode> others(Call call) {
    try {
      JsonNode schema = call.operation().body(call.mediaType()).path("schema");
      return new OtherBodies(contract, this).of(Http.JSON.readTree(call.body()), schema);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Whether a property is a text, of any form. */
  static boolean isText(JsonNode schema) {
    return type(schema).equals("string") && !schema.has("enum");
  }

  /** Whether a property may be any text. */
  static boolean isFree(JsonNode schema) {
    return isText(schema)
        && !schema.has("format")
        && (!schema.has("pattern") || schema.path("pattern").asText().equals("\\S"));
  }

  static Set<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(JsonNode::asText)
        .collect(java.util.stream.Collectors.toSet());
  }
}

package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Bodies that differ from one in one place and keep to the same schema: what another would say. */
final class OtherBodies {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String OTHER_ID = "01990000-0000-7000-8000-000000000001";

  private final Contract contract;
  private final Examples examples;

  OtherBodies(Contract contract, Examples examples) {
    this.contract = contract;
    this.examples = examples;
  }

  /** As many as there are; none if a schema allows one body alone. */
  List<JsonNode> of(JsonNode body, JsonNode schema) {
    List<JsonNode> others = new ArrayList<>();
    collect(body, schema, other -> other, others);
    List<JsonNode> wellFormed = wellFormed(others, body, schema);
    // Another id is another thing, which may be refused for itself: only where nothing else
    // differs.
    return wellFormed.isEmpty() ? wellFormed(withOtherIds(body), body, schema) : wellFormed;
  }

  private List<JsonNode> wellFormed(List<JsonNode> others, JsonNode body, JsonNode schema) {
    return others.stream()
        .filter(other -> !other.equals(body))
        .filter(other -> contract.schemas().faults(schema, other).isEmpty())
        .toList();
  }

  private static List<JsonNode> withOtherIds(JsonNode body) {
    return body instanceof ObjectNode object
        ? object.properties().stream()
            .map(each -> (JsonNode) object.deepCopy().put(each.getKey(), OTHER_ID))
            .toList()
        : List.of();
  }

  /**
   * Inner values first, for they are no stranger than what was there.
   *
   * @param whole puts another value in the place of this one
   */
  private void collect(
      JsonNode value, JsonNode schema, UnaryOperator<JsonNode> whole, List<JsonNode> others) {
    JsonNode meant = contract.resolved(schema);
    if (value instanceof ObjectNode object) {
      inside(object, meant, whole, others);
    } else if (value instanceof ArrayNode array && !array.isEmpty()) {
      collect(
          array.get(0),
          meant.path("items"),
          other -> whole.apply(array.deepCopy().set(0, other)),
          others);
    } else {
      another(value, meant).forEach(other -> others.add(whole.apply(other)));
    }
  }

  private void inside(
      ObjectNode object, JsonNode meant, UnaryOperator<JsonNode> whole, List<JsonNode> others) {
    for (Map.Entry<String, JsonNode> property : meant.path("properties").properties()) {
      String name = property.getKey();
      if (object.has(name)) {
        collect(
            object.get(name),
            property.getValue(),
            other -> whole.apply(object.deepCopy().set(name, other)),
            others);
      }
    }
    for (Map.Entry<String, JsonNode> property : meant.path("properties").properties()) {
      String name = property.getKey();
      ObjectNode other = object.deepCopy();
      if (object.has(name)) {
        other.remove(name);
      } else {
        other.set(name, examples.value(property.getValue()));
      }
      others.add(whole.apply(other));
    }
  }

  private static List<JsonNode> another(JsonNode value, JsonNode meant) {
    if (meant.has("enum")) {
      List<JsonNode> others = new ArrayList<>();
      meant.path("enum").forEach(others::add);
      return others;
    }
    if (value.isNumber()) {
      return List.of(JSON.numberNode(value.asInt() - 1), JSON.numberNode(value.asInt() + 1));
    }
    if (value.isBoolean()) {
      return List.of(JSON.booleanNode(!value.asBoolean()));
    }
    if (meant.path("format").asText().equals("date")) {
      return List.of(JSON.textNode(LocalDate.parse(value.asText()).minusDays(1).toString()));
    }
    if (meant.path("format").asText().equals(Examples.CHALLENGE_CODE)) {
      String code = value.asText();
      return List.of(
          JSON.textNode(code.substring(0, code.length() - 1) + (code.endsWith("7") ? '8' : '7')));
    }
    return Examples.isFree(meant) ? List.of(JSON.textNode(value.asText() + " khác")) : List.of();
  }
}

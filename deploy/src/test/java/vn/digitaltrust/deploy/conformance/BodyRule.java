package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;

/** Bodies are taken at their word or refused, never guessed at, and never swallowed whole. */
final class BodyRule implements Rule {
  /** A property that no request has. */
  static final String STRAY = "strayProperty";

  private static final String JSON = "application/json";
  private static final int MEGABYTE = 1_000_000;

  private final Door door;
  private final Witness witness;
  private final Requests requests;

  BodyRule(Door door, Witness witness, Requests requests) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
  }

  @Override
  public String sentence() {
    return "refuses bodies with stray properties, wrong types, control characters or a megabyte";
  }

  @Override
  public boolean concerns(Operation operation) {
    return operation.mediaTypes().contains(JSON);
  }

  @Override
  public void tryOn(Operation operation) {
    Person who = door.callers(operation).get(0);
    Call call = requests.documented(operation, who, requests.paths(operation).get(0));
    if (operation.takesHeader("If-Match")) {
      call = call.with("If-Match", "\"0\"");
    }
    JsonNode schema = operation.body(JSON).path("schema");
    for (String broken : List.of("", "{", "[]", "null", "\"text\"", "{} {}", "{\"a\":1,\"a\":1}")) {
      witness.refused("a body that is " + broken, call.saying(JSON, broken), 400);
    }
    JsonNode body = requests.examples().body(operation, who);
    for (Spoilt spoilt : spoilt(operation, body, schema, "")) {
      Call sent = call.with(spoilt.body());
      if (!spoilt.inList() || !isRefusedInItsPlace(witness.send(sent))) {
        witness.refused(spoilt.how(), sent, spoilt.statuses());
      }
    }
  }

  /** A batch may take the other items and answer this one with a problem of its own. */
  private static boolean isRefusedInItsPlace(Answer answer) {
    return answer.status() == 200
        && answer.json().findValues("problem").stream().anyMatch(JsonNode::isObject);
  }

  private record Spoilt(String how, boolean inList, JsonNode body, Integer... statuses) {
    Spoilt(String how, JsonNode body, Integer... statuses) {
      this(how, false, body, statuses);
    }
  }

  private List<Spoilt> spoilt(Operation operation, JsonNode body, JsonNode schema, String at) {
    JsonNode meant = operation.contract().resolved(schema);
    List<Spoilt> all = new ArrayList<>();
    if (body instanceof ObjectNode object) {
      all.add(new Spoilt("a stray property in " + at, put(object, STRAY, text("x")), 400));
      for (Map.Entry<String, JsonNode> property : meant.path("properties").properties()) {
        String name = property.getKey();
        JsonNode declared = operation.contract().resolved(property.getValue());
        wrong(declared)
            .forEach(
                value ->
                    all.add(
                        new Spoilt("a wrong type of " + at + name, put(object, name, value), 400)));
        if (Examples.isFree(declared)) {
          all.add(
              new Spoilt(
                  "a control character in " + at + name,
                  put(object, name, text("hu cau\u0001")),
                  400));
          all.add(
              new Spoilt(
                  "a megabyte in " + at + name,
                  put(object, name, text("x".repeat(MEGABYTE))),
                  400,
                  413));
        }
        inside(operation, object, name, declared, at).forEach(all::add);
      }
      for (JsonNode name : meant.path("required")) {
        ObjectNode without = object.deepCopy();
        without.remove(name.asText());
        all.add(new Spoilt("nothing for " + at + name.asText(), without, 400));
        all.add(
            new Spoilt(
                "null for " + at + name.asText(),
                put(object, name.asText(), JsonNodeFactory.instance.nullNode()),
                400));
      }
    }
    return all;
  }

  /** The same one step further in: what is spoilt there spoils the whole. */
  private List<Spoilt> inside(
      Operation operation, ObjectNode object, String name, JsonNode declared, String at) {
    List<Spoilt> all = new ArrayList<>();
    JsonNode value = object.path(name);
    if (value.isObject()) {
      for (Spoilt spoilt : spoilt(operation, value, declared, at + name + ".")) {
        all.add(
            new Spoilt(
                spoilt.how(),
                spoilt.inList(),
                put(object, name, spoilt.body()),
                spoilt.statuses()));
      }
    } else if (value.isArray() && value.path(0).isObject()) {
      for (Spoilt spoilt :
          spoilt(operation, value.path(0), declared.path("items"), at + name + "[0].")) {
        ArrayNode list = value.deepCopy();
        list.set(0, spoilt.body());
        all.add(new Spoilt(spoilt.how(), true, put(object, name, list), spoilt.statuses()));
      }
    }
    return all;
  }

  private static List<JsonNode> wrong(JsonNode declared) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    JsonNode list = json.arrayNode().add(json.arrayNode());
    JsonNode object = json.objectNode().put(STRAY, 1);
    return switch (Examples.type(declared)) {
      case "object" -> List.of(text("x"), json.numberNode(7), list);
      case "array" -> List.of(text("x"), json.numberNode(7), object);
      case "integer", "number" -> List.of(text("x"), text("7"), json.booleanNode(true), object);
      case "boolean" -> List.of(text("true"), json.numberNode(1), list);
      default ->
          declared.has("enum") || declared.has("format")
              ? List.of(
                  text("NO_SUCH_VALUE"),
                  text(""),
                  json.numberNode(7),
                  list,
                  json.arrayNode().add(2026).add(1).add(1))
              : List.of(json.numberNode(7), json.booleanNode(true), list, object);
    };
  }

  private static ObjectNode put(ObjectNode object, String name, JsonNode value) {
    return object.deepCopy().set(name, value);
  }

  private static JsonNode text(String value) {
    return Http.JSON.getNodeFactory().textNode(value);
  }
}

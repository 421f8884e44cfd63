package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;

/** Bodies are taken at their word or refused, never guessed at, and never swallowed whole. */
final class BodyRule implements Rule {
  /** A property that no request has. */
  static final String STRAY = "strayProperty";

  /** What no text is. */
  private static final Map<String, JsonNode> ODD =
      Map.of(
          "a control character", text("hu cau\u0001"), "a megabyte", text("x".repeat(1_000_000)));

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
    return !operation.mediaTypes().isEmpty();
  }

  @Override
  public void tryOn(Operation operation) {
    Person who = door.callers(operation).get(0);
    Call call = requests.documented(operation, who, requests.paths(operation).get(0));
    if (operation.takesHeader("If-Match")) {
      call = call.with("If-Match", "\"0\"");
    }
    for (String mediaType : operation.mediaTypes()) {
      spoil(call, mediaType, requests.examples().body(operation, who, mediaType));
    }
  }

  private void spoil(Call documented, String mediaType, JsonNode body) {
    Call call = documented.saying(mediaType, Requests.text(mediaType, body));
    boolean isLines = mediaType.equals(Requests.NDJSON);
    for (String broken : List.of("{", "[]", "null", "\"text\"", "{} {}", "{\"a\":1,\"a\":1}")) {
      refused("a body that is " + broken, call.saying(mediaType, broken), isLines, 400);
    }
    if (!isLines) {
      witness.refused("no body", call.saying(mediaType, ""), 400);
    }
    JsonNode schema = call.operation().body(mediaType).path("schema");
    for (Spoilt spoilt : spoilt(call.operation(), body, schema, "")) {
      refused(
          spoilt.how(), call.with(spoilt.body()), isLines || spoilt.inList(), spoilt.statuses());
    }
  }

  /** A batch, of items or of lines, may take the others and answer this one with its problem. */
  private void refused(String how, Call call, boolean isOneOfMany, Integer... statuses) {
    Answer answer = witness.send(call);
    boolean isInItsPlace =
        isOneOfMany
            && answer.status() == 200
            && answer.json().findValues("problem").stream()
                .map(problem -> problem.path("status").asInt())
                .anyMatch(List.of(statuses)::contains);
    if (!isInItsPlace) {
      witness.mustBe(how, call, answer, statuses);
    }
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
        if (Examples.isText(declared)) {
          ODD.forEach(
              (how, odd) ->
                  all.add(new Spoilt(how + " in " + at + name, put(object, name, odd), 400, 413)));
        }
        JsonNode items = operation.contract().resolved(declared.path("items"));
        if (declared.has("items") && !Examples.type(items).equals("object")) {
          Map<String, JsonNode> odd = new LinkedHashMap<>(Examples.isText(items) ? ODD : Map.of());
          wrong(items).forEach(value -> odd.put("a wrong type " + odd.size(), value));
          odd.forEach(
              (how, value) ->
                  all.add(
                      new Spoilt(
                          how + " in a list of " + at + name,
                          put(object, name, JsonNodeFactory.instance.arrayNode().add(value)),
                          400,
                          413)));
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

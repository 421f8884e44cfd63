package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.deploy.conformance.Contract.Operation;
import vn.digitaltrust.deploy.conformance.Contract.Parameter;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;

/** Other methods, other media types, and values in path and query that cannot be. */
final class FormRule implements Rule {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Door door;
  private final Witness witness;
  private final Requests requests;

  FormRule(Door door, Witness witness, Requests requests) {
    this.door = door;
    this.witness = witness;
    this.requests = requests;
  }

  @Override
  public String sentence() {
    return "refuses other methods, other media types, and values that cannot be";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void tryOn(Operation operation) {
    Person who = door.callers(operation).get(0);
    Call call = requests.documented(operation, who, requests.paths(operation).get(0));
    for (String method : METHODS) {
      if (operation.contract().isFree(method, operation.path())) {
        witness.refused("a method that is not offered", call.by(method), 405);
      }
    }
    if (call.body() != null) {
      witness.refused("text", call.saying("text/plain", call.body()), 415);
      witness.refused("no media type", call.saying(null, call.body()), 415);
      witness.refused("a form", call.saying("application/x-www-form-urlencoded", "a=b"), 415);
    }
    if (call.body() != null) {
      witness.refused("a coded body", call.with("Content-Encoding", "gzip"), 415);
      witness.refused(
          "another encoding", call.saying(call.mediaType() + "; charset=utf-16", call.body()), 415);
    }
    if (operation.method().equals("GET")) {
      witness.refused("an answer in pictures", call.with("Accept", "image/png"), 406);
    }
    if (operation.row().isPresent()) {
      rows(operation, call);
    }
    for (Parameter parameter : operation.parameters("query")) {
      query(parameter, requests.documented(operation, who, requests.paths(operation).get(0)));
    }
  }

  private void rows(Operation operation, Call call) {
    String row = operation.row().orElseThrow();
    Parameter parameter = operation.parameters("path").get(operation.parameters("path").size() - 1);
    boolean isId = parameter.schema().path("format").asText().equals("uuid");
    String value = call.target().split("[/?]")[row.split("/").length - 1];
    if (isId) {
      Call unknown = call.to(call.target().replace(value, UUID.randomUUID().toString()));
      if (operation.path().equals(row) && operation.method().equals("GET")) {
        witness.refused("an id that nobody has", unknown, 404);
      } else {
        witness.send(unknown);
      }
      witness.refused(
          "an id that is none", call.to(call.target().replace(value, "no-id")), 400, 404);
    }
    for (String odd : List.of("%00", "%0A", "%FF", "'%20OR%201=1", "x".repeat(5_000))) {
      Answer answer = witness.send(call.to(call.target().replace(value, odd)));
      if (isId && answer.status() / 100 == 2) {
        throw new AssertionError("%s answers to the id %s".formatted(operation, odd));
      }
    }
  }

  private void query(Parameter parameter, Call call) {
    String name = parameter.name();
    String plain = call.target().replaceAll("([?&])" + name + "=[^&]*&?", "$1");
    Call without = call.to(plain.replaceAll("[?&]$", ""));
    if (parameter.required()) {
      witness.refused("nothing for " + name, without, 400);
    }
    for (String odd : odd(parameter.schema())) {
      witness.refused("another value for " + name, without.asking(name, Http.encode(odd)), 400);
    }
    for (String odd : List.of("%00", "%FF", "%F0%9F%98%80", "x".repeat(5_000))) {
      witness.send(without.asking(name, odd));
    }
  }

  private static List<String> odd(JsonNode schema) {
    if (schema.has("enum")) {
      return List.of("NO_SUCH_VALUE", "0");
    }
    if (schema.path("type").asText().equals("integer")) {
      return List.of("x", "1.5", "99999999999999999999", "1e1");
    }
    if (schema.path("type").asText().equals("boolean")) {
      return List.of("x", "2");
    }
    return switch (schema.path("format").asText()) {
      case "uuid" -> List.of("no-id", "7");
      case "date", "date-time" -> List.of("yesterday", "2026-13-45");
      default -> List.of();
    };
  }
}

package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.digitaltrust.deploy.conformance.Contract.Operation;

/**
 * One request to an operation, before it is sent.
 *
 * @param operation what it asks for
 * @param method the operation's, unless another is tried
 * @param who whose token it carries; null for none
 * @param target path and query
 * @param headers all but the token
 * @param mediaType of the body, or null for none
 * @param body or null
 */
record Call(
    Operation operation,
    String method,
    Person who,
    String target,
    Map<String, String> headers,
    String mediaType,
    String body) {

  Call as(Person other) {
    return new Call(operation, method, other, target, headers, mediaType, body);
  }

  Call by(String other) {
    return new Call(operation, other, who, target, headers, mediaType, body);
  }

  Call to(String other) {
    return new Call(operation, method, who, other, headers, mediaType, body);
  }

  /** With this header, or without it if the value is null. */
  Call with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    if (value == null) {
      changed.remove(header);
    } else {
      changed.put(header, value);
    }
    return new Call(operation, method, who, target, changed, mediaType, body);
  }

  Call with(JsonNode json) {
    return saying(mediaType, Requests.text(mediaType, json));
  }

  Call saying(String type, String text) {
    return new Call(operation, method, who, target, headers, type, text);
  }

  /** With this parameter in the query, instead of the one of that name if there is one. */
  Call asking(String name, String value) {
    String others = target.replaceAll("(?<=[?&])" + name + "=[^&]*&?", "").replaceAll("[?&]$", "");
    return to(others + (others.contains("?") ? '&' : '?') + name + '=' + value);
  }

  @Override
  public String toString() {
    return "%s %s as %s %s%s"
        .formatted(
            method,
            target.length() > 300 ? target.substring(0, 300) + "…" : target,
            who == null ? "nobody" : who.name(),
            headers,
            body == null
                ? ""
                : " " + (body.length() > 1_000 ? body.substring(0, 1_000) + "…" : body));
  }
}

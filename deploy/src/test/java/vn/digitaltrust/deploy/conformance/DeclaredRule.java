package vn.digitaltrust.deploy.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.digitaltrust.deploy.conformance.Contract.Operation;

/** What the document itself must say of each operation. */
final class DeclaredRule implements Rule {
  private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "DELETE");

  /** Where a POST asks and changes nothing. */
  private static final String QUESTIONS = "/checks";

  private final Set<String> roles;
  private final Requests requests;

  /**
   * Of a realm with these roles.
   *
   * @param roles all that there are
   */
  DeclaredRule(Set<String> roles, Requests requests) {
    this.roles = roles;
    this.requests = requests;
  }

  /** Whether it does something to what exists, rather than create what had no version before. */
  private static boolean isAct(Operation operation) {
    return operation.method().equals("POST")
        && operation.path().contains("{")
        && !operation.successes().contains(201);
  }

  /** Whether it is a POST only because what is asked is too long for an address. */
  private static boolean asks(Operation operation) {
    return operation.path().endsWith(QUESTIONS) && !operation.successes().contains(201);
  }

  @Override
  public String sentence() {
    return "is declared in full, by the conventions";
  }

  @Override
  public boolean concerns(Operation operation) {
    return true;
  }

  @Override
  public void tryOn(Operation operation) {
    List<String> faults = new ArrayList<>();
    if (operation.id().isBlank() || operation.node().path("summary").asText().isBlank()) {
      faults.add("no operationId or no summary");
    }
    if (!operation.isOpen() && operation.roles().isEmpty()) {
      faults.add("nobody may call it: no x-roles");
    }
    if (!roles.containsAll(operation.roles())) {
      faults.add("x-roles that the realm does not have");
    }
    if (operation.successes().isEmpty()) {
      faults.add("no success");
    }
    operation.successes().forEach(status -> success(operation, status, faults));
    if ((CHANGES.contains(operation.method()) || isAct(operation))
        && !operation.takesHeader("If-Match")) {
      faults.add("a change without If-Match");
    }
    if (operation.method().equals("POST")
        && !asks(operation)
        && !operation.takesHeader("Idempotency-Key")) {
      faults.add("a POST that takes no Idempotency-Key, and is no question at " + QUESTIONS);
    }
    for (Contract.Parameter query : operation.parameters("query")) {
      if (query.name().equals("limit")
          && !(query.schema().has("minimum") && query.schema().has("maximum"))) {
        faults.add("a limit that declares no least or no most");
      }
    }
    body(operation, faults);
    if (!faults.isEmpty()) {
      throw new AssertionError(operation + "\n- " + String.join("\n- ", faults));
    }
  }

  private static void success(Operation operation, int status, List<String> faults) {
    JsonNode response = operation.response(status);
    if (status != 204 && response.path("content").isEmpty()) {
      faults.add(status + " without a content");
    }
    for (JsonNode content : response.path("content")) {
      JsonNode schema = operation.contract().resolved(content.path("schema"));
      if (schema.isEmpty()) {
        faults.add(status + " with an empty schema");
      }
      boolean isArray = Examples.type(schema).equals("array");
      if (isArray && !operation.takesQuery("limit")) {
        faults.add("a list without limit");
      }
      if (schema.path("properties").has("items")
          && !(operation.isList()
              && operation.takesQuery("limit")
              && schema.path("properties").has("next"))) {
        faults.add("a list that does not come in cursor pages");
      }
    }
    if (status == 201 && response.path("headers").path("Location").isMissingNode()) {
      faults.add("201 that declares no Location");
    }
  }

  private void body(Operation operation, List<String> faults) {
    for (String mediaType : operation.mediaTypes()) {
      JsonNode schema = operation.body(mediaType).path("schema");
      if (operation.contract().resolved(schema).isEmpty()) {
        faults.add("a body in " + mediaType + " without a schema");
      }
    }
    if (!operation.mediaTypes().isEmpty() && !operation.roles().isEmpty()) {
      JsonNode schema = operation.body(operation.mediaTypes().get(0)).path("schema");
      JsonNode example =
          requests
              .examples()
              .body(operation, new Person("", operation.roles().iterator().next(), null, null));
      operation
          .contract()
          .schemas()
          .faults(schema, example)
          .forEach(fault -> faults.add("an example that is none: " + fault));
    }
  }
}

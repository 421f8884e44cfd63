package vn.digitaltrust.gateway.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The API page's script without a browser: Node runs it, with the document and answers of ours. */
final class PageInNode {
  static final String ID = "11111111-1111-7111-8111-111111111111";
  static final String SUBJECT = "22222222-2222-7222-8222-222222222222";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PAGE = "src/test/node/page.mjs";
  private static final String SESSION = "src/test/node/session.mjs";
  private static final JsonNode DOCUMENT = read();

  private PageInNode() {}

  static boolean isPossible() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
  }

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(new File("openapi.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The document as it is stored; who changes it changes a copy. */
  static JsonNode document() {
    return DOCUMENT;
  }

  record Operation(String path, String method, JsonNode declared) {
    String place() {
      return method + " " + path;
    }

    boolean asksFor(String parameter) {
      return Stream.of(declared.path("parameters"))
          .flatMap(all -> all.findValuesAsText("name").stream())
          .anyMatch(parameter::equals);
    }
  }

  static Stream<Operation> operations() {
    return document().path("paths").properties().stream()
        .flatMap(
            path ->
                path.getValue().properties().stream()
                    .map(each -> new Operation(path.getKey(), each.getKey(), each.getValue())));
  }

  static Operation operation(String name) {
    return operations()
        .filter(each -> each.declared().path("operationId").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** An answer as the document shows it, about a thing and a subject of our own. */
  static ObjectNode answer(String name) {
    Operation operation = operation(name);
    String status = operation.declared().path("responses").has("201") ? "201" : "200";
    ObjectNode answer = JSON.createObjectNode();
    answer.put("path", operation.path()).put("method", operation.method());
    answer.put("status", Integer.parseInt(status));
    answer.putObject("headers").put("etag", "\"7\"");
    answer.set("body", example(operation, status).deepCopy());
    ObjectNode thing = thing(answer.path("body"));
    if (thing.has("id")) {
      thing.put("id", ID);
    }
    if (thing.has("subject")) {
      thing.put("subject", SUBJECT);
    }
    return answer;
  }

  private static JsonNode example(Operation operation, String status) {
    JsonNode content =
        operation.declared().path("responses").path(status).at("/content/application~1json");
    return content.has("example")
        ? content.path("example")
        : content.path("examples").elements().next().path("value");
  }

  static ObjectNode thing(String operation) {
    return thing(answer(operation).path("body"));
  }

  /** The first of a list, the subject of what was found or checked, or what there is. */
  static ObjectNode thing(JsonNode body) {
    JsonNode first = body.isArray() ? body.path(0) : body.path("items").path(0);
    JsonNode thing = first.isMissingNode() ? body : first;
    return (ObjectNode) (thing.path("subject").isObject() ? thing.path("subject") : thing);
  }

  /** What the page shows, says and has filled in after these answers. */
  static JsonNode page(ObjectNode... answers) throws Exception {
    return after(Stream.of(answers).map(answer -> event("answer", answer)).toArray(Map[]::new));
  }

  /** The same after these events, see {@code page.mjs}. */
  static JsonNode after(Map<?, ?>... events) throws Exception {
    return page(Map.of("api", document(), "events", events));
  }

  static Map<String, Object> event(String what, Object given) {
    return Map.of(what, given);
  }

  /** The person chooses a row of a list that was answered. */
  static Map<String, Object> choose(String operation, int row) {
    Operation listed = operation(operation);
    return event("choose", List.of(listed.path(), listed.method(), row));
  }

  /** The person presses Execute. */
  static Map<String, Object> press(String operation) {
    return press(operation, Map.of());
  }

  static Map<String, Object> press(String operation, Map<String, ?> how) {
    Operation pressed = operation(operation);
    Map<String, Object> press = new HashMap<>(how);
    press.put("press", List.of(pressed.path(), pressed.method()));
    return press;
  }

  /** The person types into a parameter. */
  static Map<String, Object> type(String operation, String within, String name, String value) {
    Operation typed = operation(operation);
    return event("type", List.of(List.of(typed.path(), typed.method()), name, within, value));
  }

  /** The person fills in a body. */
  static Map<String, Object> fill(String operation, String body) {
    Operation filled = operation(operation);
    return event(
        "body", Map.of("value", body, "pathMethod", List.of(filled.path(), filled.method())));
  }

  /** What the page makes of another document. */
  static JsonNode pageOf(JsonNode document) throws Exception {
    return page(Map.of("api", document));
  }

  /** What the page hands on to be prepared when an operation is unfolded, or something else. */
  static JsonNode unfolded(String... place) throws Exception {
    return page(Map.of("api", document(), "unfolded", List.of(place)));
  }

  /** What a function of the page's scripts returns. */
  static JsonNode call(String script, String function, Object... given) throws Exception {
    Map<String, Object> call = Map.of("of", script, "name", function, "given", given);
    return page(Map.of("calls", List.of(call))).path("called").path(0);
  }

  /** What it returns for each of these and one more argument. */
  static JsonNode calls(String script, String function, Object[] each, Object more)
      throws Exception {
    List<?> calls =
        Stream.of(each)
            .map(one -> Map.of("of", script, "name", function, "given", List.of(one, more)))
            .toList();
    return page(Map.of("calls", calls)).path("called");
  }

  /** Plays a case of {@code session.mjs}; what it printed if it went otherwise. */
  static String session(String played) throws Exception {
    Process node = new ProcessBuilder("node", SESSION, played).redirectErrorStream(true).start();
    String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return node.waitFor() == 0 ? "" : printed;
  }

  private static JsonNode page(Map<String, ?> given) throws Exception {
    Path input = Files.createTempFile("steps", ".json");
    Path output = Files.createTempFile("steps", ".json");
    try {
      JSON.writeValue(input.toFile(), given);
      Process node =
          new ProcessBuilder("node", PAGE)
              .redirectInput(input.toFile())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      assertTrue(node.waitFor(1, TimeUnit.MINUTES));
      assertEquals(0, node.exitValue());
      return JSON.readTree(output.toFile());
    } finally {
      Files.delete(input);
      Files.delete(output);
    }
  }

  /** The operations in which a parameter holds this value. */
  static Set<String> filled(JsonNode page, String parameter, String value) {
    Set<String> filled = new TreeSet<>();
    for (Map.Entry<String, JsonNode> operation : page.path("parameters").properties()) {
      if (operation.getValue().path(parameter).asText().equals(value)) {
        filled.add(operation.getKey());
      }
    }
    return filled;
  }

  static JsonNode body(JsonNode page, String operation) throws IOException {
    return JSON.readTree(page.path("bodies").path(operation).asText());
  }
}

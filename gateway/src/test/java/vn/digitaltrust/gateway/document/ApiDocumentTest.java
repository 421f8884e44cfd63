package vn.digitaltrust.gateway.document;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Words;
import vn.digitaltrust.gateway.testing.Neighbours;

/** The stored API document is the one that is served. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ApiDocumentTest {
  private static final Path STORED = Path.of("openapi.yaml");
  private static final Path SERVED = Path.of("target", "openapi.yaml");
  private static final List<String> AT_THE_DOOR =
      List.of("400", "401", "403", "406", "408", "413", "414", "429", "431", "500", "503", "505");

  @Test
  @DisplayName("openapi.yaml has not drifted; if it should change, copy it from target/")
  void drift() throws IOException {
    String served = given().get("/openapi").asString();
    Files.writeString(SERVED, served);
    assertEquals(Files.readString(STORED), served);
  }

  @Test
  @DisplayName("DOC-1, DOC-3, DOC-4: every operation is named, explained, and tells its errors")
  void complete() throws IOException {
    JsonNode document = document();
    assertEquals("3.1.0", document.get("openapi").asText());
    Set<String> names = new HashSet<>();
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      for (JsonNode operation : path.getValue()) {
        String name = operation.path("operationId").asText();
        assertTrue(names.add(name), "twice: " + name);
        assertTrue(name.startsWith(owner(path.getKey())), name);
        assertBilingual(operation.path("summary").asText(), name);
        String description = operation.path("description").asText();
        String said = description.substring(0, description.lastIndexOf("**Who")).strip();
        if (!said.isEmpty()) {
          assertBilingual(said, name);
        }
        List<String> errors = new ArrayList<>(AT_THE_DOOR);
        if (operation.has("requestBody")) {
          errors.add("415");
        }
        if (!owner(path.getKey()).equals("gateway")) {
          errors.addAll(List.of("415", "502", "504"));
        }
        for (String status : errors) {
          String error = operation.at("/responses/" + status + "/$ref").asText();
          assertTrue(error.startsWith("#/components/responses/"), name + " " + status);
        }
        assertTrue(operation.path("x-roles").size() > 0, name);
      }
    }
    assertTrue(names.contains("gatewayCheckAccount"));
    assertTrue(names.contains("sanctionsReadJournal"));
  }

  private static void assertBilingual(String text, String what) {
    assertEquals(2, text.split(" · ").length, "in English and in Vietnamese: " + what);
  }

  @Test
  @DisplayName("DOC-3: the errors that are shown are those that are sent")
  void errors() throws IOException {
    Words texts = Words.of(null);
    for (JsonNode error : document().at("/components/responses")) {
      assertBilingual(error.path("description").asText(), "errors");
      JsonNode example = error.at("/content/application~1problem+json/example");
      String type = example.path("type").asText();
      List<String> types =
          Arrays.stream(Kind.values())
              .filter(kind -> kind.status() == example.path("status").asInt())
              .map(kind -> kind.type().toString())
              .toList();
      assertTrue(types.contains(type), type);
      String slug = type.substring(type.lastIndexOf(':') + 1);
      assertEquals(texts.text(slug + ".title"), example.path("title").asText());
    }
  }

  @Test
  @DisplayName("DOC-2: no operation is called as a schema is, nor as clients call its parameters")
  void clientNames() throws IOException {
    JsonNode document = document();
    JsonNode schemas = document.at("/components/schemas");
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        String name = operation.get("operationId").asText();
        String type = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        assertFalse(schemas.has(type), name);
        assertFalse(schemas.has(type + "Request"), name);
      }
    }
  }

  @Test
  @DisplayName(
      "DOC-6: every operation shows what can be sent and what comes back, and says its shape")
  void examples() throws IOException {
    List<String> silent = new ArrayList<>();
    for (JsonNode path : document().get("paths")) {
      for (JsonNode operation : path) {
        String name = operation.get("operationId").asText();
        if (operation.has("requestBody")) {
          silent.addAll(silent(name + " request", operation.at("/requestBody/content")));
        }
        for (Map.Entry<String, JsonNode> answer : operation.get("responses").properties()) {
          if (answer.getKey().startsWith("2")) {
            silent.addAll(silent(name + " answer", answer.getValue().path("content")));
          }
        }
      }
    }
    assertEquals(List.of(), silent);
  }

  private static List<String> silent(String what, JsonNode content) {
    List<String> silent = new ArrayList<>();
    if (content.isEmpty()) {
      silent.add(what + " has no content");
    }
    for (Map.Entry<String, JsonNode> type : content.properties()) {
      JsonNode media = type.getValue();
      if (!media.hasNonNull("example") && media.path("examples").isEmpty()) {
        silent.add(what + " has no example as " + type.getKey());
      }
      if (media.path("schema").isEmpty()) {
        silent.add(what + " has no schema as " + type.getKey());
      }
    }
    return silent;
  }

  @Test
  @DisplayName("DOC-6: examples use no property that their schema does not know")
  void knownProperties() throws IOException {
    JsonNode document = document();
    List<String> unknown = new ArrayList<>();
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        List<JsonNode> contents = new ArrayList<>();
        contents.add(operation.at("/requestBody/content/application~1json"));
        operation
            .get("responses")
            .forEach(answer -> contents.add(answer.at("/content/application~1json")));
        for (JsonNode media : contents) {
          List<JsonNode> shown = new ArrayList<>();
          shown.add(media.path("example"));
          media.path("examples").forEach(example -> shown.add(example.path("value")));
          String name = operation.get("operationId").asText();
          shown.forEach(example -> compare(document, media.path("schema"), example, name, unknown));
        }
      }
    }
    assertEquals(List.of(), unknown);
  }

  @Test
  @DisplayName(
      "DOC-6: what begins in the examples begins on the day that they were written on, or later")
  void today() throws IOException {
    JsonNode document = document();
    List<String> days =
        Stream.of("from", "issuedOn")
            .flatMap(name -> document.findValues(name).stream())
            .filter(JsonNode::isTextual)
            .map(JsonNode::asText)
            .sorted()
            .toList();
    assertEquals(document.at("/info/x-examples-written-on").asText(), days.get(0));
  }

  private static void compare(
      JsonNode document, JsonNode declared, JsonNode example, String where, List<String> unknown) {
    JsonNode schema = declared.has("anyOf") ? declared.at("/anyOf/0") : declared;
    if (schema.has("$ref")) {
      schema = document.at(schema.get("$ref").asText().substring(1));
    }
    if (example.isArray()) {
      for (JsonNode item : example) {
        compare(document, schema.path("items"), item, where, unknown);
      }
    }
    if (example.isObject() && schema.has("properties")) {
      for (Map.Entry<String, JsonNode> property : example.properties()) {
        JsonNode known = schema.get("properties").path(property.getKey());
        String at = where + "/" + property.getKey();
        if (known.isMissingNode()) {
          unknown.add(at);
        }
        compare(document, known, property.getValue(), at, unknown);
      }
    }
  }

  @Test
  @DisplayName("DOC-1: what a service stores is in it")
  void parts() throws IOException {
    JsonNode paths = document().get("paths");
    for (String service : new String[] {"registry", "sanctions", "alliance"}) {
      Path stored = Path.of("..", service + "-service", "openapi.yaml");
      JsonNode part = new YAMLMapper().readTree(stored.toFile()).get("paths");
      assertTrue(part.size() > 5);
      for (Map.Entry<String, JsonNode> path : part.properties()) {
        for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
          JsonNode merged = paths.path(path.getKey()).path(operation.getKey());
          assertTrue(
              merged
                  .path("summary")
                  .asText()
                  .startsWith(operation.getValue().path("summary").asText() + " · "),
              path.getKey());
          for (Map.Entry<String, JsonNode> answer :
              operation.getValue().path("responses").properties()) {
            assertTrue(merged.path("responses").has(answer.getKey()), path.getKey());
          }
        }
      }
    }
  }

  @Test
  @DisplayName("DOC-5: every tag is on the front page, in the order of what people do")
  void tags() throws IOException {
    JsonNode document = document();
    List<String> tags = new ArrayList<>();
    document.get("tags").forEach(tag -> tags.add(tag.get("name").asText()));
    document
        .get("tags")
        .forEach(tag -> assertBilingual(tag.path("description").asText(), tag.toString()));
    List<String> grouped = new ArrayList<>();
    document
        .get("x-tagGroups")
        .forEach(group -> group.get("tags").forEach(tag -> grouped.add(tag.asText())));
    assertEquals(grouped, tags);
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        operation.get("tags").forEach(tag -> assertTrue(tags.contains(tag.asText()), tag.asText()));
      }
    }
  }

  @Test
  @DisplayName(
      "DOC-8: people register, decide, admit, check; and within a tag do first what comes first")
  void order() throws IOException {
    JsonNode document = document();
    List<String> groups = new ArrayList<>();
    document.get("x-tagGroups").forEach(group -> groups.add(group.get("name").asText()));
    assertEquals(
        List.of("Register", "Decide", "Admit", "Check", "Follow"),
        groups.stream().map(group -> group.split(" · ")[0]).toList());
    Map<String, List<String>> found = new HashMap<>();
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        found
            .computeIfAbsent(operation.at("/tags/0").asText(), tag -> new ArrayList<>())
            .add(operation.get("operationId").asText());
      }
    }
    for (JsonNode tag : document.get("tags")) {
      List<String> told = new ArrayList<>();
      tag.path("x-operations").forEach(operation -> told.add(operation.asText()));
      String name = tag.get("name").asText();
      assertEquals(told, found.get(name), "x-operations of " + name);
    }
    assertEquals("registrySubmitKol", found.get("KOLs").get(0));
    assertEquals("sanctionsOpenCase", found.get("Cases").get(0));
    assertEquals("sanctionsLodgeAppeal", found.get("Appeals").get(0));
    assertEquals("allianceApply", found.get("Memberships").get(0));
  }

  private static String owner(String path) {
    return path.startsWith("/trust") ? "gateway" : path.substring(1, path.indexOf('/', 1));
  }

  private static JsonNode document() throws IOException {
    return new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
  }
}

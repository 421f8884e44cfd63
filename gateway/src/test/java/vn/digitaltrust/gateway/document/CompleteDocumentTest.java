package vn.digitaltrust.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.door.Kind;

/** The stored document, which {@link ApiDocumentTest} holds to be what is served, says it all. */
class CompleteDocumentTest {
  private static final String VIETNAMESE = "### Tiếng Việt";
  private static final String ABSENT = "x-may-be-absent";

  private JsonNode document;

  @BeforeEach
  void read() throws IOException {
    document = new YAMLMapper(new YAMLFactory()).readTree(Path.of("openapi.yaml").toFile());
  }

  /** What the document leaves unsaid, by where it does. */
  private static List<String> gaps(JsonNode document) {
    List<String> gaps = new ArrayList<>();
    Set<String> answered = new TreeSet<>();
    for (JsonNode path : document.path("paths")) {
      for (JsonNode operation : path) {
        String name = operation.path("operationId").asText();
        if (operation.path("description").asText().startsWith("**Who")) {
          gaps.add(name + " does not say what it is for");
        }
        for (JsonNode parameter : operation.path("parameters")) {
          if (!isTyped(parameter.path("schema"))) {
            gaps.add(name + " " + parameter.path("name").asText() + " has no type");
          }
        }
        reach(document, operation.path("responses"), answered);
        for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
          for (JsonNode content : answer.getValue().path("content")) {
            if (!content.has("example") && answer.getKey().startsWith("2")) {
              gaps.add(name + " " + answer.getKey() + " has no example");
            }
          }
        }
        listed(operation, name, gaps);
      }
    }
    for (Map.Entry<String, JsonNode> schema : document.at("/components/schemas").properties()) {
      if (schema.getValue().has("enum") && !schema.getValue().has("description")) {
        gaps.add(schema.getKey() + " does not say what its values mean");
      }
      JsonNode properties = schema.getValue().path("properties");
      for (Map.Entry<String, JsonNode> property : properties.properties()) {
        String name = schema.getKey() + "." + property.getKey();
        if (property.getValue().path("description").asText().isBlank()) {
          gaps.add(name + " is not described");
        }
        if (!isTyped(property.getValue())) {
          gaps.add(name + " has no type");
        }
        listed(property.getValue(), name, gaps);
      }
      if (answered.contains(schema.getKey()) && !schema.getValue().has(ABSENT)) {
        always(schema.getKey(), schema.getValue(), gaps);
      }
    }
    return gaps;
  }

  private static boolean isTyped(JsonNode schema) {
    return schema.has("type") || schema.has("$ref") || schema.has("anyOf");
  }

  private static void always(String name, JsonNode schema, List<String> gaps) {
    Set<String> required = new TreeSet<>();
    schema.path("required").forEach(each -> required.add(each.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!required.contains(property.getKey()) && !property.getValue().has(ABSENT)) {
        gaps.add(name + "." + property.getKey() + " is neither required nor absent at times");
      }
    }
  }

  /** DOC-12: an enumeration in place. */
  private static void listed(JsonNode node, String where, List<String> gaps) {
    if (node.path("enum").isArray()) {
      gaps.add(where + " lists an enumeration in place");
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      if (!child.getKey().startsWith("example")) {
        listed(child.getValue(), where, gaps);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      listed(node.get(i), where, gaps);
    }
  }

  private static void reach(JsonNode document, JsonNode node, Set<String> found) {
    String reference = node.path("$ref").asText();
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    if (reference.startsWith("#/components/schemas/") && found.add(name)) {
      reach(document, document.at("/components/schemas").path(name), found);
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      if (!child.getKey().startsWith("example")) {
        reach(document, child.getValue(), found);
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      reach(document, node.get(i), found);
    }
  }

  @Test
  @DisplayName("DOC-11, DOC-12 nothing is left unsaid: purposes, properties, types, what is always")
  void complete() {
    assertTrue(document.path("paths").size() > 50, "the document was read");
    assertEquals(List.of(), gaps(document));
  }

  @ParameterizedTest
  @CsvSource({
    "/components/schemas/RegistrySubject/properties/id, description, RegistrySubject.id is not described",
    "/components/schemas/RegistrySubject, required, RegistrySubject.kind is neither required nor absent at times",
    "/components/schemas/GatewayVerdict, description, GatewayVerdict does not say what its values mean",
    "/components/schemas/RegistryName/properties/value, type, RegistryName.value has no type",
    "/paths/~1registry~1v1~1kols/get/responses/200/content/application~1json, example, registryListKols 200 has no example"
  })
  @DisplayName("DOC-11 what is left out of the document is missed")
  void missed(String where, String property, String gap) {
    ((ObjectNode) document.at(where)).remove(property);
    assertTrue(gaps(document).contains(gap), () -> "not among " + gaps(document));
  }

  @Test
  @DisplayName("DOC-11 an operation that says only who may call it is missed")
  void purpose() {
    ((ObjectNode) document.at("/paths/~1registry~1v1~1kols/get"))
        .put("description", "**Who · Ai:** `platform`.");
    assertEquals(List.of("registryListKols does not say what it is for"), gaps(document));
  }

  @Test
  @DisplayName("DOC-12 an enumeration that is listed in place is missed")
  void inPlace() {
    ((ObjectNode) document.at("/components/schemas/GatewayTrustCheck/properties/verdict"))
        .putArray("enum")
        .add("CLEAR");
    assertEquals(
        List.of("GatewayTrustCheck.verdict lists an enumeration in place"), gaps(document));
  }

  @Test
  @DisplayName("DOC-13 every type of problem is listed with its cause and cure in both languages")
  void problems() {
    String[] languages = document.at("/info/description").asText().split(VIETNAMESE);
    assertEquals(2, languages.length);
    for (String text : languages) {
      Arrays.stream(Kind.values())
          .forEach(
              kind ->
                  assertTrue(
                      text.lines()
                          .anyMatch(
                              line ->
                                  line.startsWith("| `" + kind.type() + "` |")
                                      && line.contains(Integer.toString(kind.status()))
                                      && line.length() > 80),
                      kind.type() + " is not in the table"));
      assertFalse(text.contains("{0}"), "a gap in a text is shown as one");
      assertFalse(text.contains("{{"), "the table stands where it is named");
    }
  }
}

package vn.digitaltrust.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** DOC-9, by the stored document, which {@link ApiDocumentTest} holds to be what is served. */
class GlossaryTest {
  private final List<String> oneLanguage = new ArrayList<>();
  private final List<String> silent = new ArrayList<>();
  private int described;

  private JsonNode document;

  @BeforeEach
  void read() throws IOException {
    document = new YAMLMapper(new YAMLFactory()).readTree(Path.of("openapi.yaml").toFile());
  }

  private void walk(String at, JsonNode node) {
    JsonNode text = node.path("description");
    if (text.isTextual()) {
      described++;
      if (!text.asText().contains(" · ")) {
        oneLanguage.add(at);
      }
    } else if (isParameterOrHeader(at, node)) {
      silent.add(at);
    }
    for (Map.Entry<String, JsonNode> child : node.properties()) {
      if (!child.getKey().startsWith("example")) {
        walk(at + "/" + child.getKey(), child.getValue());
      }
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      walk(at + "/" + i, node.get(i));
    }
  }

  private static boolean isParameterOrHeader(String at, JsonNode node) {
    return node.has("in") && node.has("name") && !at.contains("securitySchemes")
        || at.matches(".*/headers/[^/]+") && !node.has("$ref");
  }

  @Test
  @DisplayName("DOC-9 Whatever is described in the document is described in both languages")
  void bothLanguages() {
    walk("paths", document.path("paths"));
    walk("components", document.path("components"));
    assertTrue(described > 500, "the document was read: " + described);
    assertEquals(List.of(), oneLanguage);
    assertEquals(List.of(), silent, "say nothing");
  }
}

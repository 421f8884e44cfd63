package vn.digitaltrust.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;

/** The stored API document is the one that is served. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ApiDocumentTest {
  private static final Path STORED = Path.of("openapi.yaml");
  private static final Path SERVED = Path.of("target", "openapi.yaml");

  @Test
  @DisplayName("openapi.yaml has not drifted; if it should change, copy it from target/")
  void drift() throws IOException {
    String served = given().get("/openapi").asString();
    Files.writeString(SERVED, served);
    assertEquals(Files.readString(STORED), served);
  }

  @Test
  @DisplayName("Every operation has a name, a summary, an example, and all its errors")
  void complete() throws IOException {
    JsonNode document = new ObjectMapper().readTree(given().get("/openapi?format=json").asString());
    assertEquals("3.1.0", document.get("openapi").asText());
    int operations = 0;
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        operations++;
        assertTrue(operation.path("operationId").asText().startsWith("gateway"));
        assertTrue(operation.hasNonNull("summary"));
        for (String status : new String[] {"200", "400", "401", "403", "500", "503"}) {
          assertTrue(operation.path("responses").has(status), status);
        }
      }
    }
    assertEquals(3, operations);
    document
        .path("components")
        .path("schemas")
        .fieldNames()
        .forEachRemaining(name -> assertTrue(name.startsWith("Gateway"), name));
  }
}

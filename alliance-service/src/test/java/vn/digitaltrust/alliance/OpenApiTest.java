package vn.digitaltrust.alliance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.Suite;

@QuarkusTest
class OpenApiTest extends Suite {
  private static final Path STORED = Path.of("openapi.yaml");

  @Test
  @DisplayName("the stored document is the one that is served; if not, a fresh one lies in target/")
  void theStoredDocumentIsServed() throws IOException {
    byte[] served =
        RestAssured.get("/alliance/openapi?format=yaml")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    String text = new String(served, StandardCharsets.UTF_8);
    Files.writeString(Path.of("target", "openapi.yaml"), text);
    assertEquals(
        Files.exists(STORED) ? Files.readString(STORED) : "",
        text,
        "openapi.yaml has drifted: look at the difference to target/openapi.yaml, then copy it");
  }
}

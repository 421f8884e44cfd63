package vn.digitaltrust.door.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds the API document that a module stores to the one that it serves. */
public final class StoredDocument {
  private static final Path STORED = Path.of("openapi.yaml");

  private StoredDocument() {}

  /**
   * Fails when the two differ; the one that was served then lies in {@code target/}.
   *
   * @param path where the document is served
   */
  public static void isServed(String path) throws IOException {
    byte[] served =
        RestAssured.given()
            .basePath("")
            .get(path + "?format=yaml")
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

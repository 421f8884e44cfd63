package vn.digitaltrust.alliance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.Suite;

@QuarkusTest
class DocumentTest extends Suite {
  private static final Path STORED = Path.of("openapi.yaml");

  @Test
  @DisplayName("the stored document is the one that is served")
  void noDrift() throws IOException {
    String served = given().get("/alliance/openapi").then().statusCode(200).extract().asString();
    if (Boolean.getBoolean("openapi.store")) {
      Files.writeString(STORED, served);
    }
    assertEquals(
        Files.readString(STORED),
        served,
        "the API has changed: store the document anew with -Dopenapi.store=true and read it");
  }
}

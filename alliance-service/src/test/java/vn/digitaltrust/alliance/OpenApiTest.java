package vn.digitaltrust.alliance;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.testing.StoredDocument;

@QuarkusTest
class OpenApiTest {
  @Test
  @DisplayName(
      "DOOR-6 the stored document is the one that is served; if not, a fresh one lies in target/")
  void theStoredDocumentIsServed() throws IOException {
    StoredDocument.isServed("/alliance/openapi");
  }
}

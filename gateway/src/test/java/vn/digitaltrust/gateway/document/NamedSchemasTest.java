package vn.digitaltrust.gateway.document;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.testing.NamedSchemas;

/** The settings name the schemas of what an answer shows of a verdict. */
class NamedSchemasTest {
  @Test
  @DisplayName("every enumeration of an answer is documented with all its constants")
  void constants() throws IOException {
    NamedSchemas.listAllConstants();
  }
}

package vn.digitaltrust.alliance;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.testing.NamedSchemas;

/** The settings name the schema of a type of the door, so they have to follow it. */
class NamedSchemasTest {
  @Test
  @DisplayName("DOOR-6 every enumeration in the settings is documented with all its constants")
  void constants() throws IOException {
    NamedSchemas.listAllConstants();
  }
}

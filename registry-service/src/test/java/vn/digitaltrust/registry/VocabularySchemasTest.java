package vn.digitaltrust.registry;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.testing.NamedSchemas;

/** The settings name the schemas of the vocabulary's types, so they have to follow them. */
class VocabularySchemasTest {
  @Test
  @DisplayName("DOOR-6 every enumeration of the vocabulary is documented with all its constants")
  void constants() throws IOException {
    NamedSchemas.listAllConstants();
  }
}

package vn.digitaltrust.registry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.vocabulary.account.Platform;

/** The settings name the schema of the vocabulary's platforms, so it has to follow them. */
class VocabularySchemasTest {
  @Test
  @DisplayName("the platforms of the vocabulary are documented, all of them")
  void platforms() throws IOException {
    String schema =
        Arrays.stream(Platform.values())
            .map(value -> "      - " + value.name() + "\n")
            .collect(
                Collectors.joining(
                    "",
                    "    RegistryPlatform:\n      type: string\n      enum:\n",
                    "    Registry"));
    assertTrue(Files.readString(Path.of("openapi.yaml")).contains(schema), schema);
  }
}

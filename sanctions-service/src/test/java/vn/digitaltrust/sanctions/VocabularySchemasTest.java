package vn.digitaltrust.sanctions;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.vocabulary.Activity;
import vn.digitaltrust.vocabulary.MeasureClass;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.Media;
import vn.digitaltrust.vocabulary.ProductCategory;
import vn.digitaltrust.vocabulary.account.Platform;

/** The settings name the schemas of the vocabulary's types, so they have to follow them. */
class VocabularySchemasTest {
  @ParameterizedTest
  @ValueSource(
      classes = {
        Activity.class,
        MeasureClass.class,
        MeasureKind.class,
        Media.class,
        Platform.class,
        ProductCategory.class
      })
  @DisplayName("an enumeration of the vocabulary is documented with all its values")
  void hasAllValues(Class<? extends Enum<?>> enumeration) throws IOException {
    String schema =
        "    Sanctions%s:\n      type: string\n      enum:\n".formatted(enumeration.getSimpleName())
            + Arrays.stream(enumeration.getEnumConstants())
                .map(value -> "      - " + value.name() + "\n")
                .collect(Collectors.joining())
            + "    Sanctions";
    assertTrue(Files.readString(Path.of("openapi.yaml")).contains(schema), schema);
  }
}

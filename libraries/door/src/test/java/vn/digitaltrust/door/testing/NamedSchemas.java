package vn.digitaltrust.door.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Types that know no framework have their schemas in a module's settings, where the constants of
 * enumerations stand a second time.
 */
public final class NamedSchemas {
  private static final Path SETTINGS = Path.of("src/main/resources/application.properties");
  private static final String PREFIX = "mp.openapi.schema.";
  private static final ObjectMapper JSON = new ObjectMapper();

  private NamedSchemas() {}

  /**
   * Fails when a schema of the module's settings lists other constants than its enumeration has.
   */
  public static void listAllConstants() throws IOException {
    Properties settings = new Properties();
    try (Reader text = Files.newBufferedReader(SETTINGS)) {
      settings.load(text);
    }
    Map<String, List<String>> listed = new TreeMap<>();
    Map<String, List<String>> declared = new TreeMap<>();
    for (String setting : settings.stringPropertyNames()) {
      if (setting.startsWith(PREFIX)) {
        Class<?> type = type(setting.substring(PREFIX.length()));
        List<String> values = new ArrayList<>();
        JSON.readTree(settings.getProperty(setting))
            .path("enum")
            .forEach(value -> values.add(value.textValue()));
        if (type.isEnum() || !values.isEmpty()) {
          listed.put(type.getName(), values);
          declared.put(type.getName(), constants(type));
        }
      }
    }
    assertTrue(!listed.isEmpty(), () -> "no enumeration has a schema in " + SETTINGS);
    assertEquals(declared, listed);
  }

  private static List<String> constants(Class<?> type) {
    return Stream.ofNullable(type.getEnumConstants())
        .flatMap(Stream::of)
        .map(constant -> ((Enum<?>) constant).name())
        .toList();
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, NamedSchemas.class.getClassLoader());
    } catch (ClassNotFoundException gone) {
      throw new AssertionError("a schema is named for a type that is not there: " + name, gone);
    }
  }
}

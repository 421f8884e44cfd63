package vn.digitaltrust.sanctions.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowedRegistryTest {
  private static final Map<String, String> SAFE =
      Map.of(
          "registry.follow", "true", "sanctions.ends.every", "5s", "sanctions.holds.every", "5s");

  private static List<String> faults(String name, String value) {
    Map<String, String> settings = new HashMap<>(SAFE);
    settings.put(name, value);
    return new FollowedRegistry()
        .faults(new SmallRyeConfigBuilder().withDefaultValues(settings).build())
        .toList();
  }

  @Test
  @DisplayName("SAN-95 safe settings start")
  void safe() {
    assertEquals(List.of(), faults("another.setting", "x"));
  }

  @ParameterizedTest(name = "{0}={1}")
  @DisplayName("SAN-95 an unsafe setting stops the start and is named")
  @CsvSource({
    "registry.follow,false",
    "sanctions.ends.every,off",
    "sanctions.ends.every,disabled",
    "sanctions.holds.every,off"
  })
  void unsafe(String name, String value) {
    List<String> faults = faults(name, value);
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.get(0).contains(name), faults::toString);
  }
}

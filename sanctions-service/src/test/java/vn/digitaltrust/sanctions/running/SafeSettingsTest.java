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

class SafeSettingsTest {
  private static final Map<String, String> SAFE =
      Map.of(
          "door.cursor.secret", "k3J9x".repeat(8),
          "journal.retry.secret", "p8Qw2".repeat(8),
          "quarkus.datasource.username", "sanctions_app",
          "quarkus.flyway.username", "sanctions_owner",
          "registry.follow", "true");

  private static List<String> faults(Map<String, String> change) {
    Map<String, String> settings = new HashMap<>(SAFE);
    change.forEach(
        (name, value) -> {
          if (value == null) {
            settings.remove(name);
          } else {
            settings.put(name, value);
          }
        });
    return SafeSettings.faults(new SmallRyeConfigBuilder().withDefaultValues(settings).build());
  }

  @Test
  @DisplayName("SAN-95 safe settings start")
  void safe() {
    assertEquals(List.of(), faults(Map.of()));
  }

  @ParameterizedTest(name = "{0}={1}")
  @DisplayName("SAN-95 an unsafe setting stops the start and is named")
  @CsvSource({
    "door.cursor.secret,",
    "door.cursor.secret,short",
    "journal.retry.secret,only-for-development-and-never-in-production",
    "quarkus.oidc.public-key,MIIB",
    "quarkus.datasource.username,sanctions_owner",
    "registry.follow,false",
    "quarkus.http.cors.enabled,true"
  })
  void unsafe(String name, String value) {
    Map<String, String> change = new HashMap<>();
    change.put(name, value);
    List<String> faults = faults(change);
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.get(0).contains(name.equals("quarkus.http.cors.enabled") ? "cors" : name));
  }
}

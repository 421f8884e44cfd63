package vn.digitaltrust.deploy.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void without_variables_the_ports_are_the_documented_ones_and_the_home_is_in_the_checkout() {
    Settings settings = Settings.from(Map.of("DT_CHECKOUT", "/some/where"));

    assertEquals(8080, settings.port(Part.GATEWAY));
    assertEquals(8180, settings.port(Part.KEYCLOAK));
    assertEquals(8081, settings.port(Part.REGISTRY));
    assertEquals(8082, settings.port(Part.SANCTIONS));
    assertEquals(8083, settings.port(Part.ALLIANCE));
    assertEquals(5480, settings.port(Part.POSTGRES));
    assertEquals("http://localhost:9080", settings.management(Part.GATEWAY));
    assertEquals("http://localhost:8081", settings.management(Part.REGISTRY));
    assertEquals(Path.of("/some/where/.dt"), settings.home());
    assertEquals(Settings.Profile.SAMPLE, settings.profile());
  }

  @Test
  void a_variable_moves_a_part_and_its_address() {
    Settings settings = Settings.from(Map.of("KEYCLOAK_PORT", "9180", "DT_HOME", "/else/where"));

    assertEquals("http://localhost:9180/realms/digital-trust", settings.issuer());
    assertEquals(Path.of("/else/where/runtime"), settings.runtime());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "http", "80 80"})
  void what_is_no_port_is_refused_with_the_name_of_the_variable(String text) {
    Failure failure =
        assertThrows(Failure.class, () -> Settings.from(Map.of("GATEWAY_PORT", text)));

    assertTrue(failure.getMessage().contains("GATEWAY_PORT=" + text), failure.getMessage());
  }

  @Test
  void two_parts_on_one_port_are_refused_with_both_variables() {
    Failure failure =
        assertThrows(Failure.class, () -> Settings.from(Map.of("REGISTRY_PORT", "8080")));

    assertTrue(failure.getMessage().contains("REGISTRY_PORT"), failure.getMessage());
    assertTrue(failure.getMessage().contains("GATEWAY_PORT"), failure.getMessage());
  }

  @Test
  void an_unknown_profile_is_refused() {
    assertThrows(Failure.class, () -> Settings.from(Map.of("DT_PROFILE", "test")));
  }
}

package vn.digitaltrust.deploy.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuarkusPartTest {
  @TempDir Path temporary;

  private Map<String, String> environment(Part part) {
    Settings settings =
        Settings.from(Map.of("DT_HOME", temporary.toString(), "SANCTIONS_PORT", "9082"));
    Secrets secrets = new Secrets(temporary.resolve("secrets.properties"));
    return new QuarkusPart(settings, secrets, part, temporary).environment();
  }

  @Test
  void data_flows_one_way_so_a_part_is_told_of_those_to_its_left_and_of_no_others() {
    Map<Part, Set<String>> left =
        Map.of(
            Part.REGISTRY, Set.of(),
            Part.SANCTIONS, Set.of("REGISTRY_URL"),
            Part.ALLIANCE, Set.of("REGISTRY_URL", "SANCTIONS_URL"),
            Part.GATEWAY, Set.of("REGISTRY_URL", "SANCTIONS_URL", "ALLIANCE_URL"));
    List<String> addresses = List.of("REGISTRY_URL", "SANCTIONS_URL", "ALLIANCE_URL");

    for (Part part : Part.built()) {
      Set<String> told =
          environment(part).keySet().stream()
              .filter(addresses::contains)
              .collect(Collectors.toSet());
      assertEquals(left.get(part), told, part.label());
    }
    assertEquals("http://localhost:9082", environment(Part.ALLIANCE).get("SANCTIONS_URL"));
  }

  @Test
  void a_service_knows_the_passwords_of_its_own_database_and_of_no_other() {
    Secrets secrets = new Secrets(temporary.resolve("secrets.properties"));
    for (Part part : Part.services()) {
      for (Part other : Part.services()) {
        String foreign = secrets.get("postgres." + other.shortName() + "_app");
        assertEquals(
            part == other,
            environment(part).containsValue(foreign),
            part.label() + " and the password of " + other.label());
      }
    }
  }

  @Test
  void the_heap_of_the_gateway_may_grow_with_its_index_to_a_quarter_of_the_machines_memory() {
    assertEquals(320, Part.gatewayMegabytes(1_000));
    assertEquals(320, Part.gatewayMegabytes(1_280));
    assertEquals(1_024, Part.gatewayMegabytes(4_096));
  }
}

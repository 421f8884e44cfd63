package vn.digitaltrust.deploy.suite;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.deploy.e2e.FreePorts;

class PreflightTest {
  private static final Path JDK = Path.of("/a/jdk");

  @TempDir Path temporary;

  private Preflight preflight(Settings settings) {
    return new Preflight(settings, new Installation(settings, new Home(temporary)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_402", "11.0.22", "16"})
  void an_old_jdk_is_refused_with_its_version_and_place(String version) {
    Failure failure = assertThrows(Failure.class, () -> Preflight.checkJavaVersion(version, JDK));

    assertTrue(failure.getMessage().contains(version), failure.getMessage());
    assertTrue(failure.getMessage().contains("/a/jdk"), failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "25", "26-ea"})
  void a_jdk_from_17_on_will_do(String version) {
    assertDoesNotThrow(() -> Preflight.checkJavaVersion(version, JDK));
  }

  @Test
  void a_folder_that_is_no_jdk_is_refused() {
    Settings settings = Settings.from(Map.of("DT_JAVA_HOME", "/no/jdk/here"));

    Failure failure = assertThrows(Failure.class, () -> preflight(settings).check(List.of()));

    assertTrue(failure.getMessage().contains("/no/jdk/here"), failure.getMessage());
  }

  @Test
  void a_taken_port_is_named_with_its_part_and_variable() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Settings settings =
          Settings.from(Map.of("POSTGRES_PORT", Integer.toString(taken.getLocalPort())));

      Failure failure =
          assertThrows(Failure.class, () -> preflight(settings).check(List.of(Part.POSTGRES)));

      assertTrue(failure.getMessage().contains("" + taken.getLocalPort()), failure.getMessage());
      assertTrue(failure.getMessage().contains("postgresql"), failure.getMessage());
      assertTrue(failure.getMessage().contains("POSTGRES_PORT="), failure.getMessage());
    }
  }

  @Test
  void a_service_that_is_not_built_is_named() {
    // Not those of the suite that a developer has running meanwhile.
    Map<String, String> environment = FreePorts.forAllParts();
    environment.put("DT_CHECKOUT", "/an/empty/checkout");
    Settings settings = Settings.from(environment);

    Failure failure =
        assertThrows(Failure.class, () -> preflight(settings).check(List.of(Part.REGISTRY)));

    assertTrue(
        failure.getMessage().contains("registry-service is not built"), failure.getMessage());
  }

  @Test
  void too_little_memory_is_refused_with_both_numbers() {
    Failure failure =
        assertThrows(Failure.class, () -> Preflight.checkMemory(OptionalLong.of(1_999), 2_000));

    assertTrue(failure.getMessage().contains("2000"), failure.getMessage());
    assertTrue(failure.getMessage().contains("1999"), failure.getMessage());
    assertDoesNotThrow(() -> Preflight.checkMemory(OptionalLong.of(2_000), 2_000));
    assertDoesNotThrow(() -> Preflight.checkMemory(OptionalLong.empty(), 2_000));
  }
}

package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.digitaltrust.deploy.command.Launcher;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Home;
import vn.digitaltrust.deploy.suite.Installation;
import vn.digitaltrust.deploy.suite.Part;
import vn.digitaltrust.deploy.suite.ProcessIdentity;
import vn.digitaltrust.deploy.suite.ProcessRecords;
import vn.digitaltrust.deploy.suite.Progress;
import vn.digitaltrust.deploy.suite.Settings;
import vn.digitaltrust.deploy.suite.Suite;

/** Starts that do not succeed, and stops under difficulties. */
class LauncherIT {
  private static final Path MODULE = Path.of("").toAbsolutePath();

  @TempDir Path temporary;
  private final Map<String, String> environment = new HashMap<>();

  private Settings settings(Path checkout) {
    environment.put("DT_CHECKOUT", checkout.toString());
    environment.put("DT_HOME", temporary.resolve("home").toString());
    environment.put("DT_RUNTIME", MODULE.resolve("target/runtime").toString());
    environment.putAll(FreePorts.forAllParts());
    return Settings.from(environment);
  }

  @AfterEach
  void nothing_is_left_running() {
    ProcessRecords records = new ProcessRecords(new Home(temporary.resolve("home")));
    for (Part part : Part.values()) {
      assertTrue(records.alive(part).isEmpty(), part.label());
    }
    assertEquals(
        0,
        ProcessHandle.allProcesses()
            .filter(
                process -> process.info().commandLine().orElse("").contains(temporary.toString()))
            .count());
  }

  @Test
  void a_service_that_ends_while_it_starts_is_shown_with_its_log_and_the_rest_is_stopped()
      throws IOException {
    Path checkout = temporary.resolve("checkout");
    Path broken = checkout.resolve("registry-service/target/quarkus-app");
    Files.createDirectories(broken);
    Files.writeString(broken.resolve("quarkus-run.jar"), "no jar");
    Files.createDirectories(checkout.resolve("deploy/target"));
    Files.createSymbolicLink(checkout.resolve("deploy/target/dist"), MODULE.resolve("target/dist"));
    Suite suite = new Suite(settings(checkout), new Progress(System.out));
    new Installation(suite.settings(), suite.home()).refresh();

    Failure failure =
        assertThrows(Failure.class, () -> suite.start(Set.of(Part.POSTGRES, Part.REGISTRY)));

    assertTrue(
        failure.getMessage().contains("registry-service ended while it started"),
        failure.getMessage());
    assertTrue(failure.getMessage().contains("quarkus-run.jar"), failure.getMessage());
  }

  @Test
  void a_signal_in_the_middle_of_a_start_leaves_nothing_running() throws Exception {
    settings(MODULE.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "up",
                "postgresql",
                "keycloak")
            .redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process launcher = builder.start();
    try (BufferedReader output = launcher.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      while (line != null && !line.contains("keycloak           starting")) {
        line = output.readLine();
      }
      assertTrue(line != null, "the launcher ended before Keycloak was started");

      launcher.toHandle().destroy(); // unlike Process.destroy it leaves the output open
      while (output.readLine() != null) {
        // until it has said everything and ended
      }
    }
    assertTrue(launcher.waitFor(60, TimeUnit.SECONDS));
    assertEquals(128 + 15, launcher.exitValue());
  }

  @Test
  void a_database_whose_launcher_was_killed_before_it_wrote_it_down_is_taken_over_and_stopped() {
    Settings settings = settings(MODULE.getParent());
    new Suite(settings, new Progress(System.out)).start(Set.of(Part.POSTGRES));
    ProcessRecords records = new ProcessRecords(new Home(settings.home()));
    ProcessHandle server = records.alive(Part.POSTGRES).orElseThrow();

    records.clear(Part.POSTGRES);
    new Suite(settings, new Progress(System.out)).start(Set.of(Part.POSTGRES));
    assertEquals(server, records.alive(Part.POSTGRES).orElseThrow(), "started twice");

    records.clear(Part.POSTGRES);
    new Suite(settings, new Progress(System.out)).wipe();
    assertTrue(ProcessIdentity.of(server.pid()).isEmpty(), "its data was deleted under it");
    assertFalse(Files.exists(settings.home()));
  }

  @Test
  void what_runs_can_be_stopped_when_nothing_built_is_left() throws IOException {
    Path checkout = temporary.resolve("checkout");
    Files.createDirectories(checkout.resolve("deploy/target"));
    Path dist = checkout.resolve("deploy/target/dist");
    Files.createSymbolicLink(dist, MODULE.resolve("target/dist"));
    Settings settings = settings(checkout);
    new Suite(settings, new Progress(System.out)).start(Set.of(Part.POSTGRES));
    ProcessRecords records = new ProcessRecords(new Home(settings.home()));
    ProcessHandle server = records.alive(Part.POSTGRES).orElseThrow();

    Files.delete(dist);
    new Suite(settings, new Progress(System.out)).stop();

    assertTrue(ProcessIdentity.of(server.pid()).isEmpty());
  }

  @Test
  void a_taken_port_stops_the_start_before_anything_is_started() throws IOException {
    Settings settings = settings(MODULE.getParent());
    try (ServerSocket taken =
        new ServerSocket(settings.port(Part.GATEWAY), 1, InetAddress.getLoopbackAddress())) {
      Failure failure =
          assertThrows(Failure.class, () -> new Suite(settings, new Progress(System.out)).start());

      assertTrue(failure.getMessage().contains("GATEWAY_PORT"), failure.getMessage());
      assertTrue(failure.getMessage().contains("" + taken.getLocalPort()), failure.getMessage());
    }
  }
}

package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.suite.Part;

/** A build beside a running suite. */
@ExtendWith(RunningSuite.Extension.class)
class RebuiltIT {
  private final RunningSuite suite;

  RebuiltIT(RunningSuite suite) {
    this.suite = suite;
  }

  private ProcessHandle process(Part part) {
    return suite.suite().records().alive(part).orElseThrow();
  }

  @Test
  void nothing_runs_from_the_folders_that_a_build_replaces() throws IOException {
    for (Part part : Part.built()) {
      String command = process(part).info().commandLine().orElseThrow();
      assertTrue(
          command.contains(suite.settings().home().resolve("app/" + part.label()).toString()),
          command);
      assertFalse(command.contains(suite.settings().built(part).toString()), command);
    }
  }

  @Test
  void up_restarts_what_was_built_anew_and_nothing_else() throws IOException {
    Map<Part, Long> before = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      before.put(part, process(part).pid());
    }
    Path built = suite.settings().built(Part.GATEWAY).resolve("quarkus-run.jar");
    FileTime builtAt = Files.getLastModifiedTime(built);

    Files.setLastModifiedTime(built, FileTime.from(Instant.now()));
    suite.install();
    suite.start();
    Files.setLastModifiedTime(built, builtAt);

    for (Part part : Part.values()) {
      if (part == Part.GATEWAY) {
        assertNotEquals(before.get(part), process(part).pid());
      } else {
        assertEquals(before.get(part), process(part).pid(), part.label());
      }
    }
    try (Stream<Path> builds =
        Files.list(suite.suite().home().resolve("app/" + Part.GATEWAY.label()))) {
      assertEquals(2, builds.count(), "one build and the name of the current one");
    }
    suite
        .checks()
        .verdict(
            "platform=TIKTOK&handle=" + Fixtures.account(suite, Fixtures.registered(suite)),
            "CLEAR");
  }
}

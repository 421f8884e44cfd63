package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Part;

/** What was built ends at once where its settings are unsafe, and says why. */
@ExtendWith(RunningSuite.Extension.class)
class UnsafeSettingsIT {
  private final RunningSuite suite;

  UnsafeSettingsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void each_part_ends_with_a_sentence_that_names_the_setting() {
    List<CompletableFuture<Void>> starts =
        Part.built().stream()
            .map(part -> CompletableFuture.runAsync(() -> endsInWords(part)))
            .toList();
    assertAll(starts.stream().map(start -> (Executable) start::join));
  }

  private void endsInWords(Part part) {
    String name = "unsafe-" + part.label();
    Map<String, String> issuer = Map.of("OIDC_URL", "http://login.example/realms/digital-trust");
    Failure failure =
        assertThrows(Failure.class, () -> suite.suite().beside(part, name, 0, issuer));
    assertTrue(failure.getMessage().contains("ended while it started"), failure.getMessage());
    String log = log(suite.settings().home().resolve("logs").resolve(name + ".log"));
    Stream.of("does not start with unsafe settings", "realm's https address")
        .forEach(words -> assertTrue(log.contains(words), log));
  }

  private static String log(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

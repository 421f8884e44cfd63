package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search for tokens finds those that are there. */
class LogsTest {
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl";

  @TempDir Path logs;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer " + TOKEN,
        "refused: signature c2lnbmF0dXJl",
        "of somebody else: eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJvdGhlciJ9"
      })
  void a_token_is_found(String line) throws IOException {
    Files.writeString(logs.resolve("gateway.log"), "started\n" + line + "\n");
    assertThrows(AssertionError.class, () -> Logs.holdNoToken(logs, List.of(TOKEN)));
  }

  @Test
  void other_lines_hold_none() throws IOException {
    Files.writeString(logs.resolve("gateway.log"), "started\n401 unauthenticated\n");
    assertDoesNotThrow(() -> Logs.holdNoToken(logs, List.of(TOKEN)));
  }
}

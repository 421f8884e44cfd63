package vn.digitaltrust.gateway.document;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Others' programs find nothing wrong with the API document. */
class ToolsTest {
  @Test
  @DisplayName("Redocly's recommended strict rules find no error and warn of nothing")
  void redocly() throws IOException, InterruptedException {
    Tools.install();
    Tools.run(
        Tools.NPM, Tools.bin("redocly"), "lint", "--max-problems=100", Tools.DOCUMENT.toString());
  }

  @Test
  @DisplayName("Spectral's rules find no error and warn of nothing")
  void spectral() throws IOException, InterruptedException {
    Tools.install();
    Tools.run(
        Tools.NPM,
        Tools.bin("spectral"),
        "lint",
        "--fail-severity=hint",
        Tools.DOCUMENT.toString());
  }

  @Test
  @DisplayName("the linters can fail: a document with a hole in it does not pass")
  void broken() throws IOException, InterruptedException {
    Tools.install();
    Path broken = Tools.NPM.resolve("broken.yaml");
    String whole = Files.readString(Tools.DOCUMENT);
    Files.writeString(broken, whole.replace("schemas/RegistryKolRequest", "schemas/Nothing"));
    assertThrows(
        AssertionError.class,
        () -> Tools.run(Tools.NPM, Tools.bin("redocly"), "lint", broken.toString()));
    assertThrows(
        AssertionError.class,
        () -> Tools.run(Tools.NPM, Tools.bin("spectral"), "lint", broken.toString()));
  }
}

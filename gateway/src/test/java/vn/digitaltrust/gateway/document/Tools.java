package vn.digitaltrust.gateway.document;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of others that judge the document: what npm installs, and the generator of clients. */
final class Tools {
  /** The document that they judge, as users see it. */
  static final Path DOCUMENT = Path.of("openapi.yaml").toAbsolutePath();

  static final Path HOME = Path.of("target", "tools").toAbsolutePath();
  static final Path NPM = HOME.resolve("npm");

  private static final long MOST_MINUTES = 10;
  private static boolean installed;

  private Tools() {}

  /** Installs what {@code src/test/npm} names, once; skips the test where there is no npm. */
  static synchronized void install() throws IOException, InterruptedException {
    if (installed) {
      return;
    }
    if (Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .noneMatch(folder -> Files.isExecutable(Path.of(folder, "npm")))) {
      abort("npm is not installed, so the API document is not linted here");
    }
    Files.createDirectories(NPM);
    for (String file :
        List.of(
            "package.json",
            "redocly.yaml",
            ".spectral.yaml",
            "tsconfig.json",
            "program.ts",
            "check.mjs")) {
      Files.write(NPM.resolve(file), Files.readAllBytes(Path.of("src", "test", "npm", file)));
    }
    run(NPM, "npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts");
    installed = true;
  }

  /** A program that npm installed, from its folder. */
  static String bin(String tool) {
    return String.join(File.separator, "node_modules", ".bin", tool);
  }

  /**
   * Runs a program to its end and returns what it printed.
   *
   * @throws AssertionError with the end of what it printed, if it did not end well
   */
  static String run(Path folder, String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(HOME, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(MOST_MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    String name = String.join(" ", command);
    String end = text.substring(Math.max(0, text.length() - 8_000));
    assertTrue(ended, name + " did not end:\n" + end);
    assertTrue(process.exitValue() == 0, name + " says:\n" + end);
    return text;
  }
}

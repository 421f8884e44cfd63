package vn.digitaltrust.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Others' programs find nothing wrong with the API document and make clients of it. */
class ToolsTest {
  private static final Path CLIENTS = Tools.HOME.resolve("clients");

  @Test
  @DisplayName("Redocly's recommended rules find no error")
  void redocly() throws IOException, InterruptedException {
    Tools.install();
    Tools.run(Tools.NPM, bin("redocly"), "lint", Tools.DOCUMENT.toString());
  }

  @Test
  @DisplayName("Spectral's recommended rules find no error")
  void spectral() throws IOException, InterruptedException {
    Tools.install();
    Tools.run(Tools.NPM, bin("spectral"), "lint", Tools.DOCUMENT.toString());
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
        () -> Tools.run(Tools.NPM, bin("redocly"), "lint", broken.toString()));
    assertThrows(
        AssertionError.class,
        () -> Tools.run(Tools.NPM, bin("spectral"), "lint", broken.toString()));
  }

  @Test
  @DisplayName("the generated Java client compiles")
  void java() throws IOException, InterruptedException {
    Path client =
        generate(
            "java",
            "--library",
            "native",
            "--additional-properties=useJakartaEe=true,openApiNullable=false");
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-nowarn",
                "-d",
                Files.createDirectories(client.resolve("classes")).toString(),
                "-cp",
                System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(client.resolve(Path.of("src", "main", "java")))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    assertTrue(arguments.size() > 100, "no client was made");
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new)));
  }

  @Test
  @DisplayName("the generated TypeScript client compiles under strict rules")
  void typescript() throws IOException, InterruptedException {
    Tools.install();
    generate("typescript-fetch");
    Tools.run(Tools.NPM, bin("tsc"), "-p", "tsconfig.json");
  }

  private static Path generate(String language, String... options)
      throws IOException, InterruptedException {
    Path client = CLIENTS.resolve(language.startsWith("typescript") ? "typescript" : language);
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Tools.HOME.resolve("openapi-generator-cli.jar").toString(),
                "generate",
                "-g",
                language,
                "-i",
                Tools.DOCUMENT.toString(),
                "-o",
                client.toString()));
    command.addAll(List.of(options));
    Tools.run(Tools.HOME, command.toArray(String[]::new));
    return client;
  }

  private static String bin(String tool) {
    return String.join(File.separator, "node_modules", ".bin", tool);
  }
}

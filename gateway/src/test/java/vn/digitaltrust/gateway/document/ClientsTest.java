package vn.digitaltrust.gateway.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.trust.Asking;
import vn.digitaltrust.journal.testing.Tokens;

/** Clients that are generated from the document compile, and make a trust check. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class ClientsTest {
  private static final Path CLIENTS = Tools.HOME.resolve("clients");
  private static final Path CHECK = Path.of("src", "test", "clients", "Check.java");

  @BeforeEach
  void loaded() {
    Asking.untilLoaded();
  }

  private static String gateway() {
    return "http://localhost:" + RestAssured.port;
  }

  @Test
  @DisplayName("DOC-15 the generated Java client compiles and makes a check")
  void java() throws IOException, InterruptedException {
    Path client =
        generate(
            "java",
            "--library",
            "native",
            "--additional-properties=useJakartaEe=true,openApiNullable=false");
    String classes = Files.createDirectories(client.resolve("classes")).toString();
    String libraries = System.getProperty("java.class.path");
    List<String> arguments =
        new ArrayList<>(List.of("-nowarn", "-d", classes, "-cp", libraries, CHECK.toString()));
    try (Stream<Path> files = Files.walk(client.resolve(Path.of("src", "main", "java")))) {
      files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
    }
    assertTrue(arguments.size() > 100, "no client was made");
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new)));
    String said =
        Tools.run(
            Tools.HOME,
            program("java"),
            "-cp",
            classes + File.pathSeparator + libraries,
            "Check",
            gateway(),
            Tokens.as("platform"));
    assertEquals("UNKNOWN", said.strip());
  }

  @Test
  @DisplayName(
      "DOC-15 the generated TypeScript client, and a program on it that asserts nothing, compile"
          + " under strict rules; the client makes a check")
  void typescript() throws IOException, InterruptedException {
    Tools.install();
    generate("typescript-fetch", "--additional-properties=importFileExtension=.js");
    Tools.run(Tools.NPM, Tools.bin("tsc"), "-p", "tsconfig.json");
    Path compiled = Files.createDirectories(CLIENTS.resolve("compiled"));
    Files.writeString(compiled.resolve("package.json"), "{\"type\": \"module\"}");
    String said = Tools.run(Tools.NPM, "node", "check.mjs", gateway(), Tokens.as("platform"));
    assertEquals("UNKNOWN", said.strip());
  }

  @Test
  @EnabledIfSystemProperty(named = "prove.full", matches = "true")
  @DisplayName("DOC-15 the generated Python client makes a check")
  void python() throws IOException, InterruptedException {
    Path client = generate("python");
    Path own = client.resolve("own");
    Tools.run(client, "python3", "-m", "venv", own.toString());
    String python = own.resolve(Path.of("bin", "python")).toString();
    Tools.run(client, python, "-m", "pip", "install", "--quiet", ".");
    String program = CHECK.resolveSibling("check.py").toAbsolutePath().toString();
    // A property called as a method of the generator's own base class is a warning there.
    String said = Tools.run(own, python, "-W", "ignore", program, gateway(), Tokens.as("platform"));
    assertEquals("UNKNOWN", said.strip());
  }

  @Test
  @EnabledIfSystemProperty(named = "prove.full", matches = "true")
  @DisplayName("DOC-15 the generated Go client compiles and makes a check")
  void go() throws IOException, InterruptedException {
    Path client = generate("go", "--additional-properties=packageName=client,enumClassPrefix=true");
    Path program = Files.createDirectories(client.resolve("program"));
    Files.copy(
        CHECK.resolveSibling(Path.of("go", "main.go")),
        program.resolve("main.go"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(client.resolve("go.mod"));
    Files.deleteIfExists(client.resolve("go.sum"));
    // Tests that are generated along need a library that the client does not.
    try (Stream<Path> tests = Files.list(client.resolve("test"))) {
      for (Path test : tests.toList()) {
        Files.delete(test);
      }
    }
    Tools.run(client, "go", "mod", "init", "digitaltrust.example/client");
    Tools.run(client, "go", "mod", "tidy");
    String said = Tools.run(client, "go", "run", "./program", gateway(), Tokens.as("platform"));
    assertEquals("UNKNOWN", said.strip());
  }

  private static Path generate(String language, String... options)
      throws IOException, InterruptedException {
    Path client = CLIENTS.resolve(language.startsWith("typescript") ? "typescript" : language);
    List<String> command =
        new ArrayList<>(
            List.of(
                program("java"),
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

  private static String program(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }
}

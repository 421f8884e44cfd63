package vn.digitaltrust.deploy.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of the parent POM, each seen to fail: violations are planted into a copy of the POMs
 * and the same Maven is asked, offline, about that.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HouseRulesIT {
  private static final Path CHECKOUT = Path.of("").toAbsolutePath().getParent();
  @TempDir Path copy;

  @BeforeEach
  void copyPoms() throws IOException {
    Files.copy(CHECKOUT.resolve("pom.xml"), copy.resolve("pom.xml"));
    for (String module : modules()) {
      Files.createDirectories(copy.resolve(module));
      Files.copy(CHECKOUT.resolve(module).resolve("pom.xml"), pom(module));
    }
  }

  private static List<String> modules() throws IOException {
    return Pattern.compile("<module>(.+)</module>")
        .matcher(Files.readString(CHECKOUT.resolve("pom.xml")))
        .results()
        .map(module -> module.group(1))
        .toList();
  }

  private Path pom(String module) {
    return copy.resolve(module).resolve("pom.xml");
  }

  /** Adds something at the end of the last such list in a POM. */
  private void plant(Path pom, String list, String violation) throws IOException {
    String text = Files.readString(pom);
    int end = text.lastIndexOf("</" + list + ">");
    assertTrue(end > 0, pom + " has no " + list);
    Files.writeString(pom, text.substring(0, end) + violation + text.substring(end));
  }

  private static String dependency(String group, String artifact, String version) {
    return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
        .formatted(group, artifact, version);
  }

  /** A module of its own, without parent. */
  private void module(String folder, String artifact, String version, String dependencies)
      throws IOException {
    Files.createDirectory(copy.resolve(folder));
    Files.writeString(
        pom(folder),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>planted</groupId><artifactId>%s</artifactId><version>%s</version>
          <dependencies>%s</dependencies>
        </project>
        """
            .formatted(artifact, version, dependencies));
    plant(copy.resolve("pom.xml"), "modules", "<module>" + folder + "</module>");
  }

  private String refused(String... goals) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("maven.home"), "bin/mvn").toString(),
                "--offline",
                "--batch-mode",
                "--fail-at-end",
                "-Dstyle.color=never",
                "-Dmaven.repo.local=" + System.getProperty("maven.repo.local")));
    command.addAll(List.of(goals));
    Path log = copy.resolve("log");
    Process maven =
        new ProcessBuilder(command)
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exit = maven.waitFor();
    String output = Files.readString(log, StandardCharsets.UTF_8);
    assertNotEquals(0, exit, output);
    return output;
  }

  /** What Maven says about one module, from the line that announces it to that of the next. */
  private static String about(String module, String output) {
    return Stream.of(output.split("-< "))
        .filter(part -> part.startsWith("vn.digitaltrust:" + module + " "))
        .findFirst()
        .orElseThrow(() -> new AssertionError("Maven did not come to " + module + ": " + output));
  }

  /** Why a module was refused, from the list at the end of what Maven says. */
  private static String reason(String module, String output) {
    return Stream.of(output.split("Failed to execute goal "))
        .filter(part -> part.contains(" on project " + module + ":"))
        .findFirst()
        .orElse("");
  }

  @Test
  void the_enforcer_refuses_what_the_house_forbids() throws Exception {
    plant(
        pom("alliance-service"),
        "dependencies",
        dependency("vn.digitaltrust", "registry-service", "${project.version}"));
    plant(
        pom("sanctions-service"),
        "plugins",
        "<plugin><groupId>org.apache.maven.plugins</groupId><artifactId>maven-antrun-plugin</artifactId></plugin>");
    module("leaf-1", "leaf", "1", "");
    module("leaf-2", "leaf", "2", "");
    module("left", "left", "1", dependency("planted", "leaf", "1"));
    module("right", "right", "1", dependency("planted", "leaf", "2"));
    // Two into one: a module whose own dependencies were refused is not looked at any more.
    String twice = dependency("vn.digitaltrust", "journal", "${project.version}");
    plant(
        pom("gateway"),
        "dependencies",
        twice + twice + dependency("planted", "left", "1") + dependency("planted", "right", "1"));

    String output = refused("validate");

    Map<String, String> rules =
        Map.of(
            "BannedDependencies", "alliance-service",
            "RequirePluginVersions", "sanctions-service",
            "BanDuplicatePomDependencyVersions", "gateway",
            "DependencyConvergence", "gateway");
    rules.forEach(
        (rule, module) ->
            assertTrue(
                reason(module, output).contains(rule + " failed"),
                () -> module + " was not refused by " + rule + ": " + output));
    assertEquals("", reason("registry-service", output), "nothing was planted there");
  }

  @Test
  void unformatted_code_and_named_warnings_are_errors() throws Exception {
    Path planted = copy.resolve("libraries/vocabulary/src/main/java/Planted.java");
    Files.createDirectories(planted.getParent());

    Files.writeString(planted, "class Planted { int  a ; }\n");
    String unformatted = refused("compile", "--projects", "libraries/vocabulary");
    assertTrue(reason("vocabulary", unformatted).contains("format violations"), unformatted);

    Files.writeString(planted, "class Planted {\n  java.util.List list;\n}\n");
    String raw = refused("compile", "--projects", "libraries/vocabulary");
    assertTrue(about("vocabulary", raw).contains("found raw type"), raw);
    assertTrue(about("vocabulary", raw).contains("warnings found and -Werror specified"), raw);
  }
}

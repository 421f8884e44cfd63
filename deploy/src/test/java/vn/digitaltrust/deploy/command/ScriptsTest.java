package vn.digitaltrust.deploy.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {
  private static final Path DEPLOY = Path.of("").toAbsolutePath();

  @TempDir Path temporary;

  private record Ran(int exit, String output) {}

  private Ran run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(temporary.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), output);
    return new Ran(process.exitValue(), output);
  }

  private Path jdk(String version) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("jdk-" + version + "/bin")).getParent();
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    Path java = Files.writeString(folder.resolve("bin/java"), "#!/bin/sh\necho \"java $*\"\n");
    assertTrue(java.toFile().setExecutable(true));
    return folder;
  }

  @Test
  void a_jdk_that_is_too_old_is_named_with_its_version() throws Exception {
    for (String version : new String[] {"1.8.0_402", "11.0.22"}) {
      Ran ran =
          run(Map.of("DT_JAVA_HOME", jdk(version).toString()), DEPLOY.resolve("status").toString());

      assertEquals(1, ran.exit());
      assertTrue(ran.output().contains("17 or newer"), ran.output());
      assertTrue(ran.output().contains("jdk-" + version), ran.output());
    }
  }

  @Test
  void the_newest_jdk_found_is_taken() throws Exception {
    Path newest = jdk("999.0.1");

    Ran ran =
        run(
            Map.of("JAVA_HOME", newest.toString()),
            copyOfScripts().resolve("deploy/status").toString());

    assertEquals(0, ran.exit(), ran.output());
    assertTrue(
        ran.output().contains("vn.digitaltrust.deploy.command.Launcher status"), ran.output());
  }

  @Test
  void a_script_works_through_a_link_and_from_any_folder_even_with_spaces() throws Exception {
    Path link =
        Files.createSymbolicLink(
            temporary.resolve("dt-status"), copyOfScripts().resolve("deploy/status"));

    Ran ran = run(Map.of("JAVA_HOME", jdk("999.0.1").toString()), link.toString(), "--help");

    assertEquals(0, ran.exit(), ran.output());
    assertTrue(ran.output().contains("Launcher status --help"), ran.output());
  }

  @Test
  void before_anything_is_built_the_scripts_say_how_to_begin() throws Exception {
    Path checkout = copyOfScripts();
    Files.delete(checkout.resolve("deploy/target/deploy.jar"));

    Ran ran =
        run(
            Map.of("JAVA_HOME", jdk("999.0.1").toString()),
            checkout.resolve("deploy/down").toString());

    assertEquals(1, ran.exit());
    assertTrue(ran.output().contains("deploy/up"), ran.output());
  }

  private Path copyOfScripts() throws IOException {
    Path checkout = temporary.resolve("a check out");
    Path deploy = Files.createDirectories(checkout.resolve("deploy"));
    for (String script : new String[] {"launch", "status", "down"}) {
      Files.copy(
          DEPLOY.resolve(script),
          deploy.resolve(script),
          java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    }
    Files.createDirectories(deploy.resolve("target"));
    Files.createFile(deploy.resolve("target/deploy.jar"));
    return checkout;
  }
}

package vn.digitaltrust.deploy.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

  @Test
  void what_runs_is_stopped_by_its_own_launcher_when_the_build_is_gone() throws Exception {
    Path checkout = copyOfScripts();
    Files.delete(checkout.resolve("deploy/target/deploy.jar"));
    Path installed = temporary.resolve("a home/app/launcher/4711");
    Files.createDirectories(installed);
    Files.createFile(installed.resolve("deploy.jar"));
    Files.writeString(installed.resolveSibling("current"), "4711\n");

    Ran ran =
        run(
            Map.of(
                "JAVA_HOME",
                jdk("999.0.1").toString(),
                "DT_HOME",
                temporary.resolve("a home").toString()),
            checkout.resolve("deploy/down").toString());

    assertEquals(0, ran.exit(), ran.output());
    assertTrue(ran.output().contains(installed + "/deploy.jar"), ran.output());
    assertTrue(ran.output().endsWith("Launcher down\n"), ran.output());
  }

  @Test
  void what_is_built_is_copied_before_it_is_started_and_not_built_again_unless_it_is_stale()
      throws Exception {
    Path checkout = copyOfScripts();
    Path builder = builder(checkout);
    Map<String, String> environment =
        Map.of("JAVA_HOME", jdk("999.0.1").toString(), "PATH", path(builder));

    Ran first = run(environment, checkout.resolve("deploy/up").toString());
    Ran second = run(environment, checkout.resolve("deploy/up").toString(), "gateway");

    assertEquals(0, first.exit(), first.output());
    List<String> lines = first.output().lines().filter(line -> line.startsWith("java ")).toList();
    assertEquals(2, lines.size(), first.output());
    assertTrue(lines.get(0).endsWith("Launcher install"), lines.get(0));
    assertTrue(lines.get(1).endsWith("Launcher up"), lines.get(1));
    assertTrue(second.output().endsWith("Launcher up gateway\n"), second.output());
    assertEquals(List.of("begin", "end"), Files.readAllLines(temporary.resolve("builds")));
  }

  @Test
  void two_at_once_build_once() throws Exception {
    Path checkout = copyOfScripts();
    Path builder = builder(checkout);
    Map<String, String> environment =
        Map.of("JAVA_HOME", jdk("999.0.1").toString(), "PATH", path(builder));
    String up = checkout.resolve("deploy/up").toString();

    List<CompletableFuture<Ran>> both =
        Stream.of(up, up)
            .map(script -> CompletableFuture.supplyAsync(() -> unchecked(environment, script)))
            .toList();

    for (CompletableFuture<Ran> one : both) {
      assertEquals(0, one.join().exit(), one.join().output());
    }
    assertEquals(List.of("begin", "end"), Files.readAllLines(temporary.resolve("builds")));
  }

  @Test
  void a_builder_is_not_asked_when_nothing_may_be_built() throws Exception {
    Path checkout = copyOfScripts();
    Path builder = builder(checkout);
    Map<String, String> environment =
        Map.of("JAVA_HOME", jdk("999.0.1").toString(), "PATH", path(builder), "DT_BUILD", "never");

    Ran ran = run(environment, checkout.resolve("deploy/up").toString());

    assertEquals(0, ran.exit(), ran.output());
    assertFalse(Files.exists(temporary.resolve("builds")));
  }

  private Ran unchecked(Map<String, String> environment, String script) {
    try {
      return run(environment, script);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String path(Path builder) {
    return builder + ":" + System.getenv("PATH");
  }

  /** A folder with a Maven that writes down when it works and makes what is asked for. */
  private Path builder(Path checkout) throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("builder"));
    Path mvn =
        Files.writeString(
            folder.resolve("mvn"),
            """
            #!/bin/sh
            echo begin >>"%1$s"
            for module in registry-service sanctions-service alliance-service gateway; do
              mkdir -p "%2$s/$module/target/quarkus-app"
              sleep 0.2
              touch "%2$s/$module/target/quarkus-app/quarkus-run.jar"
            done
            echo end >>"%1$s"
            """
                .formatted(temporary.resolve("builds"), checkout));
    assertTrue(mvn.toFile().setExecutable(true));
    return folder;
  }

  private Path copyOfScripts() throws IOException {
    Path checkout = temporary.resolve("a check out");
    Path deploy = Files.createDirectories(checkout.resolve("deploy"));
    for (String script : new String[] {"launch", "up", "status", "down"}) {
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

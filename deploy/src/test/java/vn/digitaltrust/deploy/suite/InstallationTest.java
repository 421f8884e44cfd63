package vn.digitaltrust.deploy.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir Path temporary;
  private Path checkout;
  private Installation installation;

  @BeforeEach
  void build() throws IOException {
    checkout = temporary.resolve("checkout");
    Home home = new Home(temporary.resolve("home"));
    home.open();
    installation =
        new Installation(Settings.from(Map.of("DT_CHECKOUT", checkout.toString())), home);
    write("gateway/target/quarkus-app/quarkus-run.jar", "first");
    write("gateway/target/quarkus-app/lib/main/library.jar", "library");
    write("deploy/target/deploy.jar", "launcher");
    write("deploy/target/lib/picocli.jar", "library");
    write("deploy/target/dist/keycloak.zip", "large");
  }

  private void write(String file, String text) throws IOException {
    Path path = checkout.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Path gateway() {
    return installation.current(Part.GATEWAY).orElseThrow();
  }

  @Test
  void what_was_built_is_copied_whole_and_what_was_not_is_missing() throws IOException {
    installation.refresh();

    assertEquals("first", Files.readString(gateway().resolve("quarkus-run.jar")));
    assertEquals("library", Files.readString(gateway().resolve("lib/main/library.jar")));
    assertTrue(installation.current(Part.REGISTRY).isEmpty());
  }

  @Test
  void the_launcher_lies_where_the_scripts_look_for_it() throws IOException {
    installation.refresh();

    Path launcher = temporary.resolve("home/app/launcher");
    Path current = launcher.resolve(Files.readString(launcher.resolve("current")).strip());
    assertEquals("launcher", Files.readString(current.resolve("deploy.jar")));
    assertTrue(Files.exists(current.resolve("lib/picocli.jar")));
    assertFalse(Files.exists(current.resolve("dist")), "archives are unpacked, not run from");
  }

  @Test
  void a_build_that_is_replaced_or_deleted_leaves_the_copy_as_it_was() throws IOException {
    installation.refresh();
    Path first = gateway();
    installation.refresh();
    assertEquals(first, gateway(), "nothing was built since");

    write("gateway/target/quarkus-app/quarkus-run.jar", "second");
    installation.refresh();

    assertNotEquals(first, gateway());
    assertEquals("first", Files.readString(first.resolve("quarkus-run.jar")));
    assertEquals("second", Files.readString(gateway().resolve("quarkus-run.jar")));

    Home.delete(checkout);
    installation.refresh();
    assertEquals("second", Files.readString(gateway().resolve("quarkus-run.jar")));
  }

  @Test
  void a_build_of_the_same_size_is_told_by_its_time() throws IOException {
    installation.refresh();
    Path first = gateway();

    Files.setLastModifiedTime(
        checkout.resolve("gateway/target/quarkus-app/quarkus-run.jar"),
        FileTime.fromMillis(1_000_000));
    installation.refresh();

    assertNotEquals(first, gateway());
  }

  @Test
  void builds_that_nothing_runs_from_are_swept_and_the_current_one_never_is() throws IOException {
    installation.refresh();
    Path first = gateway();
    write("gateway/target/quarkus-app/quarkus-run.jar", "second");
    installation.refresh();
    Files.createDirectory(first.resolveSibling("new.broken-off"));

    installation.sweep(Set.of(first.getFileName().toString()));
    assertTrue(Files.exists(first));

    installation.sweep(Set.of());
    try (Stream<Path> left = Files.list(first.getParent())) {
      assertEquals(
          Set.of(gateway(), first.resolveSibling("current")), left.collect(Collectors.toSet()));
    }
  }
}

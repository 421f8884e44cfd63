package vn.digitaltrust.deploy.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path temporary;

  @Test
  void a_secret_is_made_once_and_found_again_by_the_next_launcher() {
    Path file = temporary.resolve("secrets.properties");
    Secrets secrets = new Secrets(file);
    String first = secrets.get("postgres.superuser");
    String other = secrets.get("keycloak.admin");

    assertEquals(first, new Secrets(file).get("postgres.superuser"));
    assertNotEquals(first, other);
    assertTrue(first.matches("[A-Za-z0-9_-]{32}"), "needs no quoting in shells, URLs and JSON");
  }

  @Test
  void two_suites_share_no_secret() {
    assertNotEquals(
        new Secrets(temporary.resolve("one")).get("keycloak.admin"),
        new Secrets(temporary.resolve("two")).get("keycloak.admin"));
  }

  @Test
  void what_two_launchers_make_at_the_same_time_is_all_kept() {
    Path file = temporary.resolve("secrets.properties");
    Secrets one = new Secrets(file);
    Secrets two = new Secrets(file);
    String first = one.get("first");
    String second = two.get("second");

    assertEquals(first, two.get("first"), "both had read the file before it was there");
    assertEquals(first, new Secrets(file).get("first"));
    assertEquals(second, new Secrets(file).get("second"));
  }

  @Test
  void many_at_once_agree_on_every_secret() {
    Path file = temporary.resolve("secrets.properties");
    List<String> made =
        IntStream.range(0, 8)
            .mapToObj(
                launcher ->
                    CompletableFuture.supplyAsync(() -> new Secrets(file).get("keycloak.admin")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .distinct()
            .toList();

    assertEquals(1, made.size());
  }

  @Test
  void who_only_looks_makes_neither_secrets_nor_files() {
    Path file = temporary.resolve("secrets.properties");

    Failure failure =
        assertThrows(Failure.class, () -> Secrets.existing(file).get("postgres.superuser"));
    assertTrue(failure.getMessage().contains("deploy/up"), failure.getMessage());
    assertEquals(0, temporary.toFile().list().length);

    String made = new Secrets(file).get("keycloak.admin");
    assertEquals(made, Secrets.existing(file).get("keycloak.admin"));
    assertThrows(Failure.class, () -> Secrets.existing(file).get("postgres.superuser"));
  }

  @Test
  void only_the_owner_can_read_the_file() throws IOException {
    Path file = temporary.resolve("secrets.properties");
    Secrets secrets = new Secrets(file);
    secrets.get("one");
    secrets.get("two");

    assertEquals(
        Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE),
        Files.getPosixFilePermissions(file));
  }
}

package vn.digitaltrust.deploy.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
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

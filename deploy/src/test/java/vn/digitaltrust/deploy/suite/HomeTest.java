package vn.digitaltrust.deploy.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path temporary;

  @Test
  void a_new_folder_is_made_for_its_owner_alone_and_ignored_by_git() throws IOException {
    Path folder = temporary.resolve("a/b/home");

    new Home(folder).open();

    assertEquals("[OWNER_EXECUTE, OWNER_READ, OWNER_WRITE]", permissions(folder));
    assertEquals("*\n", Files.readString(folder.resolve(".gitignore")));
  }

  private static String permissions(Path path) throws IOException {
    return Files.getPosixFilePermissions(path).stream()
        .map(Enum::name)
        .sorted()
        .toList()
        .toString();
  }

  @Test
  void a_folder_with_somebodys_files_is_refused_and_left_alone() throws IOException {
    Files.writeString(temporary.resolve("thesis.txt"), "years of work");

    assertThrows(Failure.class, () -> new Home(temporary).open());
    assertThrows(Failure.class, () -> new Home(temporary).wipe());
    assertEquals("years of work", Files.readString(temporary.resolve("thesis.txt")));
  }

  @Test
  void wiping_removes_links_but_not_what_they_lead_to() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("kept.txt"), "kept");
    Path folder = temporary.resolve("home");
    Home home = new Home(folder);
    home.open();
    Files.createSymbolicLink(folder.resolve("logs/link"), outside);

    home.wipe();

    assertFalse(Files.exists(folder));
    assertTrue(Files.exists(outside.resolve("kept.txt")));
  }

  @Test
  void only_one_launcher_works_on_a_home_at_a_time() throws IOException {
    Home home = new Home(temporary.resolve("home"));
    home.open();

    try (FileLock first = home.lock()) {
      assertTrue(first.isValid());
      assertThrows(Failure.class, home::lock);
    }
    home.lock().close();
  }

  @Test
  void a_wipe_holds_its_lock_to_the_end_and_leaves_nothing_to_be_locked() throws IOException {
    Path folder = temporary.resolve("home");
    Home home = new Home(folder);
    home.open();

    try (FileLock held = home.lock()) {
      assertTrue(held.isValid());
      home.wipe();
      assertThrows(Failure.class, home::lock, "the folder is gone");
      assertFalse(Files.exists(folder));
    }
  }

  @Test
  void a_wipe_that_was_broken_off_before_its_lock_does_not_make_the_folder_a_strangers()
      throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("home"));
    Files.createFile(folder.resolve("launcher.lock"));

    Home home = new Home(folder);
    home.open();

    home.lock().close();
    home.wipe();
    assertFalse(Files.exists(folder));
  }
}

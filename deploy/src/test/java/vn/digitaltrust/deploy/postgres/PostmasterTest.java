package vn.digitaltrust.deploy.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {
  @TempDir Path data;

  private void pidFile(long pid) throws IOException {
    Files.write(data.resolve("postmaster.pid"), List.of(Long.toString(pid), data.toString()));
  }

  @Test
  void a_stranger_that_has_the_number_of_a_dead_server_is_not_the_server() throws IOException {
    Process stranger = new ProcessBuilder("sleep", "60").start();
    try {
      pidFile(stranger.pid());

      assertEquals(Optional.of(stranger.pid()), new Postmaster(data).pid());
      assertEquals(Optional.empty(), new Postmaster(data).running());
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void a_process_that_works_on_the_folder_is_the_server() throws IOException {
    Path log = Files.createFile(data.resolve("log"));
    Process server = new ProcessBuilder("tail", "-f", log.toString()).start();
    try {
      pidFile(server.pid());

      assertEquals(Optional.of(server.pid()), new Postmaster(data).running());
    } finally {
      server.destroyForcibly();
    }
  }

  @Test
  void without_a_pid_file_or_with_an_empty_one_nothing_runs() throws IOException {
    assertEquals(Optional.empty(), new Postmaster(data).running());

    Files.createFile(data.resolve("postmaster.pid"));
    assertEquals(Optional.empty(), new Postmaster(data).running());
  }

  @Test
  void the_programs_are_found_where_the_server_was_started_from_even_with_spaces()
      throws IOException {
    Path programs = Files.createDirectories(data.resolve("an install/bin"));
    Path pgCtl = Files.createFile(programs.resolve("pg_ctl"));
    Files.writeString(
        data.resolve("postmaster.opts"), programs + "/postgres \"-D\" \"" + data + "\"\n");
    assertEquals(Optional.empty(), new Postmaster(data).programs(), "it cannot be run");

    assertEquals(true, pgCtl.toFile().setExecutable(true));
    assertEquals(Optional.of(programs), new Postmaster(data).programs());
  }
}

package vn.digitaltrust.deploy.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  private static final List<String> SLEEP = List.of("sleep", "60");

  @TempDir Path temporary;
  private Home home;
  private Processes processes;

  @BeforeEach
  void open() {
    home = new Home(temporary.resolve("home"));
    home.open();
    processes = new Processes(home);
  }

  @AfterEach
  void stopAll() {
    for (Part part : Part.values()) {
      processes.stop(part, 0);
    }
  }

  @Test
  void a_started_part_is_on_record_for_the_next_launcher_which_can_stop_it() {
    ProcessHandle started = processes.start(Part.GATEWAY, SLEEP, Map.of());

    Processes next = new Processes(home);
    assertEquals(started, next.records().alive(Part.GATEWAY).orElseThrow());
    assertTrue(next.stop(Part.GATEWAY, 10));
    assertFalse(started.isAlive());
    assertTrue(next.records().read(Part.GATEWAY).isEmpty());
  }

  @Test
  void a_part_whose_launcher_was_killed_before_it_wrote_it_down_is_found_by_its_mark() {
    String mark = Processes.mark(temporary.resolve("home"), Part.ALLIANCE);
    ProcessHandle started =
        processes.start(
            Part.ALLIANCE, List.of("tail", "-f", "--", "/dev/null", "./" + mark), Map.of());
    processes.records().clear(Part.ALLIANCE);

    Processes next = new Processes(home);
    next.recover(Part.GATEWAY);
    next.recover(Part.ALLIANCE);

    assertTrue(next.records().alive(Part.GATEWAY).isEmpty(), "another part");
    assertEquals(started, next.records().alive(Part.ALLIANCE).orElseThrow());
    assertTrue(next.stop(Part.ALLIANCE, 10));
    assertFalse(started.isAlive());
  }

  @Test
  void a_process_that_has_our_pid_but_another_start_is_not_ours_and_is_left_alone()
      throws IOException {
    Process stranger = new ProcessBuilder(SLEEP).start();
    try {
      processes.records().write(Part.GATEWAY, new ProcessIdentity(stranger.pid(), "another start"));

      assertTrue(processes.records().alive(Part.GATEWAY).isEmpty());
      assertFalse(processes.stop(Part.GATEWAY, 10));
      assertTrue(stranger.isAlive());
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void a_part_that_does_not_end_when_asked_is_ended() throws IOException, InterruptedException {
    Path ready = temporary.resolve("ready");
    ProcessHandle deaf =
        processes.start(
            Part.REGISTRY,
            List.of("sh", "-c", "trap '' TERM; touch " + ready + "; while :; do sleep 1; done"),
            Map.of());
    while (!Files.exists(ready)) {
      Thread.onSpinWait();
    }

    assertTrue(processes.stop(Part.REGISTRY, 1));
    assertFalse(deaf.isAlive());
  }

  @Test
  void a_signal_finds_what_was_started_and_nothing_is_started_after_it() {
    processes.start(Part.ALLIANCE, SLEEP, Map.of());

    assertEquals(Set.of(Part.ALLIANCE), processes.close());
    assertThrows(Failure.class, () -> processes.start(Part.GATEWAY, SLEEP, Map.of()));
  }

  @Test
  void what_a_part_prints_goes_to_its_log_and_the_log_before_is_kept() throws IOException {
    int exit =
        processes.run(Part.POSTGRES, List.of("sh", "-c", "echo first; exit 3"), Map.of(), 10);
    processes.newLog(Part.POSTGRES);
    processes.run(Part.POSTGRES, List.of("sh", "-c", "echo $WORD"), Map.of("WORD", "second"), 10);

    assertEquals(3, exit);
    assertEquals("second\n", Files.readString(home.log(Part.POSTGRES)));
    assertEquals("first\n", Files.readString(home.resolve("logs/postgresql.log.1")));
  }

  @Test
  void a_program_that_is_not_there_is_named() {
    Failure failure =
        assertThrows(
            Failure.class,
            () -> processes.run(Part.POSTGRES, List.of("/no/such/program"), Map.of(), 10));

    assertTrue(failure.getMessage().contains("/no/such/program"), failure.getMessage());
  }
}

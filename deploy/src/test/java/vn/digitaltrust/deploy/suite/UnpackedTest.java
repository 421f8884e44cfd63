package vn.digitaltrust.deploy.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
  @TempDir Path temporary;

  /** Another launcher: takes the second lock, says so, and wants the first. */
  static final class Other {
    public static void main(String[] files) throws IOException {
      try (FileChannel second = open(Path.of(files[1]));
          FileLock held = Unpacked.lock(second)) {
        System.out.println("wants the first: " + held.isValid());
        try (FileChannel first = open(Path.of(files[0]));
            FileLock wanted = Unpacked.lock(first)) {
          System.out.println("has the first: " + wanted.isValid());
        }
      }
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  @Test
  void two_launchers_may_each_have_a_lock_that_the_other_wants_next_in_another_thread()
      throws Exception {
    Path first = temporary.resolve("first");
    Path second = temporary.resolve("second");
    FutureTask<Boolean> taking = new FutureTask<>(() -> take(second));
    Process other;
    try (FileChannel channel = open(first);
        FileLock held = Unpacked.lock(channel)) {
      assertTrue(held.isValid());
      other =
          new ProcessBuilder(
                  List.of(
                      Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                      "-cp",
                      System.getProperty("java.class.path"),
                      Other.class.getName(),
                      first.toString(),
                      second.toString()))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader says = other.inputReader(StandardCharsets.US_ASCII);
      assertEquals("wants the first: true", says.readLine());
      Thread thread = new Thread(taking, "unpacking");
      thread.setDaemon(true);
      thread.start();
      while (thread.getState() != Thread.State.TIMED_WAITING && !taking.isDone()) {
        Thread.onSpinWait();
      }
      assertFalse(taking.isDone(), "refused, or let in beside the other");
    }
    assertEquals(0, other.waitFor(), "the other launcher was refused its lock");
    assertTrue(taking.get(), "has it when the other is done");
  }

  private static boolean take(Path file) throws IOException {
    try (FileChannel channel = open(file);
        FileLock lock = Unpacked.lock(channel)) {
      return lock.isValid();
    }
  }
}

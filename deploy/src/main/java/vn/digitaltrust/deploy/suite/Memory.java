package vn.digitaltrust.deploy.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a part holds. */
public final class Memory {
  private Memory() {}

  /**
   * Resident memory of a process and its children in MB. Pages that several processes share, such
   * as PostgreSQL's buffers, count once (the kernel's proportional share), where the kernel tells.
   */
  public static long residentMegabytes(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
            .mapToLong(handle -> kilobytes(handle.pid()))
            .sum()
        / 1024;
  }

  private static long kilobytes(long pid) {
    long share = proc(pid, "smaps_rollup", "Pss:");
    if (share < 0) {
      share = proc(pid, "status", "VmRSS:");
    }
    return share < 0 ? ps(pid) : share;
  }

  private static long proc(long pid, String file, String key) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(-1);
    } catch (IOException | java.io.UncheckedIOException e) {
      return -1;
    }
  }

  /** For systems without /proc. */
  private static long ps(long pid) {
    try {
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      try (BufferedReader reader = ps.inputReader(StandardCharsets.US_ASCII)) {
        String line = reader.readLine();
        return line == null ? 0 : Long.parseLong(line.strip());
      }
    } catch (IOException | NumberFormatException e) {
      return 0;
    }
  }
}

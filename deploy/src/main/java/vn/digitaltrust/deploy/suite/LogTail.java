package vn.digitaltrust.deploy.suite;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log, for the message about a failed start. */
public final class LogTail {
  private static final int LINES = 25;
  private static final int BYTES = 16_384;

  private LogTail() {}

  /** The last lines, indented; says so if there is nothing to show. */
  public static String of(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - BYTES);
      byte[] bytes = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      String tail =
          String.join("\n    ", lines.subList(Math.max(0, lines.size() - LINES), lines.size()));
      return "  The end of %s:%n    %s".formatted(log, tail.isBlank() ? "(empty)" : tail);
    } catch (IOException e) {
      return "  (no log at %s)".formatted(log);
    }
  }
}

package vn.digitaltrust.gateway.door;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Gathers lines and writes many of them at once, so that whoever adds one waits neither for the
 * other end nor for another thread. What is gathered is bounded: while the other end takes nothing,
 * further lines are dropped and counted, and requests go on.
 */
final class LineWriter {
  private final Supplier<PrintStream> out;
  private final int most;
  private StringBuilder gathered = new StringBuilder();
  private long dropped;

  /**
   * Writes nothing until it is told to.
   *
   * @param out asked for at every writing
   * @param most how many characters may be gathered
   */
  LineWriter(Supplier<PrintStream> out, int most) {
    this.out = out;
    this.most = most;
  }

  /** Adds a line, given without its end. */
  synchronized void add(CharSequence line) {
    if (gathered.length() + line.length() < most) {
      gathered.append(line).append('\n');
    } else {
      dropped++;
    }
  }

  /** How many lines were dropped so far. */
  synchronized long dropped() {
    return dropped;
  }

  /** Writes what was gathered, and returns when it is written. One thread at a time. */
  void write() {
    StringBuilder lines = taken();
    if (!lines.isEmpty()) {
      byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
      PrintStream stream = out.get();
      stream.write(bytes, 0, bytes.length);
      stream.flush();
    }
  }

  private synchronized StringBuilder taken() {
    StringBuilder lines = gathered;
    gathered = new StringBuilder(lines.length());
    return lines;
  }
}

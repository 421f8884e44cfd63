package vn.digitaltrust.deploy.suite;

import java.io.PrintStream;
import java.util.Locale;

/**
 * Says what the launcher does, with the seconds since it began. One line per event, so that it
 * reads the same in a log file.
 */
public final class Progress {
  private final PrintStream out;
  private final long begun = System.nanoTime();

  /** Prints to this stream. */
  public Progress(PrintStream out) {
    this.out = out;
  }

  /** One event of one part. */
  public synchronized void say(Part part, String text) {
    line("%-18s %s".formatted(part.label(), text));
  }

  /** One event of the whole. */
  public synchronized void line(String text) {
    out.printf(Locale.ROOT, "[%5.1f s] %s%n", seconds(), text);
    out.flush();
  }

  /** Seconds since the launcher began. */
  public double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }
}

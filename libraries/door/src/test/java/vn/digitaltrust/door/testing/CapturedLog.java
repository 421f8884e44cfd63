package vn.digitaltrust.door.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the process under test logs at WARN and above while it is open. */
public final class CapturedLog implements AutoCloseable {
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord written) {
          if (written.getLevel().intValue() >= Level.WARNING.intValue()) {
            records.add(written);
          }
        }

        @Override
        public void flush() {
          // nothing is held back
        }

        @Override
        public void close() {
          // nothing is open
        }
      };

  /** Begins to listen. */
  public CapturedLog() {
    Logger.getLogger("").addHandler(handler);
  }

  /** Every record so far: level, category, text, and the exception if it came with one. */
  public List<String> lines() {
    return records.stream()
        .map(
            it ->
                "%s %s %s %s"
                    .formatted(
                        it.getLevel(),
                        it.getLoggerName(),
                        it.getMessage(),
                        it.getThrown() == null ? "" : "thrown " + it.getThrown()))
        .toList();
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(handler);
  }
}

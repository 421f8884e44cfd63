package vn.digitaltrust.journal;

import java.util.Random;
import java.util.UUID;

/**
 * Writes without end in four threads: each transaction inserts a note and appends one to three
 * entries about it. Prints a line per commit. Arguments: url, user, password.
 */
public final class WriterProcess {
  private static final int THREADS = 4;

  private WriterProcess() {}

  /** Runs until it is killed. */
  public static void main(String[] arguments) {
    Standalone standalone =
        new Standalone(
            arguments[0], arguments[1], arguments[2], THREADS, Standalone.background("writer"));
    for (int i = 0; i < THREADS; i++) {
      new Thread(() -> write(standalone)).start();
    }
  }

  private static void write(Standalone standalone) {
    Random random = new Random();
    while (true) {
      UUID id = UUID.randomUUID();
      int entries = 1 + random.nextInt(3);
      standalone.transactions.inNew(
          () -> {
            standalone.sql("insert into note values (?, ?, 0)", id, "entries: " + entries);
            for (int entry = 0; entry < entries; entry++) {
              standalone.journal.append(Standalone.change(id, "crash"));
            }
            return null;
          });
      System.out.println(id);
    }
  }
}

package vn.digitaltrust.journal;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * Begins work under a retry key and never ends it. Prints a line in the middle of the work.
 * Arguments: url, user, password, actor, route, key, secret.
 */
public final class RetryProcess {
  private RetryProcess() {}

  /** Runs until it is killed. */
  public static void main(String[] a) {
    Standalone standalone =
        new Standalone(a[0], a[1], a[2], 2, new Standalone.Request(a[3], a[4], a[5]));
    RetryKeys keys =
        new RetryKeys(
            standalone.dataSource,
            standalone.manager,
            new Standalone.Request(a[3], a[4], a[5]),
            Clock.systemUTC(),
            a[6]);
    keys.once(new NoteResource.Request("crashed", null), () -> halfDone(standalone), id -> id);
  }

  private static UUID halfDone(Standalone standalone) {
    UUID id = UUID.randomUUID();
    standalone.sql("insert into note values (?, 'crashed', 0)", id);
    standalone.journal.append(Standalone.change(id, "crashed"));
    System.out.println("half done");
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return id;
  }
}

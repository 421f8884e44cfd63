package vn.digitaltrust.sanctions.running;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * SAN-135: tells of rows that wait for it, each in a transaction of its own. One that cannot be
 * told is logged, tried again in the next pass, and keeps no other waiting.
 */
public final class OneByOne {
  private static final Logger LOG = Logger.getLogger(OneByOne.class);
  private static final UUID FIRST = new UUID(0, 0);
  private static final int STEP = 500;

  private OneByOne() {}

  /** Which rows wait, as a query answers it. */
  public interface Waiting {
    /** The ids of some that wait, in their order, from after an id on. */
    List<UUID> after(UUID id, int most);
  }

  /**
   * What came of a pass.
   *
   * @param told how many were told
   * @param failed how many could not be told
   */
  public record Pass(int told, int failed) {}

  /**
   * Goes once through all that wait.
   *
   * @param what they are, for the log
   * @param tell tells of one; false if it does not wait any more
   */
  public static Pass tellAll(String what, Waiting waiting, Predicate<UUID> tell) {
    int told = 0;
    int failed = 0;
    UUID last = FIRST;
    List<UUID> some;
    do {
      UUID after = last;
      some = QuarkusTransaction.requiringNew().call(() -> waiting.after(after, STEP));
      for (UUID id : some) {
        last = id;
        try {
          told += QuarkusTransaction.requiringNew().call(() -> tell.test(id)) ? 1 : 0;
        } catch (RuntimeException e) {
          failed++;
          LOG.errorf(e, "What waits to be told of %s %s could not be told yet", what, id);
        }
      }
    } while (some.size() == STEP);
    return new Pass(told, failed);
  }
}

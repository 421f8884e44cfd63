package vn.digitaltrust.sanctions.registry;

import java.time.Instant;
import java.util.UUID;

/** A kind of aggregate of which something remains when its texts about a person are erased. */
public interface Remaining {
  /** The aggregate's name in the journal. */
  String aggregate();

  /** Its place in the order of telling, which is also the priority of its observer. */
  int place();

  /**
   * Appends the state of one aggregate as it is without its texts: at most five entries.
   *
   * @param at the moment from which it is told so
   */
  void tellRemains(UUID id, Instant at);
}

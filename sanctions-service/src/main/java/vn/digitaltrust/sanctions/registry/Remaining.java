package vn.digitaltrust.sanctions.registry;

import java.time.Instant;
import java.util.UUID;

/**
 * A kind of aggregate that keeps texts about subjects. Whoever keeps it tells the journal what
 * remains of one once the texts are gone.
 */
public interface Remaining {
  /** The aggregate's name in the journal. */
  String aggregate();

  /**
   * Appends the state of one aggregate as it is without its texts: at most three entries.
   *
   * @param at the moment from which it is told so
   */
  void tellRemains(UUID id, Instant at);
}

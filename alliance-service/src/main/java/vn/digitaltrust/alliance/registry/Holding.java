package vn.digitaltrust.alliance.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.holder.Hold;

/** A feature that may have to keep something of a person whose erasure is asked for. */
public interface Holding {
  /**
   * What it has to keep now, in the caller's transaction.
   *
   * @param person all ids of the person
   */
  Optional<Hold> on(Set<UUID> person, Instant now);
}

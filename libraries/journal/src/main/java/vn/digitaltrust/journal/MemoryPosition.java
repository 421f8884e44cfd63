package vn.digitaltrust.journal;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Positions of followers whose effects are in memory, too: they begin with a snapshot after every
 * start. An effect in memory cannot be undone: after one that failed, entries of the same
 * transaction may be given again. Each carries a complete state, so that does no harm.
 */
public final class MemoryPosition implements FollowerPosition {
  private final Map<String, Position> positions = new ConcurrentHashMap<>();

  @Override
  public Optional<Position> current(String follower) {
    return Optional.ofNullable(positions.get(follower));
  }

  @Override
  public synchronized boolean move(String follower, Position from, Position to, Runnable effect) {
    if (!Objects.equals(positions.get(follower), from)) {
      return false;
    }
    effect.run();
    positions.put(follower, to);
    return true;
  }
}

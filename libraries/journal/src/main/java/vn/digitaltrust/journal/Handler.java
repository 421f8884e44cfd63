package vn.digitaltrust.journal;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a follower does with entries. With a {@link DatabasePosition} both methods run inside the
 * JTA transaction that moves the follower, so effect and position are committed together or not at
 * all; they must therefore make no remote call. Throwing undoes both, and the follower tries again
 * after a pause: it never skips an entry.
 */
public interface Handler {
  /**
   * Applies the next entry that this reader may see and that is not erased. Several entries may
   * share one transaction. An unknown type or value is to be given its most restrictive reading and
   * logged.
   */
  void apply(Entry entry);

  /**
   * Applies consecutive entries in one move. A follower in memory is given what was recorded at one
   * instant, so the entries of a transaction come together, unless one page cannot hold them; if
   * this throws, they are given again one by one. Whoever is read meanwhile can then show either
   * all of a transaction or nothing of it.
   */
  default void applyTogether(List<Entry> entries) {
    entries.forEach(this::apply);
  }

  /**
   * Replaces everything known from this journal by the snapshot: the latest public entry of each
   * aggregate, in position order. What it does not name no longer exists. The stream may be read
   * once, inside the call, and throws if the snapshot turns out to be cut off or altered.
   */
  void reload(Stream<Entry> snapshot);
}

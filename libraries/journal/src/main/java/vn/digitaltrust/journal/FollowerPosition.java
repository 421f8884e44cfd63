package vn.digitaltrust.journal;

import java.util.Optional;

/** Where followers stand, and the one way to move them: by compare-and-set around the effect. */
public interface FollowerPosition {
  /** Where the follower stands; empty if it has to begin with a snapshot. */
  Optional<Position> current(String follower);

  /**
   * Runs the effect and moves the follower, both or neither.
   *
   * @param from where the follower must still stand; null if it stands nowhere yet
   * @return false, with no effect, when the follower stands elsewhere by now (another replica was
   *     faster)
   */
  boolean move(String follower, Position from, Position to, Runnable effect);

  /**
   * How many entries may share one move: only 1 where the effects of a failed move stay; then no
   * more than the entries of one transaction do.
   */
  default int entriesPerMove() {
    return 1;
  }
}

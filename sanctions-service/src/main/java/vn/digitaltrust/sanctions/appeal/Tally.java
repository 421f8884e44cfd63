package vn.digitaltrust.sanctions.appeal;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * SAN-31 to SAN-33: the votes of a panel of three. Pure.
 *
 * @param votes the vote of each member that counts
 */
record Tally(Map<String, Finding> votes) {
  /** Members of a panel. */
  static final int PANEL = 3;

  private static final int MAJORITY = 2;

  /**
   * Counts the last whole vote of each person who may vote: one that does not say what it would
   * change, as they were cast before votes did, decides nothing and can be cast anew.
   *
   * @param cast in the order in which the votes were cast
   * @param impartial who took no part in the case, also not since the vote
   */
  static Tally of(Collection<AppealVote> cast, Predicate<String> impartial) {
    Map<String, Finding> last = new LinkedHashMap<>();
    for (AppealVote vote : cast) {
      if (impartial.test(vote.person) && vote.finding().whole()) {
        last.put(vote.person, vote.finding());
      }
    }
    return new Tally(last);
  }

  Set<String> panel() {
    return votes.keySet();
  }

  /** Whether somebody may still join the panel, or is on it. */
  boolean admits(String person) {
    return votes.containsKey(person) || votes.size() < PANEL;
  }

  boolean complete() {
    return votes.size() == PANEL;
  }

  /**
   * SAN-32: what two of three find alike in everything; empty while the panel is not complete or no
   * two agree.
   */
  Optional<Finding> majority() {
    if (!complete()) {
      return Optional.empty();
    }
    return votes.values().stream()
        .filter(finding -> Collections.frequency(votes.values(), finding) >= MAJORITY)
        .findFirst();
  }
}

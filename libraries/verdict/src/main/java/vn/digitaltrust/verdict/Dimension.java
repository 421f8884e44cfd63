package vn.digitaltrust.verdict;

import java.util.Set;

/**
 * What a scope says of one dimension, such as the activities: everything, or some values.
 *
 * @param all whether every value is meant
 * @param values the values that are meant otherwise; may be none
 */
public record Dimension(boolean all, Set<String> values) {
  /** Everything. */
  public static final Dimension ALL = new Dimension(true, Set.of());

  /** Some values, or everything when none is named. */
  public static Dimension of(String... values) {
    return values.length == 0 ? ALL : new Dimension(false, Set.of(values));
  }

  /** GW-9: whether any of what was asked lies within; null asks for everything. */
  public boolean touches(String asked) {
    return all || asked == null || values.contains(asked);
  }

  /**
   * GW-10: whether all in which the limit meets what was asked lies within; null asks for
   * everything, which meets all of the limit.
   */
  public boolean includes(String asked, Dimension limit) {
    if (all) {
      return true;
    }
    return asked != null ? values.contains(asked) : !limit.all && values.containsAll(limit.values);
  }
}

package vn.digitaltrust.door.holder;

import java.time.LocalDate;

/**
 * That an erasure has to wait: all that the registry is told of it.
 *
 * @param code what kind of reason, such as {@code MEASURE}; never a text
 * @param until the last day on which it counts, unless it is renewed
 */
public record Hold(String code, LocalDate until) {
  /** How far ahead a hold reaches at most; what lasts longer is renewed. */
  public static final int LONGEST_DAYS = 30;

  /** A hold that is to go on is renewed when it has fewer days left. */
  static final int RENEWED_DAYS = 15;

  /** A hold as long as it may be, for what has no known end. */
  public static Hold longest(String code, LocalDate today) {
    return new Hold(code, today.plusDays(LONGEST_DAYS));
  }

  /**
   * A hold up to a known last day, which may be far or have passed: then it lasts at least today.
   */
  public static Hold upTo(String code, LocalDate last, LocalDate today) {
    LocalDate longest = today.plusDays(LONGEST_DAYS);
    LocalDate until = last.isAfter(longest) ? longest : last;
    return new Hold(code, until.isBefore(today) ? today : until);
  }

  /**
   * DOOR-34: whether this hold, which the registry knows, need not be replaced yet.
   *
   * @param decided what holds now; null for nothing
   */
  boolean standsFor(Hold decided, LocalDate today) {
    return equals(decided)
        || decided != null
            && code.equals(decided.code)
            && until.isBefore(decided.until)
            && !until.isBefore(today.plusDays(RENEWED_DAYS));
  }
}

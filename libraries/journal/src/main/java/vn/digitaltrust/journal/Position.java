package vn.digitaltrust.journal;

/**
 * A place in a journal: the number of an entry together with its hash, so that a journal that was
 * rewound and rewritten is never mistaken for the one read before.
 *
 * @param number 0 before the first entry, then 1, 2, 3 … without a gap
 * @param hash 64 lower-case hexadecimal digits; 64 zeros at number 0
 */
public record Position(long number, String hash) {
  private static final int HASH_LENGTH = 64;

  /** Before the first entry of any journal. */
  public static final Position START = new Position(0, "0".repeat(64));

  /**
   * @throws IllegalArgumentException when the number is negative or the hash is not 64 lower-case
   *     hexadecimal digits
   */
  public Position {
    if (number < 0) {
      throw new IllegalArgumentException("a position is never negative: " + number);
    }
    if (!isHash(hash)) {
      throw new IllegalArgumentException("a hash is 64 lower-case hexadecimal digits");
    }
  }

  static boolean isHash(String text) {
    if (text == null || text.length() != HASH_LENGTH) {
      return false;
    }
    for (int i = 0; i < HASH_LENGTH; i++) {
      char digit = text.charAt(i);
      if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
        return false;
      }
    }
    return true;
  }
}

package vn.digitaltrust.journal;

/** Reads whole numbers from queries; JAX-RS itself would answer a bad one with 404. */
final class Numbers {
  private Numbers() {}

  static long between(String name, String text, long least, long most) {
    try {
      long number = Long.parseLong(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number out of bounds
    }
    throw new ParameterOutOfBounds(name, new ParameterOutOfBounds.Bounds(least, most));
  }
}

package vn.digitaltrust.journal;

import java.util.regex.Pattern;

/** Reads whole numbers from queries; JAX-RS itself would answer a bad one with 404. */
final class Numbers {
  private static final Pattern ASCII = Pattern.compile("[0-9]+");

  private Numbers() {}

  static long between(String name, String text, long least, long most) {
    try {
      // The runtime reads the digits of any script.
      long number = ASCII.matcher(text).matches() ? Long.parseLong(text) : -1;
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // answered below, like a number out of bounds
    }
    throw new ParameterOutOfBounds(name, new ParameterOutOfBounds.Bounds(least, most));
  }
}

package vn.digitaltrust.journal;

import jakarta.ws.rs.BadRequestException;

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
    throw new BadRequestException(
        most == Long.MAX_VALUE
            ? name + " must be a whole number, at least " + least
            : name + " must be a whole number from " + least + " to " + most);
  }
}

package vn.digitaltrust.registry.identity;

import java.util.regex.Pattern;

/** A personal ID number in memory; its text form shows nothing (ID-1, ID-2). */
final class PersonalIdNumber {
  private static final Pattern FORM = Pattern.compile("[0-9]{12}");

  private final String digits;

  private PersonalIdNumber(String digits) {
    this.digits = digits;
  }

  /** The number, or null when the text is not twelve ASCII digits. */
  static PersonalIdNumber of(String text) {
    return FORM.matcher(text).matches() ? new PersonalIdNumber(text) : null;
  }

  String digits() {
    return digits;
  }

  String end() {
    return digits.substring(9);
  }

  @Override
  public String toString() {
    return "personal ID number";
  }
}

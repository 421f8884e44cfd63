package vn.digitaltrust.vocabulary;

import java.util.Locale;

/**
 * The form that public numbers share: a prefix, digits, and their check character by ISO 7064 MOD
 * 37,36. Read without regard to case and to blanks around it. Trust checks are asked by such
 * numbers, so there is no regular expression here.
 *
 * @param least the fewest digits
 * @param most the most digits
 */
record CheckedNumber(String prefix, int least, int most, String example) {
  String of(String digits) {
    return prefix + digits + CheckCharacter.of(digits);
  }

  /**
   * The number in its one written form.
   *
   * @throws Refused when it is none, with what is wrong
   */
  String require(String text) {
    String upper = upper(text);
    String fault = fault(upper);
    if (fault != null) {
      throw new Refused(fault, example, prefix.length() + least + 1, prefix.length() + most + 1);
    }
    return upper;
  }

  /** The number in its one written form, or null when it is none. */
  String canonical(String text) {
    String upper = upper(text);
    return fault(upper) == null ? upper : null;
  }

  private static String upper(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  private String fault(String number) {
    int check = number.length() - 1;
    if (!number.startsWith(prefix)) {
      return "number.form";
    }
    for (int i = prefix.length(); i <= check; i++) {
      char character = number.charAt(i);
      boolean digit = character >= '0' && character <= '9';
      if (!digit && (i < check || character < 'A' || character > 'Z')) {
        return "number.form";
      }
    }
    int digits = check - prefix.length();
    if (digits < least || digits > most) {
      return digits < least ? "number.short" : "number.long";
    }
    return CheckCharacter.of(number.substring(prefix.length(), check)) == number.charAt(check)
        ? null
        : "number.check";
  }
}

package vn.digitaltrust.registry.subject;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * REG-7: the public number of a registered KOL: {@code KOL-}, digits, and the check character that
 * ISO 7064 MOD 37,36 gives for the digits. It catches every single wrong character and nearly every
 * swap of neighbours.
 */
final class RegistrationNumber {
  private static final String PREFIX = "KOL-";
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int M = ALPHABET.length();
  private static final Pattern FORM = Pattern.compile("KOL-([0-9]{8,18})([0-9A-Z])");

  private RegistrationNumber() {}

  /** The number that stands for a value of the sequence. */
  static String of(long value) {
    var digits = Long.toString(value);
    return PREFIX + digits + check(digits);
  }

  /**
   * The number in its one written form, or null when it is none or its check character is wrong.
   */
  static String canonical(String text) {
    var upper = text.strip().toUpperCase(Locale.ROOT);
    var form = FORM.matcher(upper);
    return form.matches() && check(form.group(1)) == form.group(2).charAt(0) ? upper : null;
  }

  /** The check character of a text over 0–9 and A–Z. */
  static char check(String text) {
    var product = M;
    for (var i = 0; i < text.length(); i++) {
      var sum = (product + ALPHABET.indexOf(text.charAt(i))) % M;
      product = (sum == 0 ? M : sum) * 2 % (M + 1);
    }
    return ALPHABET.charAt((M + 1 - product) % M);
  }
}

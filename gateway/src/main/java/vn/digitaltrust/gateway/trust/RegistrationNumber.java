package vn.digitaltrust.gateway.trust;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A registration number, verified by its check character (ISO 7064 MOD 37,36). */
final class RegistrationNumber {
  private static final Pattern FORM = Pattern.compile("KOL-([0-9]{8,18})([0-9A-Z])");
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int M = ALPHABET.length();

  private RegistrationNumber() {}

  /** The number as the registry writes it, or null when it is none. */
  static String canonical(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    Matcher form = FORM.matcher(upper);
    return form.matches() && check(form.group(1)) == form.group(2).charAt(0) ? upper : null;
  }

  private static char check(String digits) {
    int product = M;
    for (int i = 0; i < digits.length(); i++) {
      int sum = (product + ALPHABET.indexOf(digits.charAt(i))) % M;
      product = (sum == 0 ? M : sum) * 2 % (M + 1);
    }
    return ALPHABET.charAt((M + 1 - product) % M);
  }
}

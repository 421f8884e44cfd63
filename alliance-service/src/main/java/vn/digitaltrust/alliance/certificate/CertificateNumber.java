package vn.digitaltrust.alliance.certificate;

import java.util.regex.Pattern;

/**
 * ALL-31: {@code IT-}, eight digits and a check character by ISO 7064 MOD 37,36 over the digits.
 */
final class CertificateNumber {

  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final Pattern FORM = Pattern.compile("IT-[0-9]{8}[0-9A-Z]");
  private static final long LAST = 99_999_999;

  private CertificateNumber() {}

  static String of(long sequence) {
    if (sequence < 1 || sequence > LAST) {
      throw new IllegalArgumentException("no certificate number for " + sequence);
    }
    String digits = "%08d".formatted(sequence);
    return "IT-" + digits + check(digits);
  }

  static boolean isWellFormed(String number) {
    return FORM.matcher(number).matches()
        && check(number.substring(3, 11)) == number.charAt(number.length() - 1);
  }

  static char check(String digits) {
    int product = 36;
    for (int i = 0; i < digits.length(); i++) {
      int sum = (product + ALPHABET.indexOf(digits.charAt(i))) % 36;
      product = (sum == 0 ? 36 : sum) * 2 % 37;
    }
    return ALPHABET.charAt((37 - product) % 36);
  }
}

package vn.digitaltrust.vocabulary;

import java.util.regex.Pattern;

/**
 * VOC-3: the tax code (MST) of an organisation: 10 digits of which the last is a check digit, or 13
 * with a branch, written {@code 0100109106-001}.
 */
public final class TaxCode {
  private static final Pattern FORM = Pattern.compile("(\\d{10})(?:-?(\\d{3}))?");
  private static final int[] WEIGHTS = {31, 29, 23, 19, 17, 13, 7, 5, 3};

  private TaxCode() {}

  /** The code in its one written form, or null when it is no tax code. */
  public static String canonical(String text) {
    var form = FORM.matcher(text);
    if (!isAscii(text) || !form.matches() || !isValid(form.group(1))) {
      return null;
    }
    var branch = form.group(2);
    if (branch == null) {
      return form.group(1);
    }
    return branch.equals("000") ? null : form.group(1) + "-" + branch;
  }

  private static boolean isValid(String digits) {
    return !digits.startsWith("00")
        && !digits.substring(2, 9).equals("0000000")
        && digits.charAt(9) - '0' == checkDigit(digits);
  }

  /** 10 minus the weighted sum modulo 11; 10 itself is the check digit of no code. */
  private static int checkDigit(String digits) {
    var sum = 0;
    for (var i = 0; i < WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * WEIGHTS[i];
    }
    return 10 - sum % 11;
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}

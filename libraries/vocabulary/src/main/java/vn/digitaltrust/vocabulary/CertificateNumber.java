package vn.digitaltrust.vocabulary;

import java.util.regex.Pattern;

/**
 * VOC-4: the number of a certificate of Influencer Trust: {@code IT-}, eight digits and their check
 * character by ISO 7064 MOD 37,36.
 */
public final class CertificateNumber {
  private static final Pattern FORM = Pattern.compile("IT-[0-9]{8}[0-9A-Z]");
  private static final long LAST = 99_999_999;

  private CertificateNumber() {}

  /**
   * The number that stands for a value of the alliance's sequence.
   *
   * @param sequence 1 to 99,999,999
   */
  public static String of(long sequence) {
    if (sequence < 1 || sequence > LAST) {
      throw new IllegalArgumentException("no certificate number for " + sequence);
    }
    String digits = "%08d".formatted(sequence);
    return "IT-" + digits + CheckCharacter.of(digits);
  }

  /** Whether this is such a number, with the check character that its digits have. */
  public static boolean isWellFormed(String number) {
    return FORM.matcher(number).matches()
        && CheckCharacter.of(number.substring(3, 11)) == number.charAt(number.length() - 1);
  }
}

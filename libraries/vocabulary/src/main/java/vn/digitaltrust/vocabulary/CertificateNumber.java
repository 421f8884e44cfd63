package vn.digitaltrust.vocabulary;

/**
 * VOC-4: the number of a certificate of Influencer Trust: {@code IT-}, eight digits and their check
 * character by ISO 7064 MOD 37,36.
 */
public final class CertificateNumber {
  private static final CheckedNumber FORM = new CheckedNumber("IT-", 8, 8, "IT-00000001W");
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
    return FORM.of("%08d".formatted(sequence));
  }

  /**
   * The number in its one written form.
   *
   * @throws Refused when it is none: another form, too short or long, or a wrong check character
   */
  public static String require(String text) {
    return FORM.require(text);
  }
}

package vn.digitaltrust.vocabulary;

/**
 * VOC-2: the public number of a registered KOL: {@code KOL-}, 8 to 18 digits, and their check
 * character by ISO 7064 MOD 37,36.
 */
public final class RegistrationNumber {
  private static final CheckedNumber FORM = new CheckedNumber("KOL-", 8, 18, "KOL-100000011");

  private RegistrationNumber() {}

  /** The number that stands for a value of the registry's sequence, which has 8 to 18 digits. */
  public static String of(long value) {
    return FORM.of(Long.toString(value));
  }

  /** The number in its one written form, or null when it is none. */
  public static String canonical(String text) {
    return FORM.canonical(text);
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

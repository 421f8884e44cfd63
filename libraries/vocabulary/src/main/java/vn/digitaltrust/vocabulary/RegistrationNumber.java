package vn.digitaltrust.vocabulary;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * VOC-2: the public number of a registered KOL: {@code KOL-}, 8 to 18 digits, and their check
 * character by ISO 7064 MOD 37,36.
 */
public final class RegistrationNumber {
  private static final String PREFIX = "KOL-";
  private static final Pattern FORM = Pattern.compile("KOL-([0-9]{8,18})([0-9A-Z])");

  private RegistrationNumber() {}

  /** The number that stands for a value of the registry's sequence, which has 8 to 18 digits. */
  public static String of(long value) {
    String digits = Long.toString(value);
    return PREFIX + digits + CheckCharacter.of(digits);
  }

  /**
   * The number in its one written form, or null when it is none or its check character is wrong.
   */
  public static String canonical(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    Matcher form = FORM.matcher(upper);
    return form.matches() && CheckCharacter.of(form.group(1)) == form.group(2).charAt(0)
        ? upper
        : null;
  }
}

package vn.digitaltrust.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** VOC-1: text as it is compared when its marks and its case do not count. */
public final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private Folding() {}

  /** Text as it is stored: composed (NFC), single blanks, none around it. */
  public static String tidy(String text) {
    return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  /** Whether there is anything in a text that can be read: a letter or a digit. */
  public static boolean isLegible(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /**
   * Marks stripped, lower case, single blanks. Đ and đ are letters of their own in Unicode and do
   * not decompose, so they are mapped.
   */
  public static String fold(String text) {
    var stripped =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
            .replaceAll("")
            .replace('Đ', 'D')
            .replace('đ', 'd');
    return tidy(stripped.toLowerCase(Locale.ROOT));
  }
}

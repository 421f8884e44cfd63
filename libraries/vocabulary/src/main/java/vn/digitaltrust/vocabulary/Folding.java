package vn.digitaltrust.vocabulary;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** VOC-1: text as it is compared when its marks and its case do not count. */
public final class Folding {
  /** The longest text without blanks that is compared, in characters. */
  public static final int LONGEST_JOINED = 100;

  /** Marks, and what nobody sees: it stands in names that are older than VOC-13. */
  private static final Pattern UNCOUNTED =
      Pattern.compile("[\\p{M}\\p{Cf}\\u115F\\u1160\\u3164\\uFFA0]+");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /** A syllable whose only vowel is y is written with i as well: Lý and Lí, Quý and Quí. */
  private static final Pattern Y =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])((?:[b-df-hj-np-tv-xz]*|qu)(?=y(?![\\p{L}\\p{N}]))|qu(?=y[cnt]))y");

  private static final String TONE = "([\\u0300\\u0301\\u0303\\u0309\\u0323])";
  private static final String END = "(?![\\p{L}\\p{M}])";

  /** The tone on the second vowel of an open syllable; quý has only one, as its u is of the q. */
  private static final Pattern TONE_ON_SECOND =
      Pattern.compile("([oO](?=[aAeE])|(?<![qQ])[uU](?=[yY]))([aAeEyY])" + TONE + END);

  private static final Pattern TONE_ON_U_OF_Q =
      Pattern.compile("([qQ][uU])" + TONE + "([yY])" + END);

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

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
   * Marks stripped, lower case, single blanks, letters of other forms (full-width, mathematical)
   * plain, and y as i where both are written. Đ and đ are letters of their own in Unicode and do
   * not decompose, so they are mapped, and so are the Icelandic Ð and the African Ɖ, which stand
   * for them in copied text.
   */
  public static String fold(String text) {
    String plain =
        UNCOUNTED
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace('đ', 'd')
            .replace('ð', 'd')
            .replace('ɖ', 'd');
    return Y.matcher(tidy(plain)).replaceAll("$1i");
  }

  /**
   * Text as its spelling is compared: tidy, and with the tone in the one of two places where it may
   * stand, so that {@code Hoà} and {@code Hòa} are spelled alike.
   */
  public static String spelled(String text) {
    String apart = Normalizer.normalize(tidy(text), Normalizer.Form.NFD);
    String moved = TONE_ON_SECOND.matcher(apart).replaceAll("$1$3$2");
    return Normalizer.normalize(
        TONE_ON_U_OF_Q.matcher(moved).replaceAll("$1$3$2"), Normalizer.Form.NFC);
  }

  /** The words of a folded text: what stands between blanks and signs. */
  public static String[] words(String folded) {
    return BETWEEN_WORDS
        .splitAsStream(folded)
        .filter(word -> !word.isEmpty())
        .toArray(String[]::new);
  }

  /** Folded text as it is compared when blanks and signs do not count; not at any length. */
  public static String joined(String folded) {
    String joined = BETWEEN_WORDS.matcher(folded).replaceAll("");
    return joined.codePointCount(0, joined.length()) <= LONGEST_JOINED
        ? joined
        : joined.substring(0, joined.offsetByCodePoints(0, LONGEST_JOINED));
  }
}

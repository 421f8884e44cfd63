package vn.digitaltrust.sanctions.registry;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Folding;
import vn.digitaltrust.vocabulary.NameLetters;

/**
 * What stands beside the id of a subject for those who are shown it (SAN-111).
 *
 * @param name the shown name, or null when none may be shown
 * @param number the registration number, or null without one
 */
public record ShownName(String name, String number) {
  /** Nothing is shown. */
  public static final ShownName NONE = new ShownName(null, null);

  /** What the document says of the number. */
  public static final String NUMBER =
      "The subject's registration number, for those who are shown its name; null or absent for"
          + " others, and without one";

  private static final int SHORTEST = 2;
  private static final int LONGEST = 200;

  /** The form by which a name is looked for: a blank before each of its folded words. */
  static String folded(String name) {
    return words(name).map(word -> " " + word).collect(Collectors.joining());
  }

  /**
   * SAN-160: a pattern that fits the folded names in which the words of the one that is looked for
   * begin words, in this order. Words are letters and digits, so none of them is a sign of the
   * pattern.
   *
   * @throws Refusal 400 when nobody can have such a name
   */
  public static String pattern(String name) {
    Refusal.reading("name", () -> NameLetters.require(name));
    String folded = folded(name);
    if (folded.length() <= SHORTEST || folded.length() > LONGEST) {
      throw Refusal.invalid("name", "name.length", SHORTEST);
    }
    return words(name).map(word -> "% " + word).collect(Collectors.joining("", "", "%"));
  }

  private static Stream<String> words(String name) {
    return Stream.of(Folding.words(Folding.fold(name)));
  }
}

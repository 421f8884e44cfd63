package vn.digitaltrust.registry.subject;

import java.util.LinkedHashSet;
import java.util.Set;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Folding;
import vn.digitaltrust.vocabulary.NameLetters;

/**
 * REG-2: a name as it is looked for, in the forms in which names are kept.
 *
 * @param spelled as it is compared for the same spelling
 * @param folded as it is compared when marks and case do not count
 * @param joined the same without blanks and signs
 * @param parts every run of its words, written together: whoever adds a title or the name of a
 *     platform has the name itself among them
 */
record SearchedName(String spelled, String folded, String joined, Set<String> parts) {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 200;

  /** So many words make at most 20 × 21 / 2 runs. */
  private static final int MOST_WORDS = 20;

  /**
   * Reads a name as a caller gives it.
   *
   * @throws Refusal 400 when nobody can have such a name
   */
  static SearchedName of(String name) {
    Refusal.reading("name", () -> NameLetters.require(name));
    var spelled = Folding.spelled(name);
    var folded = Folding.fold(name);
    if (folded.length() < SHORTEST || spelled.length() > LONGEST) {
      throw Refusal.invalid("name", "name.length", SHORTEST);
    }
    return new SearchedName(spelled, folded, Folding.joined(folded), parts(folded));
  }

  private static Set<String> parts(String folded) {
    var words = Folding.words(folded);
    var parts = new LinkedHashSet<String>();
    for (var from = 0; from < Math.min(words.length, MOST_WORDS); from++) {
      var run = new StringBuilder();
      for (var to = from; to < Math.min(words.length, MOST_WORDS); to++) {
        run.append(words[to]);
        if (run.length() >= SHORTEST && run.length() <= Folding.LONGEST_JOINED) {
          parts.add(run.toString());
        }
      }
    }
    return parts;
  }
}

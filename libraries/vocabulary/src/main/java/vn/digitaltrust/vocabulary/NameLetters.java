package vn.digitaltrust.vocabulary;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * VOC-13: the characters that a name may be written with. What nobody sees, what turns the text
 * round and what means nothing to others would let two people who look alike be two names; so would
 * a letter of another script inside a word.
 */
public final class NameLetters {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int KEYCAP = 0x20E3;

  private NameLetters() {}

  /**
   * Refuses a name that holds a character which names must not hold.
   *
   * @return the name
   * @throws Refused with the character, such as {@code U+200B ZERO WIDTH SPACE}
   */
  public static String require(String name) {
    int[] text = name.codePoints().toArray();
    for (int i = 0; i < text.length; i++) {
      if (isHidden(text, i)) {
        throw new Refused("name.hidden", named(text[i]));
      }
    }
    requireOneScriptInEachWord(text);
    return name;
  }

  private static boolean isHidden(int[] text, int i) {
    int character = text[i];
    if (character == ZERO_WIDTH_JOINER) {
      return !isBetweenEmoji(text, i);
    }
    if (character == 0xFE0E || character == 0xFE0F) {
      return !isOfSymbol(text, i);
    }
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character != '\t' && character != '\n' && character != '\r';
      case Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> true;
      // Blocks that are kept for emoji: which of them exist already depends on the Java runtime.
      case Character.UNASSIGNED -> character < 0x1F000 || character > 0x1FAFF;
      default -> isBlankInDisguise(character);
    };
  }

  /** Fillers, selectors and placeholders, which are letters, marks or symbols by their category. */
  private static boolean isBlankInDisguise(int character) {
    return switch (character) {
      case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0xFFFD -> true;
      default ->
          character >= 0x180B && character <= 0x180F
              || character >= 0xFE00 && character <= 0xFE0F
              || character >= 0xE0100 && character <= 0xE01EF;
    };
  }

  /** Families, flags and professions are several emoji in one. */
  private static boolean isBetweenEmoji(int[] text, int i) {
    return i > 0
        && i + 1 < text.length
        && (isSymbol(text[i - 1]) || text[i - 1] == 0xFE0F)
        && isSymbol(text[i + 1]);
  }

  /** A symbol can be asked for in colour, and so can what becomes a keycap. */
  private static boolean isOfSymbol(int[] text, int i) {
    return i > 0 && (isSymbol(text[i - 1]) || i + 1 < text.length && text[i + 1] == KEYCAP);
  }

  private static boolean isSymbol(int character) {
    return switch (Character.getType(character)) {
      case Character.OTHER_SYMBOL, Character.MATH_SYMBOL -> true;
      // The colours of skin.
      case Character.MODIFIER_SYMBOL -> character >= 0x1F3FB && character <= 0x1F3FF;
      case Character.UNASSIGNED -> true; // an emoji that the runtime does not know yet
      default -> character == 0x203C || character == 0x2049 || character == 0x3030;
    };
  }

  private static void requireOneScriptInEachWord(int[] text) {
    UnicodeScript ofWord = null;
    int first = 0;
    for (int character : text) {
      if (!isOfWord(character)) {
        ofWord = null;
        continue;
      }
      UnicodeScript script = script(character);
      if (script != null && ofWord == null) {
        ofWord = script;
        first = character;
      } else if (script != null && script != ofWord) {
        // Of the two the one is named that is not Latin: it is the one that is taken for the other.
        throw new Refused("name.mixed", named(script == UnicodeScript.LATIN ? first : character));
      }
    }
  }

  private static boolean isOfWord(int character) {
    return Character.isLetterOrDigit(character)
        || switch (Character.getType(character)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  /** The script of a letter, or null when it belongs to none; those of East Asia are one. */
  private static UnicodeScript script(int character) {
    if (!Character.isLetter(character)) {
      return null;
    }
    // Mathematical letters have a script only as the letters that they stand for.
    String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
    UnicodeScript script = UnicodeScript.of(plain.codePointAt(0));
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> null;
      case HIRAGANA, KATAKANA, BOPOMOFO, HANGUL -> UnicodeScript.HAN;
      default -> script;
    };
  }

  private static String named(int character) {
    String name = Character.getName(character);
    return "U+%04X".formatted(character) + (name == null ? "" : " " + name);
  }
}

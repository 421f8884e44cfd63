package vn.digitaltrust.gateway.door;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * GATE-6: tells whether a request target can be read in one way only, and hides whom it is about.
 * Our paths are made of codes, ids and plain words, so the test is strict and simple, and nothing
 * needs to be normalised.
 */
public final class Paths {
  private static final String PLAIN = "-._~:@!$&'()*+,=";
  private static final String PLAIN_IN_QUERY = PLAIN + "/?[]";
  private static final int LONGEST_WORD = 32;

  private Paths() {}

  /** The path of a request target, without its query. */
  public static String of(String target) {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Whether this target is in origin form, printable, and its path has one reading. */
  public static boolean isPlain(String target) {
    if (target.isEmpty() || target.charAt(0) != '/') {
      return false;
    }
    for (int i = 0; i < target.length(); i++) {
      char character = target.charAt(i);
      if (character <= ' ' || character >= 0x7f) {
        return false;
      }
    }
    String path = of(target);
    int start = 1;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      boolean last = slash < 0;
      if (!isPlainSegment(path, start, end, last)) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  /**
   * Whether the query of a target is made of characters that a query may hold, and whole escapes.
   */
  public static boolean isPlainQuery(String target) {
    int i = of(target).length() + 1;
    while (i < target.length()) {
      char character = target.charAt(i);
      if (character == '%') {
        if (i + 2 >= target.length() || escaped(target, i) < 0) {
          return false;
        }
        i += 2;
      } else if (!isLetterOrDigit(character) && PLAIN_IN_QUERY.indexOf(character) < 0) {
        return false;
      }
      i++;
    }
    return true;
  }

  /**
   * Whether the query of a target holds a bare semicolon. Some readers take it for {@code &}, and
   * so whoever supplies one value could ask for more.
   */
  public static boolean hasSemicolon(String target) {
    return target.indexOf(';', of(target).length()) >= 0;
  }

  /** The path with nothing in it but words: ids and numbers, which name somebody, become "*". */
  public static String veiled(String target) {
    String path = of(target);
    StringBuilder veiled = new StringBuilder(path.length());
    int start = 0;
    for (int end = 0; end <= path.length(); end++) {
      if (end == path.length() || path.charAt(end) == '/') {
        veiled.append(isWord(path, start, end) ? path.substring(start, end) : "*");
        if (end < path.length()) {
          veiled.append('/');
        }
        start = end + 1;
      }
    }
    return veiled.toString();
  }

  /** Nothing, a version, or small letters with hyphens, as long as a word may be. */
  private static boolean isWord(String path, int start, int end) {
    if (end - start > LONGEST_WORD || start < end && path.charAt(start) == '-') {
      return false;
    }
    boolean letters = true;
    boolean version = end - start > 1 && path.charAt(start) == 'v';
    for (int i = start; i < end; i++) {
      char character = path.charAt(i);
      letters &= character >= 'a' && character <= 'z' || character == '-';
      version &= i == start || character >= '0' && character <= '9';
    }
    return letters || version;
  }

  private static boolean isPlainSegment(String path, int start, int end, boolean last) {
    if (start == end) {
      return last; // a slash at the end is one reading, two in a row are not
    }
    boolean dots = true;
    for (int i = start; i < end; i++) {
      char character = path.charAt(i);
      dots &= character == '.';
      if (character == '%') {
        if (i + 2 >= end || !isPlainEscape(path, i)) {
          return false;
        }
        i += 2;
      } else if (!isLetterOrDigit(character) && PLAIN.indexOf(character) < 0) {
        return false;
      }
    }
    return !dots && isText(path, start, end);
  }

  /** Whether the escapes of a segment are UTF-8, in its shortest form and of nothing but text. */
  private static boolean isText(String path, int start, int end) {
    if (path.indexOf('%', start) < 0) {
      return true;
    }
    ByteBuffer bytes = ByteBuffer.allocate(end - start);
    for (int i = start; i < end; i++) {
      if (path.charAt(i) == '%') {
        bytes.put((byte) escaped(path, i));
        i += 2;
      } else {
        bytes.put((byte) path.charAt(i));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(bytes.flip())
          .chars()
          .noneMatch(Character::isISOControl);
    } catch (CharacterCodingException notText) {
      return false;
    }
  }

  /** Whether an escape stands for a byte that has no meaning in paths and does need escaping. */
  private static boolean isPlainEscape(String path, int at) {
    int value = escaped(path, at);
    boolean meaning =
        value < 0
            || value == '/'
            || value == '\\'
            || value == '%'
            || value == ';'
            || value == '?'
            || value == '#'
            || value < ' '
            || value == 0x7f;
    boolean needless =
        value < 0x80 && (isLetterOrDigit((char) value) || PLAIN.indexOf((char) value) >= 0);
    return !meaning && !needless;
  }

  /** The byte that an escape stands for, negative if it is none. */
  private static int escaped(String target, int at) {
    int high = hex(target.charAt(at + 1));
    int low = hex(target.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static int hex(char digit) {
    return digit < 0x80 ? Character.digit(digit, 16) : -1;
  }

  private static boolean isLetterOrDigit(char character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9';
  }
}

package vn.digitaltrust.gateway.door;

/**
 * DOOR-6: tells whether a request target can be read in one way only. Our paths are made of codes,
 * ids and plain words, so the test is strict and simple, and nothing needs to be normalised.
 */
public final class Paths {
  private static final String PLAIN = "-._~:@!$&'()*+,=";

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
    return !dots;
  }

  /** Whether an escape stands for a byte that has no meaning in paths and does need escaping. */
  private static boolean isPlainEscape(String path, int at) {
    int high = Character.digit(path.charAt(at + 1), 16);
    int low = Character.digit(path.charAt(at + 2), 16);
    if (high < 0 || low < 0) {
      return false;
    }
    int value = high * 16 + low;
    boolean meaning =
        value == '/'
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

  private static boolean isLetterOrDigit(char character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9';
  }
}

package vn.digitaltrust.gateway.framing;

/**
 * FRAME-1 and FRAME-2: reads just as much of a request's head as tells how it is framed.
 *
 * @param fault the reason why it is refused, or null
 * @param chunked whether chunks follow
 * @param length of the body otherwise
 */
record Head(String fault, boolean chunked, long length) {
  private static final String SEPARATORS = "()<>@,;:\\\"/[]?={} \t";
  private static final int LONGEST_LENGTH = 18;
  private static final String LENGTH = "content-length";
  private static final String CODING = "transfer-encoding";

  /** Which characters names are made of; looked up, because every byte of a head is judged. */
  private static final boolean[] OF_TOKENS = new boolean[0x100];

  static {
    for (int c = '!'; c < 0x7f; c++) {
      OF_TOKENS[c] = SEPARATORS.indexOf(c) < 0;
    }
  }

  /**
   * Reads a head, given as its characters up to and with the empty line. All of them are text, tabs
   * or the ends of lines; somebody has seen to that.
   */
  static Head of(String text) {
    int end = text.indexOf("\r\n");
    if (!isRequestLine(text.substring(0, end))) {
      return refused("head");
    }
    String coding = null;
    String length = null;
    for (int start = end + 2; start < text.length() - 2; start = end + 2) {
      end = text.indexOf("\r\n", start);
      char first = text.charAt(start);
      if (first == ' ' || first == '\t') {
        return refused("folded");
      }
      int colon = text.indexOf(':', start);
      if (!isToken(text, start, colon)) {
        return refused("head");
      }
      if (isNamed(LENGTH, text, start, colon)) {
        if (length != null) {
          return refused("length");
        }
        length = text.substring(colon + 1, end).strip();
      } else if (isNamed(CODING, text, start, colon)) {
        if (coding != null) {
          return refused("length");
        }
        coding = text.substring(colon + 1, end).strip();
      }
    }
    return framed(coding, length);
  }

  private static boolean isNamed(String name, String text, int start, int end) {
    return end - start == name.length() && text.regionMatches(true, start, name, 0, name.length());
  }

  static Head refused(String fault) {
    return new Head(fault, false, 0);
  }

  private static Head framed(String coding, String length) {
    if (coding != null) {
      return length == null && coding.equalsIgnoreCase("chunked")
          ? new Head(null, true, 0)
          : refused("length");
    }
    if (length == null) {
      return new Head(null, false, 0);
    }
    boolean digits = length.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return digits && !length.isEmpty() && length.length() <= LONGEST_LENGTH
        ? new Head(null, false, Long.parseLong(length))
        : refused("length");
  }

  private static boolean isRequestLine(String line) {
    int target = line.indexOf(' ') + 1;
    int version = line.indexOf(' ', target) + 1;
    return target > 0
        && version > target + 1
        && isToken(line, 0, target - 1)
        && line.indexOf('\t') < 0
        && (line.startsWith("HTTP/1.1", version) || line.startsWith("HTTP/1.0", version))
        && line.length() == version + "HTTP/1.1".length();
  }

  private static boolean isToken(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (!OF_TOKENS[text.charAt(i)]) {
        return false;
      }
    }
    return end > start;
  }
}

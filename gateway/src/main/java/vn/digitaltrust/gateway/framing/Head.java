package vn.digitaltrust.gateway.framing;

import java.util.Locale;

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

  /** Reads a head, given as its characters up to and with the empty line. */
  static Head of(String text) {
    String[] lines = text.substring(0, text.length() - 4).split("\r\n", -1);
    if (!isRequestLine(lines[0])) {
      return refused("head");
    }
    String coding = null;
    String length = null;
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      if (line.startsWith(" ") || line.startsWith("\t")) {
        return refused("folded");
      }
      int colon = line.indexOf(':');
      if (colon < 1 || !isToken(line.substring(0, colon)) || !isText(line)) {
        return refused("head");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      if (name.equals("content-length")) {
        if (length != null) {
          return refused("length");
        }
        length = value;
      } else if (name.equals("transfer-encoding")) {
        if (coding != null) {
          return refused("length");
        }
        coding = value;
      }
    }
    return framed(coding, length);
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
    String[] parts = line.split(" ", -1);
    return parts.length == 3
        && isToken(parts[0])
        && !parts[1].isEmpty()
        && isText(line)
        && line.indexOf('\t') < 0
        && (parts[2].equals("HTTP/1.1") || parts[2].equals("HTTP/1.0"));
  }

  private static boolean isToken(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> c > ' ' && c < 0x7f && SEPARATORS.indexOf(c) < 0);
  }

  private static boolean isText(String line) {
    return line.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\t');
  }
}

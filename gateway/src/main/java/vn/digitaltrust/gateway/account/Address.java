package vn.digitaltrust.gateway.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** ACC-2: takes the address of a page apart, strictly. */
record Address(Platform platform, List<String> path, String query) {
  private static final String SCHEME = "https://";
  private static final int LONGEST = 500;

  static Address read(String url) {
    if (url.length() > LONGEST || url.chars().anyMatch(Address::isUnsafe)) {
      throw new NotAnAccount(Fault.MALFORMED);
    }
    if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new NotAnAccount(Fault.NOT_HTTPS);
    }
    String rest = url.substring(SCHEME.length());
    int end = indexOfAny(rest, "/?#");
    Platform platform = platform(rest.substring(0, end));
    String tail = rest.substring(end);
    if (tail.indexOf('#') >= 0) {
      throw new NotAnAccount(Fault.FRAGMENT);
    }
    int question = tail.indexOf('?');
    String path = question < 0 ? tail : tail.substring(0, question);
    String query = question < 0 ? null : tail.substring(question + 1);
    return new Address(platform, segments(path), query);
  }

  private static Platform platform(String authority) {
    if (authority.indexOf('@') >= 0) {
      throw new NotAnAccount(Fault.USERINFO);
    }
    if (authority.indexOf(':') >= 0 && !authority.startsWith("[")) {
      throw new NotAnAccount(Fault.PORT);
    }
    // Judged before it is lowered: some letters that are not ASCII lower to ones that are.
    if (authority.chars().allMatch(Address::isOfHost)) {
      String host = authority.toLowerCase(Locale.ROOT);
      for (Platform platform : Platform.values()) {
        if (platform.isAt(host)) {
          return platform;
        }
        if (platform.shortensAt(host)) {
          throw new NotAnAccount(Fault.SHORT_LINK);
        }
      }
    }
    throw new NotAnAccount(Fault.UNKNOWN_HOST);
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    if (path.length() > 1) {
      String inner = path.substring(1, path.length() - (path.endsWith("/") ? 1 : 0));
      for (String segment : inner.split("/", -1)) {
        if (segment.isEmpty()) {
          throw new NotAnAccount(Fault.NOT_AN_ACCOUNT);
        }
        segments.add(decode(segment));
      }
    }
    return segments;
  }

  private static String decode(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    byte[] raw = segment.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        int high = i + 2 < raw.length ? Character.digit((char) raw[i + 1], 16) : -1;
        int low = i + 2 < raw.length ? Character.digit((char) raw[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw new NotAnAccount(Fault.MALFORMED);
        }
        decoded.write(high << 4 | low);
        i += 2;
      } else {
        decoded.write(raw[i]);
      }
    }
    try {
      ByteBuffer bytes = ByteBuffer.wrap(decoded.toByteArray());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException notText) {
      throw new NotAnAccount(Fault.MALFORMED);
    }
  }

  private static int indexOfAny(String text, String ends) {
    for (int i = 0; i < text.length(); i++) {
      if (ends.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isUnsafe(int character) {
    return character <= ' ' || character == '\\' || character >= 0x7f && character <= 0xa0;
  }

  private static boolean isOfHost(int character) {
    return character >= 'a' && character <= 'z'
        || character >= 'A' && character <= 'Z'
        || character >= '0' && character <= '9'
        || character == '.'
        || character == '-';
  }
}

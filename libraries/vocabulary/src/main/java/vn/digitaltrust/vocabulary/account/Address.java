package vn.digitaltrust.vocabulary.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** VOC-11: takes the address of a page apart, strictly. */
record Address(Platform platform, String host, List<String> path, String query) {
  private static final String SCHEME = "https://";

  /** What programs add when an address is shared can be long; what is meant never is. */
  private static final int LONGEST_SHARED = 2_000;

  private static final int LONGEST = 500;

  static Address read(String url) {
    int read = indexOfAny(url, "?#");
    if (read > LONGEST
        || url.length() > LONGEST_SHARED
        || url.chars().anyMatch(Address::isUnsafe)) {
      throw new AddressRefused(AddressFault.MALFORMED);
    }
    if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new AddressRefused(AddressFault.NOT_HTTPS);
    }
    String rest = url.substring(SCHEME.length(), Math.max(read, SCHEME.length()));
    int end = indexOfAny(rest, "/");
    String authority = rest.substring(0, end);
    Platform platform = platform(authority);
    String host = authority.toLowerCase(Locale.ROOT);
    return new Address(platform, host, segments(rest.substring(end)), query(url, read));
  }

  /** What stands between the question mark and the fragment. */
  private static String query(String url, int question) {
    if (question == url.length() || url.charAt(question) == '#') {
      return "";
    }
    int hash = url.indexOf('#', question);
    return hash < 0 ? url.substring(question + 1) : url.substring(question + 1, hash);
  }

  /** What the page's path names. */
  PlatformRules.Target target() {
    return platform.rules().read(host, path, query);
  }

  private static Platform platform(String authority) {
    if (authority.indexOf('@') >= 0) {
      throw new AddressRefused(AddressFault.USERINFO);
    }
    if (authority.indexOf(':') >= 0 && !authority.startsWith("[")) {
      throw new AddressRefused(AddressFault.PORT);
    }
    // Judged before it is lowered: some letters that are not ASCII lower to ones that are.
    if (authority.chars().allMatch(Address::isOfHost)) {
      String host = authority.toLowerCase(Locale.ROOT);
      for (Platform platform : Platform.values()) {
        if (platform.isAt(host)) {
          return platform;
        }
        if (platform.shortensAt(host)) {
          throw new AddressRefused(AddressFault.SHORT_LINK);
        }
      }
    }
    throw new AddressRefused(AddressFault.UNKNOWN_HOST);
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    if (path.length() > 1) {
      String inner = path.substring(1, path.length() - (path.endsWith("/") ? 1 : 0));
      for (String segment : inner.split("/", -1)) {
        if (segment.isEmpty()) {
          throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
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
          throw new AddressRefused(AddressFault.MALFORMED);
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
      throw new AddressRefused(AddressFault.MALFORMED);
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

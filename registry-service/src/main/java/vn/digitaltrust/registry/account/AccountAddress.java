package vn.digitaltrust.registry.account;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.digitaltrust.registry.account.PlatformRules.Target;

/**
 * Where an account is found, in the one form under which it is kept and compared (ACC-1). Made from
 * a handle, a page's address or the platform's own id; the address is read, never fetched.
 *
 * @param platform the platform
 * @param handleKey what all spellings of the handle share, or null when only the id is known
 * @param displayHandle the handle as it was written, without {@code @}, or null
 * @param platformId the platform's own id, or null when only the handle is known
 * @param url the canonical page, or null where an id has none
 */
public record AccountAddress(
    Platform platform, String handleKey, String displayHandle, String platformId, String url) {

  private static final int LONGEST = 500;
  private static final String SCHEME = "https://";
  private static final Pattern UNSAFE = Pattern.compile("[\\x00-\\x20\\x7F-\\xA0\\\\]");
  private static final Pattern PARTS =
      Pattern.compile("([^/?#]*)([^?#]*)(?:\\?([^#]*))?(#.*)?", Pattern.DOTALL);
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");

  /** Reads a handle, with or without one {@code @} in front. */
  public static AccountAddress ofHandle(Platform platform, String handle) throws AddressRefused {
    var rules = rulesOf(platform);
    return ofHandle(platform, rules, handle.startsWith("@") ? handle.substring(1) : handle);
  }

  /** Reads the platform's own id. */
  public static AccountAddress ofPlatformId(Platform platform, String id) throws AddressRefused {
    return ofPlatformId(platform, rulesOf(platform), id);
  }

  /** Reads the address of an account's page; the platform follows from the host. */
  public static AccountAddress ofUrl(String url) throws AddressRefused {
    if (url.length() > LONGEST || UNSAFE.matcher(url).find()) {
      throw new AddressRefused(AddressFault.MALFORMED);
    }
    if (!url.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new AddressRefused(AddressFault.NOT_HTTPS);
    }
    var parts = PARTS.matcher(url.substring(SCHEME.length()));
    if (!parts.matches()) {
      throw new AddressRefused(AddressFault.MALFORMED);
    }
    var platform = platformOf(parts.group(1));
    if (parts.group(4) != null) {
      throw new AddressRefused(AddressFault.FRAGMENT);
    }
    var rules = rulesOf(platform);
    var target = rules.read(segments(parts.group(2)), parts.group(3));
    return of(platform, rules, target);
  }

  private static AccountAddress of(Platform platform, PlatformRules rules, Target target)
      throws AddressRefused {
    return target.handle() == null
        ? ofPlatformId(platform, rules, target.platformId())
        : ofHandle(platform, rules, target.handle());
  }

  private static AccountAddress ofHandle(Platform platform, PlatformRules rules, String handle)
      throws AddressRefused {
    var key = rules.handleKey(handle);
    var display = Normalizer.normalize(handle, Normalizer.Form.NFC);
    return new AccountAddress(platform, key, display, null, rules.urlOfHandle(key));
  }

  private static AccountAddress ofPlatformId(Platform platform, PlatformRules rules, String id)
      throws AddressRefused {
    var checked = rules.platformId(id);
    return new AccountAddress(platform, null, null, checked, rules.urlOfPlatformId(checked));
  }

  private static PlatformRules rulesOf(Platform platform) throws AddressRefused {
    return platform
        .rules()
        .orElseThrow(() -> new AddressRefused(AddressFault.UNSUPPORTED_PLATFORM));
  }

  private static Platform platformOf(String authority) throws AddressRefused {
    if (authority.contains("@")) {
      throw new AddressRefused(AddressFault.USERINFO);
    }
    if (authority.contains(":") && !authority.startsWith("[")) {
      throw new AddressRefused(AddressFault.PORT);
    }
    // Only ASCII is lowered: the Kelvin sign, say, lowers to a plain k and would pass for one.
    if (!HOST.matcher(authority).matches()) {
      throw new AddressRefused(AddressFault.UNKNOWN_HOST);
    }
    var host = authority.toLowerCase(Locale.ROOT);
    for (var platform : Platform.values()) {
      var rules = platform.rules().orElse(null);
      if (rules != null && rules.shortHosts().contains(host)) {
        throw new AddressRefused(AddressFault.SHORT_LINK);
      }
      if (rules != null && rules.hosts().contains(host)) {
        return platform;
      }
    }
    throw new AddressRefused(AddressFault.UNKNOWN_HOST);
  }

  /** Decoded segments; one slash at the end is allowed, an empty segment elsewhere is not. */
  private static List<String> segments(String path) throws AddressRefused {
    var segments = new ArrayList<String>();
    if (path.isEmpty() || path.equals("/")) {
      return segments;
    }
    var end = path.endsWith("/") ? path.length() - 1 : path.length();
    for (var raw : path.substring(1, end).split("/", -1)) {
      if (raw.isEmpty()) {
        throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
      }
      segments.add(decode(raw));
    }
    return segments;
  }

  private static String decode(String raw) throws AddressRefused {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    var bytes = ByteBuffer.allocate(raw.length() * 3);
    for (var i = 0; i < raw.length(); ) {
      if (raw.charAt(i) == '%') {
        bytes.put(hexByte(raw, i + 1));
        i += 3;
      } else {
        var width = Character.charCount(raw.codePointAt(i));
        bytes.put(raw.substring(i, i + width).getBytes(StandardCharsets.UTF_8));
        i += width;
      }
    }
    try {
      // A decoder of its own reports malformed input instead of replacing it.
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException e) {
      throw new AddressRefused(AddressFault.MALFORMED);
    }
  }

  private static byte hexByte(String raw, int at) throws AddressRefused {
    var high = at + 1 < raw.length() ? hexDigit(raw.charAt(at)) : -1;
    var low = at + 1 < raw.length() ? hexDigit(raw.charAt(at + 1)) : -1;
    if (high < 0 || low < 0) {
      throw new AddressRefused(AddressFault.MALFORMED);
    }
    return (byte) (high << 4 | low);
  }

  /**
   * Value of an ASCII hexadecimal digit; {@link Character#digit} would take full-width ones too.
   */
  private static int hexDigit(char c) {
    return c < 128 ? Character.digit(c, 16) : -1;
  }
}

package vn.digitaltrust.registry.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * YouTube: a handle has 3–30 letters and digits of any script, with {@code _ - . ·} inside; case
 * ignored. A channel id is {@code UC} and 22 more characters, and its case counts.
 */
final class YouTubeRules implements PlatformRules {
  private static final Pattern HANDLE =
      Pattern.compile("[\\p{L}\\p{Nd}](?:[\\p{L}\\p{M}\\p{Nd}_.\\u00B7-]*[\\p{L}\\p{M}\\p{Nd}])?");
  private static final Pattern ID = Pattern.compile("UC[A-Za-z0-9_-]{22}");

  @Override
  public Set<String> hosts() {
    return Set.of("youtube.com", "www.youtube.com", "m.youtube.com");
  }

  @Override
  public Set<String> shortHosts() {
    return Set.of("youtu.be");
  }

  @Override
  public String handleKey(String handle) throws AddressRefused {
    var composed = Normalizer.normalize(handle, Normalizer.Form.NFC);
    var length = composed.codePointCount(0, composed.length());
    if (length < 3 || length > 30 || !HANDLE.matcher(composed).matches()) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    // Lower case of a few letters is longer than one character and not composed: compose again.
    return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  @Override
  public String platformId(String id) throws AddressRefused {
    if (!ID.matcher(id).matches()) {
      throw new AddressRefused(AddressFault.BAD_PLATFORM_ID);
    }
    return id;
  }

  @Override
  public Target read(List<String> segments, String query) throws AddressRefused {
    if (query != null) {
      throw new AddressRefused(AddressFault.QUERY);
    }
    if (segments.size() == 1 && segments.get(0).startsWith("@")) {
      return Target.handle(segments.get(0).substring(1));
    }
    if (segments.size() == 2 && segments.get(0).equals("channel")) {
      return Target.platformId(segments.get(1));
    }
    if (segments.size() == 2 && Set.of("c", "user").contains(segments.get(0))) {
      throw new AddressRefused(AddressFault.UNRESOLVABLE);
    }
    throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://www.youtube.com/@" + URLEncoder.encode(handleKey, StandardCharsets.UTF_8);
  }

  @Override
  public String urlOfPlatformId(String id) {
    return "https://www.youtube.com/channel/" + id;
  }
}

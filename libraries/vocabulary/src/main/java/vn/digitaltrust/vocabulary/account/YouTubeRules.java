package vn.digitaltrust.vocabulary.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * YouTube: 3–30 letters and digits of any script with {@code _ - . ·} between them; ids start with
 * {@code UC} and keep their case.
 */
final class YouTubeRules implements PlatformRules {
  private static final Pattern ID = Pattern.compile("UC[A-Za-z0-9_-]{22}");
  private static final Pattern HANDLE =
      Pattern.compile("[\\p{L}\\p{Nd}]([\\p{L}\\p{M}\\p{Nd}_.·-]*[\\p{L}\\p{M}\\p{Nd}])?");
  private static final Set<String> HOSTS =
      Set.of("youtube.com", "www.youtube.com", "m.youtube.com");

  @Override
  public boolean isAt(String host) {
    return HOSTS.contains(host);
  }

  @Override
  public boolean shortensAt(String host) {
    return host.equals("youtu.be");
  }

  @Override
  public String handleKey(String handle) {
    String composed = Normalizer.normalize(handle, Normalizer.Form.NFC);
    long letters = composed.codePoints().count();
    if (letters < 3 || letters > 30 || !HANDLE.matcher(composed).matches()) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    // A lower-case letter may come out decomposed, so it is composed once more.
    return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  @Override
  public boolean isId(String id) {
    return ID.matcher(id).matches();
  }

  @Override
  public Target read(String host, List<String> path, String query) {
    String first = path.isEmpty() ? "" : path.get(0);
    if (path.size() == 1 && first.startsWith("@")) {
      return Target.handle(first.substring(1));
    }
    if (path.size() == 2 && first.equals("channel")) {
      return Target.id(path.get(1));
    }
    boolean old = path.size() == 2 && (first.equals("c") || first.equals("user"));
    throw new AddressRefused(old ? AddressFault.UNRESOLVABLE : AddressFault.NOT_AN_ACCOUNT);
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://www.youtube.com/@" + URLEncoder.encode(handleKey, StandardCharsets.UTF_8);
  }

  @Override
  public String urlOfId(String id) {
    return "https://www.youtube.com/channel/" + id;
  }
}

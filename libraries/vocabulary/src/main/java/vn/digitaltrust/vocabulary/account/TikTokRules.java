package vn.digitaltrust.vocabulary.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** TikTok: 2–24 letters, digits, underscores and dots, no dot at the end; {@code /@name}. */
final class TikTokRules implements PlatformRules {
  static final Pattern DIGITS_ID = Pattern.compile("[1-9][0-9]{0,19}");

  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_.]{1,23}[A-Za-z0-9_]");
  private static final Set<String> HOSTS = Set.of("tiktok.com", "www.tiktok.com", "m.tiktok.com");
  private static final Set<String> SHORT = Set.of("vm.tiktok.com", "vt.tiktok.com");

  @Override
  public boolean isAt(String host) {
    return HOSTS.contains(host);
  }

  @Override
  public boolean shortensAt(String host) {
    return SHORT.contains(host);
  }

  @Override
  public String handleKey(String handle) {
    if (!HANDLE.matcher(handle).matches()) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    return handle.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isId(String id) {
    return DIGITS_ID.matcher(id).matches();
  }

  @Override
  public Target read(String host, List<String> path, String query) {
    String first = path.isEmpty() ? "" : path.get(0);
    if (first.equals("t")) {
      throw new AddressRefused(AddressFault.SHORT_LINK);
    }
    if (path.size() != 1 || !first.startsWith("@")) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    return Target.handle(first.substring(1));
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://www.tiktok.com/@" + handleKey;
  }

  @Override
  public String urlOfId(String id) {
    return null;
  }
}

package vn.digitaltrust.vocabulary.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Instagram: 1–30 letters, digits, dots and underscores; no dot at either end, no two dots in a
 * row. Dots count, case does not.
 */
final class InstagramRules implements PlatformRules {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*");
  private static final int LONGEST = 30;
  private static final Set<String> HOSTS =
      Set.of("instagram.com", "www.instagram.com", "m.instagram.com");
  private static final Set<String> SHORT = Set.of("instagr.am", "www.instagr.am", "ig.me");

  /** VOC-15. */
  private static final Set<String> INSTAGRAMS_OWN =
      Set.of(
          ("about accounts api archive challenge developer direct explore legal oauth p privacy"
                  + " reel reels session share stories terms tv web your_activity")
              .split(" "));

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
    return nameKey(handle);
  }

  /** The key of a name, which is one for Instagram and Threads. */
  static String nameKey(String handle) {
    String key = handle.toLowerCase(Locale.ROOT);
    if (INSTAGRAMS_OWN.contains(key)) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    if (handle.length() > LONGEST || !NAME.matcher(handle).matches()) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    return key;
  }

  @Override
  public boolean isId(String id) {
    return TikTokRules.DIGITS_ID.matcher(id).matches();
  }

  @Override
  public Target read(String host, List<String> path, String query) {
    String first = path.isEmpty() ? "" : path.get(0);
    if (first.equals("share")) {
      throw new AddressRefused(AddressFault.SHORT_LINK);
    }
    if (path.size() != 1) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    return Target.handle(first);
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://www.instagram.com/" + handleKey;
  }

  @Override
  public String urlOfId(String id) {
    return null;
  }
}

package vn.digitaltrust.vocabulary.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** X, once Twitter: 1–15 letters, digits and underscores; case does not count. */
final class XRules implements PlatformRules {
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,15}");
  private static final Set<String> HOSTS =
      Set.of(
          "x.com",
          "www.x.com",
          "mobile.x.com",
          "twitter.com",
          "www.twitter.com",
          "mobile.twitter.com",
          "m.twitter.com");

  /** VOC-15. */
  private static final Set<String> XS_OWN =
      Set.of(
          ("about account compose download explore hashtag home i intent jobs login logout messages"
                  + " notifications oauth privacy search settings share signup tos")
              .split(" "));

  @Override
  public boolean isAt(String host) {
    return HOSTS.contains(host);
  }

  @Override
  public boolean shortensAt(String host) {
    return host.equals("t.co") || host.equals("www.t.co");
  }

  @Override
  public String handleKey(String handle) {
    String key = handle.toLowerCase(Locale.ROOT);
    if (XS_OWN.contains(key)) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    if (!HANDLE.matcher(handle).matches()) {
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
    if (path.size() == 3 && path.get(0).equals("i") && path.get(1).equals("user")) {
      return Target.id(path.get(2));
    }
    if (path.size() != 1) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    return Target.handle(path.get(0));
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://x.com/" + handleKey;
  }

  @Override
  public String urlOfId(String id) {
    return "https://x.com/i/user/" + id;
  }
}

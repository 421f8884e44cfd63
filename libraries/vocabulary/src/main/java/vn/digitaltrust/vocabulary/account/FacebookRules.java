package vn.digitaltrust.vocabulary.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Facebook: 5–50 letters and digits; dots and case do not count; digits alone are an id. Pages of
 * Facebook's own are nobody's.
 */
final class FacebookRules implements PlatformRules {
  private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9.]{1,100}");
  private static final Pattern KEY = Pattern.compile("[a-z0-9]{5,50}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Set<String> HOSTS =
      Set.of(
          "facebook.com",
          "www.facebook.com",
          "m.facebook.com",
          "web.facebook.com",
          "fb.com",
          "www.fb.com");

  /** Written as keys: without dots and in lower case. */
  private static final Set<String> FACEBOOKS_OWN =
      Set.of(
          ("business dialog events friends gaming groups hashtag homephp loginphp login"
                  + " marketplace media messages notifications pages people permalinkphp photophp"
                  + " photo photos plugins policies privacy profilephp public reels search settings"
                  + " sharer sharerphp stories storyphp videos watch")
              .split(" "));

  @Override
  public boolean isAt(String host) {
    return HOSTS.contains(host);
  }

  @Override
  public boolean shortensAt(String host) {
    return host.equals("fb.me") || host.equals("fb.watch");
  }

  @Override
  public String handleKey(String handle) {
    String key = key(handle);
    if (!WRITTEN.matcher(handle).matches()
        || !KEY.matcher(key).matches()
        || DIGITS.matcher(key).matches()
        || FACEBOOKS_OWN.contains(key)) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    return key;
  }

  @Override
  public boolean isId(String id) {
    return TikTokRules.DIGITS_ID.matcher(id).matches();
  }

  @Override
  public Target read(List<String> path, String query) {
    String first = path.isEmpty() ? "" : path.get(0);
    if (query != null) {
      if (path.size() != 1
          || !first.equals("profile.php")
          || !query.startsWith("id=")
          || query.indexOf('&') >= 0) {
        throw new AddressRefused(AddressFault.QUERY);
      }
      return Target.id(query.substring(3));
    }
    if (first.equals("share")) {
      throw new AddressRefused(AddressFault.SHORT_LINK);
    }
    if (path.size() == 3 && first.equals("people")) {
      return Target.id(path.get(2));
    }
    if (path.size() != 1 || FACEBOOKS_OWN.contains(key(first))) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    return DIGITS.matcher(first).matches() ? Target.id(first) : Target.handle(first);
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://www.facebook.com/" + handleKey;
  }

  @Override
  public String urlOfId(String id) {
    return "https://www.facebook.com/profile.php?id=" + id;
  }

  private static String key(String handle) {
    return handle.replace(".", "").toLowerCase(Locale.ROOT);
  }
}

package vn.digitaltrust.vocabulary.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Facebook: 5–50 letters and digits; dots and case do not count; digits alone are an id. Pages of
 * Facebook's own are nobody's, and would otherwise be read as handles.
 */
final class FacebookRules implements PlatformRules {
  private static final Pattern WRITTEN = Pattern.compile("[A-Za-z0-9.]{1,100}");
  private static final Pattern KEY = Pattern.compile("[a-z0-9]{5,50}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final String HOST = ".facebook.com";
  private static final Set<String> HOSTS =
      Set.of(
          "facebook.com",
          "www.facebook.com",
          "m.facebook.com",
          "mobile.facebook.com",
          "touch.facebook.com",
          "web.facebook.com",
          "fb.com",
          "www.fb.com");

  /** VOC-15. Written as keys: without dots and in lower case. */
  private static final Set<String> FACEBOOKS_OWN =
      Set.of(
          ("about account accounts ads adsmanager allactivity appcenter apps birthdays bookmarks"
                  + " business careers checkpoint community composer dialog events feed feeds friends"
                  + " fundraisers games gaming groups hashtag help home homephp inbox jobs legal live"
                  + " login loginphp logout logoutphp marketplace media memories messages notes"
                  + " notifications offers pages people permalinkphp photo photophp photos places"
                  + " plugins policies policy pokes privacy profile profilephp public recover reel"
                  + " reels register saved search settings share sharer sharerphp stories storyphp"
                  + " support terms timeline upload video videos watch")
              .split(" "));

  @Override
  public boolean isAt(String host) {
    return HOSTS.contains(host) || isOfLanguage(host);
  }

  /** Such as {@code vi-vn.facebook.com}. */
  private static boolean isOfLanguage(String host) {
    return host.length() == 5 + HOST.length()
        && host.endsWith(HOST)
        && host.charAt(2) == '-'
        && isLetter(host.charAt(0))
        && isLetter(host.charAt(1))
        && isLetter(host.charAt(3))
        && isLetter(host.charAt(4));
  }

  private static boolean isLetter(char character) {
    return character >= 'a' && character <= 'z';
  }

  @Override
  public boolean shortensAt(String host) {
    return host.equals("fb.me") || host.equals("fb.watch");
  }

  @Override
  public String handleKey(String handle) {
    String key = key(handle);
    if (FACEBOOKS_OWN.contains(key)) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    if (!WRITTEN.matcher(handle).matches()
        || !KEY.matcher(key).matches()
        || DIGITS.matcher(key).matches()) {
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
    if (path.size() == 1 && first.equals("profile.php")) {
      return Target.id(profileId(query));
    }
    if (first.equals("share")) {
      throw new AddressRefused(AddressFault.SHORT_LINK);
    }
    if (path.size() == 3 && first.equals("people")) {
      return Target.id(path.get(2));
    }
    if (path.size() == 2 && first.equals("p")) {
      return Target.id(idAfterName(path.get(1)));
    }
    if (path.size() != 1) {
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

  /** The one id that the query of {@code profile.php} names among what else stands there. */
  private static String profileId(String query) {
    String id = null;
    for (String parameter : query.split("&")) {
      if (parameter.startsWith("id=")) {
        if (id != null) {
          throw new AddressRefused(AddressFault.PROFILE_ID);
        }
        id = parameter.substring(3);
      }
    }
    if (id == null) {
      throw new AddressRefused(AddressFault.PROFILE_ID);
    }
    return id;
  }

  /** The id at the end of {@code Linh-Ca-100012345678901}. */
  private static String idAfterName(String page) {
    String id = page.substring(page.lastIndexOf('-') + 1);
    if (id.length() == page.length() || !DIGITS.matcher(id).matches()) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    return id;
  }

  private static String key(String handle) {
    return handle.replace(".", "").toLowerCase(Locale.ROOT);
  }
}

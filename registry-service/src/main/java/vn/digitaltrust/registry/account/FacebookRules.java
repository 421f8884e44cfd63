package vn.digitaltrust.registry.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Facebook: letters, digits and dots, of which only the letters and digits count, case ignored;
 * 5–50 of them and not digits alone, because a path of digits alone is an id.
 */
final class FacebookRules implements PlatformRules {
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9.]{1,100}");
  private static final Pattern KEY = Pattern.compile("(?=.*[a-z])[a-z0-9]{5,50}");
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,19}");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern ID_QUERY = Pattern.compile("id=([^&]*)");
  private static final String PROFILE = "profile.php";

  /** First segments that are pages of Facebook itself, written as handle keys. */
  private static final Set<String> RESERVED =
      Set.of(
          "business",
          "dialog",
          "events",
          "friends",
          "gaming",
          "groups",
          "hashtag",
          "homephp",
          "loginphp",
          "login",
          "marketplace",
          "media",
          "messages",
          "notifications",
          "pages",
          "people",
          "permalinkphp",
          "photophp",
          "photo",
          "photos",
          "plugins",
          "policies",
          "privacy",
          "profilephp",
          "public",
          "reels",
          "search",
          "settings",
          "sharer",
          "sharerphp",
          "stories",
          "storyphp",
          "videos",
          "watch");

  @Override
  public Set<String> hosts() {
    return Set.of(
        "facebook.com",
        "www.facebook.com",
        "m.facebook.com",
        "web.facebook.com",
        "fb.com",
        "www.fb.com");
  }

  @Override
  public Set<String> shortHosts() {
    return Set.of("fb.me", "fb.watch");
  }

  @Override
  public String handleKey(String handle) throws AddressRefused {
    if (!HANDLE.matcher(handle).matches()) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    var key = keyOf(handle);
    if (!KEY.matcher(key).matches() || RESERVED.contains(key)) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    return key;
  }

  private static String keyOf(String handle) {
    return handle.replace(".", "").toLowerCase(Locale.ROOT);
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
      return readQuery(segments, query);
    }
    if (!segments.isEmpty() && segments.get(0).equals("share")) {
      throw new AddressRefused(AddressFault.SHORT_LINK);
    }
    if (segments.size() == 3 && segments.get(0).equals("people")) {
      return Target.platformId(segments.get(2));
    }
    if (segments.size() != 1 || RESERVED.contains(keyOf(segments.get(0)))) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    return DIGITS.matcher(segments.get(0)).matches()
        ? Target.platformId(segments.get(0))
        : Target.handle(segments.get(0));
  }

  private static Target readQuery(List<String> segments, String query) throws AddressRefused {
    var id = ID_QUERY.matcher(query);
    if (!segments.equals(List.of(PROFILE)) || !id.matches()) {
      throw new AddressRefused(AddressFault.QUERY);
    }
    return Target.platformId(id.group(1));
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://www.facebook.com/" + handleKey;
  }

  @Override
  public String urlOfPlatformId(String id) {
    return "https://www.facebook.com/profile.php?id=" + id;
  }
}

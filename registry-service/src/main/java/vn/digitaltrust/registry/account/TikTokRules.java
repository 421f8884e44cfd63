package vn.digitaltrust.registry.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** TikTok: 2–24 of letters, digits, {@code _} and {@code .}, not ending in a dot; case ignored. */
final class TikTokRules implements PlatformRules {
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_.]{1,23}[A-Za-z0-9_]");
  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,19}");

  @Override
  public Set<String> hosts() {
    return Set.of("tiktok.com", "www.tiktok.com", "m.tiktok.com");
  }

  @Override
  public Set<String> shortHosts() {
    return Set.of("vm.tiktok.com", "vt.tiktok.com");
  }

  @Override
  public String handleKey(String handle) throws AddressRefused {
    if (!HANDLE.matcher(handle).matches()) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    return handle.toLowerCase(Locale.ROOT);
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
    if (!segments.isEmpty() && segments.get(0).equals("t")) {
      throw new AddressRefused(AddressFault.SHORT_LINK);
    }
    if (segments.size() != 1 || !segments.get(0).startsWith("@")) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    return Target.handle(segments.get(0).substring(1));
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://www.tiktok.com/@" + handleKey;
  }

  @Override
  public String urlOfPlatformId(String id) {
    return null;
  }
}

package vn.digitaltrust.gateway.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** TikTok: 2–24 letters, digits, underscores and dots, no dot at the end; {@code /@name}. */
final class TikTok implements Reader {
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
  public String handle(String handle) {
    if (!HANDLE.matcher(handle).matches()) {
      throw new NotAnAccount(Fault.BAD_HANDLE);
    }
    return handle.toLowerCase(Locale.ROOT);
  }

  @Override
  public boolean isId(String id) {
    return DIGITS_ID.matcher(id).matches();
  }

  @Override
  public Named page(List<String> path, String query) {
    if (query != null) {
      throw new NotAnAccount(Fault.QUERY);
    }
    String first = path.isEmpty() ? "" : path.get(0);
    if (first.equals("t")) {
      throw new NotAnAccount(Fault.SHORT_LINK);
    }
    if (path.size() != 1 || !first.startsWith("@")) {
      throw new NotAnAccount(Fault.NOT_AN_ACCOUNT);
    }
    return Named.handle(first.substring(1));
  }
}

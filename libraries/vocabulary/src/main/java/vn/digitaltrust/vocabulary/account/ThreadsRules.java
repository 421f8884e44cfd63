package vn.digitaltrust.vocabulary.account;

import java.util.List;
import java.util.Set;

/**
 * Threads: {@code /@name}, under the names of Instagram. The same name on both is two accounts, as
 * each platform shows, closes and renames its own.
 */
final class ThreadsRules implements PlatformRules {
  private static final Set<String> HOSTS =
      Set.of("threads.com", "www.threads.com", "threads.net", "www.threads.net");

  @Override
  public boolean isAt(String host) {
    return HOSTS.contains(host);
  }

  @Override
  public boolean shortensAt(String host) {
    return false;
  }

  @Override
  public String handleKey(String handle) {
    return InstagramRules.nameKey(handle);
  }

  @Override
  public boolean isId(String id) {
    return TikTokRules.DIGITS_ID.matcher(id).matches();
  }

  @Override
  public Target read(String host, List<String> path, String query) {
    if (path.size() != 1 || !path.get(0).startsWith("@")) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    return Target.handle(path.get(0).substring(1));
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://www.threads.com/@" + handleKey;
  }

  @Override
  public String urlOfId(String id) {
    return null;
  }
}

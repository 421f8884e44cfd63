package vn.digitaltrust.vocabulary.account;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Smaller platforms, each a listed host (ours): a handle is the page's address without {@code
 * https://}, such as {@code lotus.vn/w/profile/29460917397406666}. These platforms publish no rule
 * for case, so case counts: two accounts are never taken for one.
 */
final class OtherRules implements PlatformRules {

  /** Lotus numbers its profiles; posts and blogs stand in folders beside them. */
  private static final Site LOTUS =
      new Site("lotus.vn", "w/profile/", Pattern.compile("[1-9][0-9]{0,19}"), ".htm", Set.of());

  private static final Site GAPO =
      new Site(
          "gapo.vn",
          "",
          Pattern.compile("[A-Za-z0-9_]+(\\.[A-Za-z0-9_]+)*"),
          "",
          Set.of(
              ("about feed group groups help home login logout marketplace messages notifications"
                      + " page pages policy post posts privacy search settings share terms video"
                      + " videos watch")
                  .split(" ")));

  private static final List<Site> SITES = List.of(LOTUS, GAPO);

  private static final int LONGEST_NAME = 50;

  /**
   * One listed host.
   *
   * @param folder where profiles stand below the host
   * @param ending what may follow a name in its page's address
   * @param own VOC-15: the platform's own pages among the names, in lower case
   */
  private record Site(String host, String folder, Pattern name, String ending, Set<String> own) {
    boolean isAt(String asked) {
      return asked.equals(host) || asked.equals("www." + host);
    }
  }

  /** The listed hosts. */
  static List<String> hosts() {
    return SITES.stream().map(Site::host).toList();
  }

  @Override
  public boolean isAt(String host) {
    return SITES.stream().anyMatch(site -> site.isAt(host));
  }

  @Override
  public boolean shortensAt(String host) {
    return false;
  }

  @Override
  public String handleKey(String handle) {
    int end = handle.indexOf('/');
    Site site = end < 0 ? null : site(handle.substring(0, end));
    if (site == null) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    String page = handle.substring(end + 1);
    if (!page.startsWith(site.folder())) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    String name = page.substring(site.folder().length());
    if (name.endsWith(site.ending())) {
      name = name.substring(0, name.length() - site.ending().length());
    }
    if (site.own().contains(name.toLowerCase(Locale.ROOT))) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    if (name.length() > LONGEST_NAME || !site.name().matcher(name).matches()) {
      throw new AddressRefused(AddressFault.BAD_HANDLE);
    }
    return site.host() + "/" + site.folder() + name;
  }

  /** Such a platform's own ids are not known here. */
  @Override
  public boolean isId(String id) {
    return false;
  }

  @Override
  public Target read(String host, List<String> path, String query) {
    Site site = site(host);
    int depth = (int) site.folder().chars().filter(c -> c == '/').count() + 1;
    if (path.size() != depth) {
      throw new AddressRefused(AddressFault.NOT_AN_ACCOUNT);
    }
    return Target.handle(host + "/" + String.join("/", path));
  }

  @Override
  public String urlOfHandle(String handleKey) {
    return "https://" + handleKey + site(handleKey.substring(0, handleKey.indexOf('/'))).ending();
  }

  @Override
  public String urlOfId(String id) {
    return null;
  }

  /** The listed host of this name, or null. */
  private static Site site(String host) {
    if (host.chars().anyMatch(c -> c > 0x7f)) {
      return null;
    }
    String asked = host.toLowerCase(Locale.ROOT);
    return SITES.stream().filter(site -> site.isAt(asked)).findFirst().orElse(null);
  }
}

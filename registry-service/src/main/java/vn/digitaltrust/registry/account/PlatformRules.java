package vn.digitaltrust.registry.account;

import java.util.List;
import java.util.Set;

/** How one platform writes its accounts. Pure: nothing here ever asks the platform. */
interface PlatformRules {

  /** Hosts whose pages these rules read, in lower case. */
  Set<String> hosts();

  /** Hosts of the platform whose addresses only the platform can resolve. */
  Set<String> shortHosts();

  /** The key that two spellings of the same handle share; the handle comes without {@code @}. */
  String handleKey(String handle) throws AddressRefused;

  /** The platform's own id, unchanged, when it is one. */
  String platformId(String id) throws AddressRefused;

  /**
   * What a page's path names.
   *
   * @param segments the decoded segments of the path, none of them empty
   * @param query the raw query, or null when there was no {@code ?}
   */
  Target read(List<String> segments, String query) throws AddressRefused;

  /** The canonical page of a handle. */
  String urlOfHandle(String handleKey);

  /** The canonical page of an id, or null where the platform has none. */
  String urlOfPlatformId(String id);

  /** A handle as written, or an id: exactly one of the two. */
  record Target(String handle, String platformId) {
    static Target handle(String handle) {
      return new Target(handle, null);
    }

    static Target platformId(String id) {
      return new Target(null, id);
    }
  }
}

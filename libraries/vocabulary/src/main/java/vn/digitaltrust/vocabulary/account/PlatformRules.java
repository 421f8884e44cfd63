package vn.digitaltrust.vocabulary.account;

import java.util.List;

/** How one platform writes handles, ids and pages. Pure: nothing here ever asks the platform. */
interface PlatformRules {

  /** Whether pages of accounts stand on this host, in lower case. */
  boolean isAt(String host);

  /** Whether only the platform can say where an address on this host, in lower case, leads. */
  boolean shortensAt(String host);

  /**
   * The key that two spellings of the same handle share; the handle comes without {@code @}.
   *
   * @throws AddressRefused {@link AddressFault#BAD_HANDLE}, or what else is to be said against it
   */
  String handleKey(String handle);

  /**
   * Whether this is an id that the platform gives.
   *
   * @throws AddressRefused when more than that is to be said against it
   */
  boolean isId(String id);

  /**
   * What a page's path names, still to be judged.
   *
   * @param host where it stands, in lower case; one of those that {@link #isAt} knows
   * @param path the decoded segments, none of them empty
   * @param query what follows the question mark, or an empty text; few pages need it
   */
  Target read(String host, List<String> path, String query);

  /** The canonical page of a handle. */
  String urlOfHandle(String handleKey);

  /** The canonical page of an id, or null where the platform has none. */
  String urlOfId(String id);

  /**
   * A handle or an id as a page names it.
   *
   * @param byHandle whether it is a handle
   */
  record Target(boolean byHandle, String text) {
    static Target handle(String text) {
      return new Target(true, text);
    }

    static Target id(String text) {
      return new Target(false, text);
    }
  }
}

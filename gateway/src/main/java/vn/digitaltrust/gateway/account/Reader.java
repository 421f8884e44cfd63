package vn.digitaltrust.gateway.account;

import java.util.List;

/** How one platform writes handles, ids and pages. */
interface Reader {
  /** Whether pages of accounts stand on this host, in lower case. */
  boolean isAt(String host);

  /** Whether the host, in lower case, only forwards to pages. */
  boolean shortensAt(String host);

  /** The key of a handle without its {@code @}; throws {@link Fault#BAD_HANDLE}. */
  String handle(String handle);

  /** Whether this is an id that the platform gives. */
  boolean isId(String id);

  /**
   * The account that a page belongs to.
   *
   * @param path decoded segments, none empty
   * @param query what follows the question mark, or null without one
   */
  Named page(List<String> path, String query);

  /** A handle or an id as a page names it, still to be judged. */
  record Named(boolean byHandle, String text) {
    static Named handle(String text) {
      return new Named(true, text);
    }

    static Named id(String text) {
      return new Named(false, text);
    }
  }
}

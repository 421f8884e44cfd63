package vn.digitaltrust.journal;

/** The access token with which a journal is read. */
@FunctionalInterface
public interface AccessToken {
  /** A token that is valid now; asked for before every request. */
  String current();

  /**
   * A journal refused the token. If another one is current then, the journal is asked once more.
   *
   * @param token as it was sent
   */
  default void refused(String token) {}
}

package vn.digitaltrust.vocabulary.account;

/**
 * VOC-12: why an account's address was refused, in the order in which the rules are tried: the
 * first that applies is the answer. The names are part of the shared test vectors and of the
 * problem texts.
 */
public enum AddressFault {
  /** Control characters, blanks, backslashes, broken percent-encoding, or longer than 500. */
  MALFORMED,
  /** Not written with {@code https://} in front. */
  NOT_HTTPS,
  /** A name or password before the host: it dresses one host up as another. */
  USERINFO,
  /** A port, even the default one. */
  PORT,
  /** A host that can be resolved only by asking the platform. */
  SHORT_LINK,
  /** Not a host of a known platform; look-alikes and internationalised hosts end here. */
  UNKNOWN_HOST,
  /** Something after {@code #}. */
  FRAGMENT,
  /** A query other than Facebook's {@code profile.php?id=}. */
  QUERY,
  /** An old form of address ({@code /c/}, {@code /user/}) that only the platform can resolve. */
  UNRESOLVABLE,
  /** A page of the platform that is no account: a video, a group, the front page. */
  NOT_AN_ACCOUNT,
  /** Not a handle that the platform allows. */
  BAD_HANDLE,
  /** Not an id that the platform gives. */
  BAD_PLATFORM_ID,
  /** A platform whose accounts are not kept yet. */
  UNSUPPORTED_PLATFORM
}

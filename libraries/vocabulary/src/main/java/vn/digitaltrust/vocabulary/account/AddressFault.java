package vn.digitaltrust.vocabulary.account;

import java.util.Locale;

/**
 * VOC-12: why an account's address was refused, in the order in which the rules are tried: the
 * first that applies is the answer. The names are part of the shared test vectors.
 */
public enum AddressFault {
  /** Control characters, blanks, backslashes, broken percent-encoding, or too long. */
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
  /** Facebook's {@code profile.php} without exactly one id in its query. */
  PROFILE_ID,
  /** An old form of address ({@code /c/}, {@code /user/}) that only the platform can resolve. */
  UNRESOLVABLE,
  /** A telephone number, which names a private person and not an official account. */
  PHONE_NUMBER,
  /** A page of the platform that is no account: a video, a group, its settings, the front page. */
  NOT_AN_ACCOUNT,
  /** Not a handle that the platform allows. */
  BAD_HANDLE,
  /** Not an id that the platform gives. */
  BAD_PLATFORM_ID;

  /** The key of the text that names the fault (VOC-14). */
  String key() {
    return "account." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

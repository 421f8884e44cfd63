package vn.digitaltrust.vocabulary.account;

import java.util.Arrays;
import java.util.List;

/**
 * The platforms that the suite names. A measure may name any of them; accounts are kept and checked
 * on those that have rules here.
 */
public enum Platform {
  TIKTOK(new TikTokRules()),
  YOUTUBE(new YouTubeRules()),
  FACEBOOK(new FacebookRules()),
  INSTAGRAM(null),
  THREADS(null),
  X(null),
  ZALO_OA(null),
  OTHER(null);

  private final PlatformRules rules;

  Platform(PlatformRules rules) {
    this.rules = rules;
  }

  /** The platforms whose accounts are kept and can be checked. */
  public static List<Platform> withAccounts() {
    return Arrays.stream(values()).filter(platform -> platform.rules != null).toList();
  }

  /**
   * How accounts are written here.
   *
   * @throws AddressRefused {@link AddressFault#UNSUPPORTED_PLATFORM} when none are kept
   */
  PlatformRules rules() {
    if (rules == null) {
      throw new AddressRefused(AddressFault.UNSUPPORTED_PLATFORM);
    }
    return rules;
  }

  /** Whether pages of accounts stand on this host, in lower case. */
  boolean isAt(String host) {
    return rules != null && rules.isAt(host);
  }

  /** Whether only the platform can say where an address on this host, in lower case, leads. */
  boolean shortensAt(String host) {
    return rules != null && rules.shortensAt(host);
  }
}

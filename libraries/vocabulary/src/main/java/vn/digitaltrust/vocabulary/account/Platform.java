package vn.digitaltrust.vocabulary.account;

import java.util.List;

/** The platforms that the suite names, each with how it writes accounts. */
public enum Platform {
  TIKTOK(new TikTokRules()),
  YOUTUBE(new YouTubeRules()),
  FACEBOOK(new FacebookRules()),
  INSTAGRAM(new InstagramRules()),
  THREADS(new ThreadsRules()),
  X(new XRules()),
  ZALO_OA(new ZaloOaRules()),
  OTHER(new OtherRules());

  private final PlatformRules rules;

  Platform(PlatformRules rules) {
    this.rules = rules;
  }

  /** VOC-18: the hosts of the platforms that {@link #OTHER} stands for. */
  public static List<String> listedHosts() {
    return OtherRules.hosts();
  }

  /** How accounts are written here. */
  PlatformRules rules() {
    return rules;
  }

  /** Whether pages of accounts stand on this host, in lower case. */
  boolean isAt(String host) {
    return rules.isAt(host);
  }

  /** Whether only the platform can say where an address on this host, in lower case, leads. */
  boolean shortensAt(String host) {
    return rules.shortensAt(host);
  }
}

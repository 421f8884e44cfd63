package vn.digitaltrust.registry.account;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The platforms that the suite names; accounts are kept on those that have rules here. */
@Schema(name = "RegistryPlatform")
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

  Optional<PlatformRules> rules() {
    return Optional.ofNullable(rules);
  }
}

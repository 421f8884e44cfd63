package vn.digitaltrust.registry.subject;

import io.smallrye.config.ConfigMapping;
import java.util.Map;

/** Who has to clear an erasure. */
@ConfigMapping(prefix = "registry.erasure")
interface HoldersConfig {
  /** The holders by name, each with the client whose tokens answer for it. */
  Map<String, String> holders();
}

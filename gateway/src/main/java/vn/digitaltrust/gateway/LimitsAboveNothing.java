package vn.digitaltrust.gateway;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import vn.digitaltrust.door.settings.SettingsRule;

/** A limit of 0 refuses everybody; for some settings 0 means that there is no limit. */
class LimitsAboveNothing implements SettingsRule {
  private static final List<String> LIMITS =
      List.of(
          "access.token-cache.longest",
          "door.max-header-bytes",
          "door.max-headers",
          "door.max-target",
          "limits.most-clients",
          "proxy.body-timeout",
          "proxy.circuit-failures",
          "proxy.circuit-pause",
          "proxy.connect-timeout",
          "proxy.connections",
          "proxy.connections-per-client",
          "proxy.longest",
          "proxy.max-body",
          "proxy.max-stream",
          "proxy.polls",
          "proxy.polls-per-client",
          "quarkus.http.limits.max-body-size",
          "trust.batch-time",
          "trust.checks-at-once",
          "trust.checks-per-client",
          "trust.lines-at-once",
          "trust.lines-per-client");

  /** Nothing or less, whatever the unit. */
  private static final Pattern ZERO = Pattern.compile("-.*|(PT)?0+[a-zA-Z]*");

  @Override
  public Stream<String> faults(Config config) {
    return Stream.concat(
            LIMITS.stream(),
            StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> key.startsWith("limits.plans."))
                .sorted())
        .filter(key -> ZERO.matcher(SettingsRule.text(config, key)).matches())
        .map("Set %s to more than nothing, or leave it out."::formatted);
  }
}

package vn.digitaltrust.sanctions.running;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import vn.digitaltrust.door.settings.SettingsRule;

/** SAN-95: the registry is followed, and watchers are told what time ends. */
@Singleton
class FollowedRegistry implements SettingsRule {
  @Override
  public Stream<String> faults(Config config) {
    Stream.Builder<String> faults = Stream.builder();
    if (!SettingsRule.isOn(config, "registry.follow")) {
      faults.add("Set registry.follow to true: merges and erasures would be missed.");
    }
    if (SettingsRule.isOff(config, "sanctions.ends.every")) {
      faults.add("Set sanctions.ends.every: ends and erasures would not be told.");
    }
    if (SettingsRule.isOff(config, "sanctions.holds.every")) {
      faults.add("Set sanctions.holds.every: the registry would wait for answers in vain.");
    }
    return faults.build();
  }
}

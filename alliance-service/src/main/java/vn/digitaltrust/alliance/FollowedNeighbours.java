package vn.digitaltrust.alliance;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import vn.digitaltrust.door.settings.SettingsRule;

/** The alliance hears what its neighbours tell, and tells what time ends. */
@Singleton
class FollowedNeighbours implements SettingsRule {
  @Override
  public Stream<String> faults(Config config) {
    Stream.Builder<String> faults = Stream.builder();
    if (!SettingsRule.isOn(config, "alliance.follow")) {
      faults.add("Set alliance.follow to true: measures, merges and erasures would be missed.");
    }
    if (SettingsRule.isOff(config, "alliance.boundaries.every")) {
      faults.add("Set alliance.boundaries.every: nobody would hear when a suspension ends.");
    }
    if (SettingsRule.isOff(config, "alliance.holds.every")) {
      faults.add("Set alliance.holds.every: the registry would wait for answers in vain.");
    }
    return faults.build();
  }
}

package vn.digitaltrust.gateway;

import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import vn.digitaltrust.door.settings.SettingsRule;

/** Origins whose pages may call are named one by one. */
class NamedOrigins implements SettingsRule {
  @Override
  public Stream<String> faults(Config config) {
    return SettingsRule.text(config, "door.cors-origins").contains("*")
        ? Stream.of("Name the origins in door.cors-origins one by one instead of \"*\".")
        : Stream.empty();
  }
}

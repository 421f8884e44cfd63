package vn.digitaltrust.registry.erasure;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import vn.digitaltrust.door.settings.SettingsRule;

/** REG-81: an erasure that nobody has to clear is no production's. */
@Singleton
class ConfiguredHolders implements SettingsRule {
  private static final String HOLDERS = "registry.erasure.holders.";

  @Override
  public Stream<String> faults(Config config) {
    return Stream.of("sanctions", "alliance")
        .filter(
            holder ->
                StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                        .noneMatch((HOLDERS + holder)::equals)
                    || SettingsRule.text(config, HOLDERS + holder).isBlank())
        .map(
            holder ->
                "Set %s%s to the client of that service: without its answer people are erased about whom something is open."
                    .formatted(HOLDERS, holder));
  }
}

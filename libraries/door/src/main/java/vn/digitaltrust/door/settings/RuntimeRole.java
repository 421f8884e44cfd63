package vn.digitaltrust.door.settings;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** A service works under another database role than the owner of its tables. */
@Singleton
public class RuntimeRole implements SettingsRule {
  @Override
  public Stream<String> faults(Config config) {
    String runtime = SettingsRule.text(config, "quarkus.datasource.username");
    return runtime.equals(SettingsRule.text(config, "quarkus.flyway.username"))
        ? Stream.of("Run as another database role than the owner, who could rewrite the journal.")
        : Stream.empty();
  }
}

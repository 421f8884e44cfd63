package vn.digitaltrust.door.settings;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** A service lets in no page of another origin: the gateway decides which may call. */
@Singleton
public class OneDoorForPages implements SettingsRule {
  @Override
  public Stream<String> faults(Config config) {
    return SettingsRule.isOn(config, "quarkus.http.cors.enabled")
        ? Stream.of(
            "Leave quarkus.http.cors.enabled off: the gateway alone says which pages may call.")
        : Stream.empty();
  }
}

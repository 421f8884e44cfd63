package vn.digitaltrust.door.settings;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Every secret that {@code settings.secrets} names is long, and a value of its own. */
@Singleton
public class OwnSecrets implements SettingsRule {
  private static final int SHORTEST = 32;

  @Override
  public Stream<String> faults(Config config) {
    List<String> secrets = config.getValues("settings.secrets", String.class);
    Stream<String> weak =
        secrets.stream()
            .filter(key -> isWeak(SettingsRule.text(config, key)))
            .map(
                key ->
                    "Set %s to at least %d random characters."
                        .formatted(environmentName(key), SHORTEST));
    boolean shared =
        secrets.stream().map(key -> SettingsRule.text(config, key)).distinct().count()
            < secrets.size();
    return shared ? Stream.concat(weak, Stream.of("Give every secret a value of its own.")) : weak;
  }

  private static boolean isWeak(String secret) {
    return secret.length() < SHORTEST || secret.contains("never-in-production");
  }

  private static String environmentName(String key) {
    return key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }
}

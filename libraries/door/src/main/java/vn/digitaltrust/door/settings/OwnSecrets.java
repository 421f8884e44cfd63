package vn.digitaltrust.door.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The secrets that a process needs of its own are long, and each is a value of its own. Which they
 * are is said by the code of the process: a setting that named them could be shortened.
 */
public class OwnSecrets implements SettingsRule {
  private static final int SHORTEST = 32;

  private final List<String> secrets;

  /** The rule for these settings. */
  public OwnSecrets(String... secrets) {
    this.secrets = List.of(secrets);
  }

  @Override
  public Stream<String> faults(Config config) {
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

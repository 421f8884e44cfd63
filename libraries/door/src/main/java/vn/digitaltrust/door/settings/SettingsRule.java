package vn.digitaltrust.door.settings;

import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** One rule on the settings of a production (DOOR-15). */
public interface SettingsRule {

  /** What is unsafe about these settings, each in a sentence that says what to do. */
  Stream<String> faults(Config config);

  /** The text of a setting; empty when it is absent. */
  static String text(Config config, String key) {
    return config.getOptionalValue(key, String.class).orElse("");
  }

  /** Whether a setting is there and true. */
  static boolean isOn(Config config, String key) {
    return config.getOptionalValue(key, Boolean.class).orElse(false);
  }

  /** Whether a schedule does not run: absent, {@code off} or {@code disabled}. */
  static boolean isOff(Config config, String schedule) {
    String every = text(config, schedule);
    return every.isBlank() || every.equals("off") || every.equals("disabled");
  }
}

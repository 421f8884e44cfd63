package vn.digitaltrust.door.settings;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.eclipse.microprofile.config.Config;

/** Asks every rule at the start of a production, and ends it with all their sentences. */
@Singleton
public class SafeStart {
  private final Config config;
  private final List<SettingsRule> rules;

  /** A start of these settings, under these rules. */
  public SafeStart(Config config, @All List<SettingsRule> rules) {
    this.config = config;
    this.rules = rules;
  }

  void check(@Observes @Priority(1) StartupEvent started) {
    requireInProduction();
  }

  /** As {@link #require}, but in development and tests anything goes. */
  public void requireInProduction() {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      require();
    }
  }

  /** Ends the start with all sentences, if there are any. */
  void require() {
    List<String> faults = faults();
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "%s does not start with unsafe settings. %s"
              .formatted(
                  SettingsRule.text(config, "quarkus.application.name"), String.join(" ", faults)));
    }
  }

  /** What is unsafe, rule by rule. */
  public List<String> faults() {
    return rules.stream().flatMap(rule -> rule.faults(config)).toList();
  }
}

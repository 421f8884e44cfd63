package vn.digitaltrust.gateway;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import vn.digitaltrust.door.settings.OwnSecrets;
import vn.digitaltrust.door.settings.SafeStart;
import vn.digitaltrust.door.settings.SettingsRule;
import vn.digitaltrust.door.settings.TrustedTokens;

/** Stops the start of a production that would be unsafe, with a sentence for each reason. */
@ApplicationScoped
class SafeSettings {
  static final List<SettingsRule> RULES =
      List.of(
          new TrustedTokens(),
          new OwnSecrets("quarkus.oidc-client.credentials.secret"),
          new LimitsAboveNothing(),
          new PatientIndex(),
          new NamedOrigins());

  private final SafeStart start;

  SafeSettings(Config config) {
    start = new SafeStart(config, RULES);
  }

  void check(@Observes @Priority(1) StartupEvent started) {
    start.requireInProduction();
  }
}

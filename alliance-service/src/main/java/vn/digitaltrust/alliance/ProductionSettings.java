package vn.digitaltrust.alliance;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Stops the start of a production that would be unsafe, with a sentence for each reason. */
@ApplicationScoped
class ProductionSettings {
  private static final int SHORTEST_SECRET = 32;
  private static final Map<String, String> SECRETS =
      Map.of(
          "door.cursor.secret", "DOOR_CURSOR_SECRET",
          "journal.retry.secret", "JOURNAL_RETRY_SECRET",
          "quarkus.oidc-client.credentials.secret", "QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Config config;

  ProductionSettings(Config config) {
    this.config = config;
  }

  void atStart(@Observes @Priority(1) StartupEvent started) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      var faults = faults(config);
      if (!faults.isEmpty()) {
        throw new IllegalStateException(
            "The alliance does not start with unsafe settings. " + String.join(" ", faults));
      }
    }
  }

  /** What is unsafe about these settings, each in a sentence that says what to do. */
  static List<String> faults(Config config) {
    var faults = new ArrayList<String>();
    SECRETS.keySet().stream()
        .sorted()
        .forEach(
            key -> {
              var secret = text(config, key);
              if (secret.length() < SHORTEST_SECRET || secret.contains("never-in-production")) {
                faults.add(
                    "Set %s to at least %d random characters."
                        .formatted(SECRETS.get(key), SHORTEST_SECRET));
              }
            });
    if (SECRETS.keySet().stream().map(key -> text(config, key)).distinct().count()
        < SECRETS.size()) {
      faults.add("Give every secret a value of its own.");
    }
    var issuer = URI.create(text(config, "quarkus.oidc.auth-server-url"));
    if (!"https".equals(issuer.getScheme()) && !LOOPBACK.contains(issuer.getHost())) {
      faults.add("Set OIDC_URL to the realm's https address: tokens are verified with its keys.");
    }
    if (text(config, "quarkus.datasource.username")
        .equals(text(config, "quarkus.flyway.username"))) {
      faults.add("Run as another database role than the owner, who could rewrite the journal.");
    }
    if (!config.getOptionalValue("alliance.follow", Boolean.class).orElse(false)) {
      faults.add("Set alliance.follow to true: measures, merges and erasures would be missed.");
    }
    if (Set.of("off", "disabled").contains(text(config, "alliance.boundaries.every"))) {
      faults.add("Set alliance.boundaries.every: nobody would hear when a suspension ends.");
    }
    return faults;
  }

  private static String text(Config config, String key) {
    return config.getOptionalValue(key, String.class).orElse("");
  }
}

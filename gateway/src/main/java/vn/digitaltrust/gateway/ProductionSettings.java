package vn.digitaltrust.gateway;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.Config;

/** Stops the start of a production that would be unsafe, with a sentence for each reason. */
@ApplicationScoped
class ProductionSettings {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration POLL = Duration.ofSeconds(5);

  private final Config config;

  ProductionSettings(Config config) {
    this.config = config;
  }

  void atStart(@Observes @Priority(1) StartupEvent started) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      var faults = faults(config);
      if (!faults.isEmpty()) {
        throw new IllegalStateException(
            "The gateway does not start with unsafe settings. " + String.join(" ", faults));
      }
    }
  }

  /** What is unsafe about these settings, each in a sentence that says what to do. */
  static List<String> faults(Config config) {
    var faults = new ArrayList<String>();
    var issuer = URI.create(text(config, "quarkus.oidc.auth-server-url"));
    if (!"https".equals(issuer.getScheme()) && !LOOPBACK.contains(issuer.getHost())) {
      faults.add("Set OIDC_URL to the realm's https address: tokens are verified with its keys.");
    }
    if (text(config, "quarkus.oidc-client.credentials.secret").isBlank()) {
      faults.add(
          "Set QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET: without it no journal can be followed, and"
              + " no trust check answered.");
    }
    if (!"RS256".equals(text(config, "quarkus.oidc.token.signature-algorithm"))) {
      faults.add("Leave quarkus.oidc.token.signature-algorithm at RS256, the realm's own.");
    }
    var stale = config.getOptionalValue("trust.stale-after", Duration.class).orElse(Duration.ZERO);
    if (stale.compareTo(POLL) <= 0) {
      faults.add(
          "Set trust.stale-after to more than %d s, as a follower of a quiet journal hears of it only"
                  .formatted(POLL.toSeconds())
              + " so often.");
    }
    if (text(config, "door.cors-origins").contains("*")) {
      faults.add("Name the origins in door.cors-origins one by one instead of \"*\".");
    }
    return faults;
  }

  private static String text(Config config, String key) {
    return config.getOptionalValue(key, String.class).orElse("");
  }
}

package vn.digitaltrust.registry;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
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
          "registry.identity.secret", "REGISTRY_IDENTITY_SECRET");
  private static final List<String> ISSUERS = List.of("quarkus.oidc.auth-server-url");
  private static final List<String> VERIFICATIONS =
      List.of("quarkus.tls.trust-all", "quarkus.oidc.tls.verification");
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
            "The registry does not start with unsafe settings. " + String.join(" ", faults));
      }
    }
  }

  /** What is unsafe about these settings, each in a sentence that says what to do. */
  static List<String> faults(Config config) {
    var faults = new ArrayList<String>();
    secrets(config, faults);
    tokens(config, faults);
    if (text(config, "quarkus.datasource.username")
        .equals(text(config, "quarkus.flyway.username"))) {
      faults.add("Run as another database role than the owner, who could rewrite the journal.");
    }
    if (isOn(config, "quarkus.http.cors.enabled")) {
      faults.add(
          "Leave quarkus.http.cors.enabled off: the gateway alone says which pages may call.");
    }
    return faults;
  }

  private static void secrets(Config config, List<String> faults) {
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
  }

  private static void tokens(Config config, List<String> faults) {
    for (var issuer : ISSUERS) {
      if (!isTrustworthy(text(config, issuer))) {
        faults.add(
            "Set OIDC_URL (%s) to the realm's https address: tokens are trusted for its sake."
                .formatted(issuer));
      }
    }
    for (var verification : VERIFICATIONS) {
      if (Set.of("true", "none").contains(text(config, verification))) {
        faults.add(
            "Remove %s: whoever sits in between could pass for the issuer."
                .formatted(verification));
      }
    }
    if (!text(config, "quarkus.oidc.public-key").isBlank()) {
      faults.add("Remove quarkus.oidc.public-key: it is for tests, keys come from the issuer.");
    }
    if (!"RS256".equals(text(config, "quarkus.oidc.token.signature-algorithm"))) {
      faults.add("Leave quarkus.oidc.token.signature-algorithm at RS256, the realm's own.");
    }
    if ("any".equals(text(config, "quarkus.oidc.token.issuer"))) {
      faults.add("Remove quarkus.oidc.token.issuer: tokens of any issuer would open this.");
    }
    if (!"digital-trust-api".equals(text(config, "quarkus.oidc.token.audience"))) {
      faults.add(
          "Leave quarkus.oidc.token.audience at digital-trust-api: tokens made for others would"
              + " open this.");
    }
  }

  private static boolean isTrustworthy(String address) {
    try {
      var uri = new URI(address);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || LOOPBACK.contains(uri.getHost()));
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  private static boolean isOn(Config config, String key) {
    return config.getOptionalValue(key, Boolean.class).orElse(false);
  }

  private static String text(Config config, String key) {
    return config.getOptionalValue(key, String.class).orElse("");
  }
}

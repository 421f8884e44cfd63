package vn.digitaltrust.sanctions.running;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** SAN-95: a production start with unsafe settings ends at once, with every reason at a time. */
@ApplicationScoped
class SafeSettings {
  private static final int SHORTEST_SECRET = 32;
  private static final List<String> SECRETS =
      List.of(
          "door.cursor.secret", "journal.retry.secret", "quarkus.oidc-client.credentials.secret");
  private static final String REALM_FOR_OWN_TOKEN = "quarkus.oidc-client.auth-server-url";
  private static final List<String> VERIFICATIONS =
      List.of(
          "quarkus.tls.trust-all",
          "quarkus.oidc.tls.verification",
          "quarkus.oidc-client.tls.verification");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  void check(@Observes @Priority(1) StartupEvent started) {
    if (LaunchMode.current() != LaunchMode.NORMAL) {
      return;
    }
    List<String> faults = faults(ConfigProvider.getConfig());
    if (!faults.isEmpty()) {
      throw new IllegalStateException(
          "The sanctions service does not start with unsafe settings. " + String.join(" ", faults));
    }
  }

  /** What is unsafe, each with what to do about it. */
  static List<String> faults(Config config) {
    List<String> faults = new ArrayList<>();
    for (String secret : SECRETS) {
      String value = text(config, secret).orElse("");
      if (value.length() < SHORTEST_SECRET || value.contains("never-in-production")) {
        faults.add(
            secret
                + " needs at least 32 random characters (environment "
                + secret.toUpperCase(java.util.Locale.ROOT).replaceAll("[.-]", "_")
                + ").");
      }
    }
    if (SECRETS.stream().map(secret -> text(config, secret)).distinct().count() < SECRETS.size()) {
      faults.add("Every secret needs a value of its own.");
    }
    for (String issuer : List.of("quarkus.oidc.auth-server-url", REALM_FOR_OWN_TOKEN)) {
      if (!safe(text(config, issuer).orElse(""))) {
        faults.add(issuer + " must be the realm's https address: tokens are trusted for its sake.");
      }
    }
    for (String verification : VERIFICATIONS) {
      if (Set.of("true", "none").contains(text(config, verification).orElse(""))) {
        faults.add(
            verification + " must not be set: whoever sits in between could pass for the issuer.");
      }
    }
    if (!text(config, "quarkus.oidc.token.signature-algorithm").orElse("").equals("RS256")) {
      faults.add("quarkus.oidc.token.signature-algorithm must be RS256, the realm's own.");
    }
    if (text(config, "quarkus.oidc.token.issuer").orElse("").equals("any")) {
      faults.add("quarkus.oidc.token.issuer must not be any: tokens of all would open this.");
    }
    if (!text(config, "quarkus.oidc.token.audience").orElse("").equals("digital-trust-api")) {
      faults.add(
          "quarkus.oidc.token.audience must be digital-trust-api: tokens made for others would open"
              + " this.");
    }
    if (Set.of("off", "disabled").contains(text(config, "sanctions.ends.every").orElse("off"))) {
      faults.add("sanctions.ends.every must be a time: ends and erasures would not be told.");
    }
    if (text(config, "quarkus.oidc.public-key").isPresent()) {
      faults.add("quarkus.oidc.public-key is for tests: let the keys come from the issuer.");
    }
    if (text(config, "quarkus.datasource.username")
        .equals(text(config, "quarkus.flyway.username"))) {
      faults.add("quarkus.datasource.username must be the runtime role, not the owner's.");
    }
    if (!config.getOptionalValue("registry.follow", Boolean.class).orElse(false)) {
      faults.add("registry.follow must be true: merges and erasures would be missed.");
    }
    if (config.getOptionalValue("quarkus.http.cors.enabled", Boolean.class).orElse(false)) {
      faults.add(
          "quarkus.http.cors.enabled must be off: the gateway alone says which pages may call.");
    }
    return faults;
  }

  private static boolean safe(String address) {
    try {
      URI uri = new URI(address);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || LOOPBACK.contains(uri.getHost()));
    } catch (URISyntaxException notAnAddress) {
      return false;
    }
  }

  private static Optional<String> text(Config config, String name) {
    return config.getOptionalValue(name, String.class).filter(value -> !value.isBlank());
  }
}

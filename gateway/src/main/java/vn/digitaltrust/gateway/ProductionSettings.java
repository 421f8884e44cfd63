package vn.digitaltrust.gateway;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Stops the start of a production that would be unsafe, with a sentence for each reason. */
@ApplicationScoped
class ProductionSettings {
  private static final int SHORTEST_SECRET = 32;
  private static final List<String> ISSUERS =
      List.of("quarkus.oidc.auth-server-url", "quarkus.oidc-client.auth-server-url");
  private static final List<String> VERIFICATIONS =
      List.of(
          "quarkus.tls.trust-all",
          "quarkus.oidc.tls.verification",
          "quarkus.oidc-client.tls.verification");
  private static final List<String> LIMITS =
      List.of(
          "access.token-cache.longest",
          "door.max-header-bytes",
          "door.max-headers",
          "door.max-target",
          "limits.most-clients",
          "proxy.body-timeout",
          "proxy.circuit-failures",
          "proxy.circuit-pause",
          "proxy.connect-timeout",
          "proxy.connections",
          "proxy.connections-in-crowd",
          "proxy.connections-many",
          "proxy.connections-per-client",
          "proxy.longest",
          "proxy.max-body",
          "proxy.max-stream",
          "proxy.polls",
          "proxy.polls-per-client",
          "quarkus.http.limits.max-body-size",
          "trust.batch-time",
          "trust.checks-at-once",
          "trust.lines-at-once",
          "trust.lines-per-client");

  /** Nothing or less, whatever the unit. */
  private static final Pattern ZERO = Pattern.compile("-.*|(PT)?0+[a-zA-Z]*");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration POLL = Duration.ofSeconds(5);
  private static final Duration LONGEST_BELIEF = Duration.ofMinutes(5);

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
    tokens(config, faults);
    limits(config, faults);
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

  private static void tokens(Config config, List<String> faults) {
    for (var issuer : ISSUERS) {
      if (!isTrustworthy(text(config, issuer))) {
        faults.add(
            "Set OIDC_URL (%s) to the realm's https address: tokens are trusted for its sake."
                .formatted(issuer));
      }
    }
    var secret = text(config, "quarkus.oidc-client.credentials.secret");
    if (secret.length() < SHORTEST_SECRET || secret.contains("never-in-production")) {
      faults.add(
          "Set QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET to at least %d random characters: with it the"
                  .formatted(SHORTEST_SECRET)
              + " gateway follows the journals.");
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
    var belief =
        config.getOptionalValue("access.token-cache.longest", Duration.class).orElse(Duration.ZERO);
    if (belief.compareTo(LONGEST_BELIEF) > 0) {
      faults.add(
          "Set access.token-cache.longest to at most %d s: so long a key that was withdrawn is still"
                  .formatted(LONGEST_BELIEF.toSeconds())
              + " believed.");
    }
    if (!"digital-trust-api".equals(text(config, "quarkus.oidc.token.audience"))) {
      faults.add(
          "Leave quarkus.oidc.token.audience at digital-trust-api: tokens made for others would"
              + " open this.");
    }
  }

  /** A limit of nothing shuts everybody out, and in places means that there is none. */
  private static void limits(Config config, List<String> faults) {
    Stream.concat(
            LIMITS.stream(),
            StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> key.startsWith("limits.plans."))
                .sorted())
        .filter(key -> ZERO.matcher(text(config, key)).matches())
        .forEach(key -> faults.add("Set %s to more than nothing, or leave it out.".formatted(key)));
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

  private static String text(Config config, String key) {
    return config.getOptionalValue(key, String.class).orElse("");
  }
}

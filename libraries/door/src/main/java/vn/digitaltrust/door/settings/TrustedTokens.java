package vn.digitaltrust.door.settings;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** Tokens are those of the realm, for this API, verified with keys that nobody could swap. */
@Singleton
public class TrustedTokens implements SettingsRule {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration LONGEST_BELIEF = Duration.ofMinutes(5);

  @Override
  public Stream<String> faults(Config config) {
    return Stream.of(issuers(config), verifications(config), tokens(config)).flatMap(it -> it);
  }

  private static Stream<String> issuers(Config config) {
    // Only a process with a client of its own asks for tokens.
    Stream<String> own =
        SettingsRule.text(config, "quarkus.oidc-client.client-id").isBlank()
            ? Stream.empty()
            : Stream.of("quarkus.oidc-client.auth-server-url");
    return Stream.concat(Stream.of("quarkus.oidc.auth-server-url"), own)
        .filter(issuer -> !isTrustworthy(SettingsRule.text(config, issuer)))
        .map(
            issuer ->
                "Set OIDC_URL (%s) to the realm's https address: tokens are trusted for its sake."
                    .formatted(issuer));
  }

  private static Stream<String> verifications(Config config) {
    return Stream.of(
            "quarkus.tls.trust-all",
            "quarkus.oidc.tls.verification",
            "quarkus.oidc-client.tls.verification")
        .filter(key -> Set.of("true", "none").contains(SettingsRule.text(config, key)))
        .map(key -> "Remove %s: whoever sits in between could pass for the issuer.".formatted(key));
  }

  private static Stream<String> tokens(Config config) {
    Stream.Builder<String> faults = Stream.builder();
    if (!SettingsRule.text(config, "quarkus.oidc.public-key").isBlank()) {
      faults.add("Remove quarkus.oidc.public-key: it is for tests, keys come from the issuer.");
    }
    if (!SettingsRule.text(config, "quarkus.oidc.token.signature-algorithm").equals("RS256")) {
      faults.add("Leave quarkus.oidc.token.signature-algorithm at RS256, the realm's own.");
    }
    if (SettingsRule.text(config, "quarkus.oidc.token.issuer").equals("any")) {
      faults.add("Remove quarkus.oidc.token.issuer: tokens of any issuer would open this.");
    }
    if (!SettingsRule.text(config, "quarkus.oidc.token.audience").equals("digital-trust-api")) {
      faults.add(
          "Leave quarkus.oidc.token.audience at digital-trust-api: tokens made for others would"
              + " open this.");
    }
    Duration belief =
        config.getOptionalValue("access.token-cache.longest", Duration.class).orElse(Duration.ZERO);
    if (belief.compareTo(LONGEST_BELIEF) > 0) {
      faults.add(
          "Set access.token-cache.longest to at most %d s: so long a key that was withdrawn is still"
                  .formatted(LONGEST_BELIEF.toSeconds())
              + " believed.");
    }
    return faults.build();
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
}

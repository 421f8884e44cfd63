package vn.digitaltrust.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.door.settings.SafeStart;

class SafeSettingsTest {
  private static final Map<String, String> SAFE =
      Map.ofEntries(
          Map.entry("access.token-cache.longest", "60s"),
          Map.entry("quarkus.oidc-client.client-id", "gateway"),
          Map.entry("quarkus.oidc.auth-server-url", "https://login.example/realms/digital-trust"),
          Map.entry(
              "quarkus.oidc-client.auth-server-url", "https://login.example/realms/digital-trust"),
          Map.entry("quarkus.oidc-client.credentials.secret", "s".repeat(32)),
          Map.entry("quarkus.oidc.token.signature-algorithm", "RS256"),
          Map.entry("quarkus.oidc.token.audience", "digital-trust-api"),
          Map.entry("trust.stale-after", "30s"),
          Map.entry("limits.plans.standard.requests", "60000"),
          Map.entry("limits.plans.standard.checks", "6000000"),
          Map.entry("limits.plans.standard.window", "60s"),
          Map.entry("door.cors-origins", "https://desk.example,https://app.example"));

  private static List<String> faults(String key, String value) {
    var settings = new HashMap<>(SAFE);
    settings.put(key, value);
    return new SafeStart(
            new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .withConverter(
                    java.time.Duration.class,
                    200,
                    text -> java.time.Duration.parse("PT" + text.toUpperCase()))
                .build(),
            SafeSettings.RULES)
        .faults();
  }

  @Test
  @DisplayName("Safe settings let the gateway start, also with an issuer on the same machine")
  void safe() {
    assertEquals(List.of(), faults("trust.stale-after", "6s"));
    assertEquals(
        List.of(), faults("quarkus.oidc.auth-server-url", "http://127.0.0.1:8180/realms/x"));
    assertEquals(List.of(), faults("door.cors-origins", ""));
    assertEquals(List.of(), faults("access.token-cache.longest", "300s"));
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.oidc.auth-server-url, http://login.example/realms/x, OIDC_URL",
    "quarkus.oidc-client.credentials.secret, '', QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
    "quarkus.oidc.auth-server-url, '', OIDC_URL",
    "quarkus.oidc.auth-server-url, 'https://login.example/a b', OIDC_URL",
    "quarkus.oidc-client.auth-server-url, http://login.example/realms/x, OIDC_URL",
    "quarkus.oidc-client.credentials.secret, short, QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
    "quarkus.oidc-client.credentials.secret, only-for-development-and-never-in-production,"
        + " QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
    "quarkus.oidc.public-key, MIIB, quarkus.oidc.public-key",
    "quarkus.oidc.token.audience, any, quarkus.oidc.token.audience",
    "quarkus.oidc.token.issuer, any, quarkus.oidc.token.issuer",
    "access.token-cache.longest, 301s, access.token-cache.longest",
    "access.token-cache.longest, 0s, access.token-cache.longest",
    "trust.checks-at-once, 0, trust.checks-at-once",
    "trust.checks-per-client, 0, trust.checks-per-client",
    "trust.lines-at-once, 0, trust.lines-at-once",
    "trust.lines-per-client, 0, trust.lines-per-client",
    "trust.batch-time, 0s, trust.batch-time",
    "quarkus.oidc.tls.verification, none, quarkus.oidc.tls.verification",
    "quarkus.oidc-client.tls.verification, none, quarkus.oidc-client.tls.verification",
    "quarkus.tls.trust-all, true, quarkus.tls.trust-all",
    "limits.plans.standard.requests, 0, limits.plans.standard.requests",
    "limits.plans.small.checks, 0, limits.plans.small.checks",
    "limits.plans.small.window, 0s, limits.plans.small.window",
    "proxy.connections, -1, proxy.connections",
    "proxy.max-body, 0M, proxy.max-body",
    "proxy.longest, PT0S, proxy.longest",
    "quarkus.http.limits.max-body-size, 0, quarkus.http.limits.max-body-size",
    "quarkus.oidc.token.signature-algorithm, ES256, RS256",
    "quarkus.oidc.token.signature-algorithm, '', RS256",
    "trust.stale-after, 5s, trust.stale-after",
    "door.cors-origins, *, door.cors-origins",
    "door.cors-origins, 'https://a.example,*', door.cors-origins"
  })
  @DisplayName("An unsafe setting stops it with one sentence that names it")
  void unsafe(String key, String value, String named) {
    List<String> faults = faults(key, value);
    assertEquals(1, faults.size(), faults.toString());
    assertTrue(faults.get(0).contains(named), faults.toString());
  }
}

package vn.digitaltrust.alliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("an unsafe production does not start, and says why")
class ProductionSettingsTest {
  private static final Map<String, String> SAFE =
      Map.ofEntries(
          Map.entry("door.cursor.secret", "a".repeat(32)),
          Map.entry("journal.retry.secret", "b".repeat(32)),
          Map.entry("quarkus.oidc-client.credentials.secret", "c".repeat(32)),
          Map.entry("quarkus.oidc.auth-server-url", "https://login.example/realms/digital-trust"),
          Map.entry("quarkus.oidc-client.auth-server-url", "https://login.example/realms/x"),
          Map.entry("quarkus.oidc.token.signature-algorithm", "RS256"),
          Map.entry("quarkus.oidc.token.audience", "digital-trust-api"),
          Map.entry("quarkus.datasource.username", "alliance_app"),
          Map.entry("quarkus.flyway.username", "alliance_owner"),
          Map.entry("alliance.follow", "true"),
          Map.entry("alliance.boundaries.every", "5s"));

  private static List<String> faults(Map<String, String> settings) {
    return ProductionSettings.faults(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build());
  }

  @Test
  @DisplayName("safe settings have no fault")
  void safe() {
    assertEquals(List.of(), faults(SAFE));
  }

  @ParameterizedTest
  @CsvSource({
    "door.cursor.secret, short, DOOR_CURSOR_SECRET",
    "journal.retry.secret, only-for-development-and-never-in-production, JOURNAL_RETRY_SECRET",
    "quarkus.oidc-client.credentials.secret, '', QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
    "journal.retry.secret, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, secret a value of its own",
    "quarkus.oidc.auth-server-url, http://login.example/realms/x, OIDC_URL",
    "quarkus.oidc.auth-server-url, '', OIDC_URL",
    "quarkus.oidc.auth-server-url, 'https://login.example/a b', OIDC_URL",
    "quarkus.oidc-client.auth-server-url, http://login.example/realms/x, OIDC_URL",
    "quarkus.oidc.public-key, MIIB, quarkus.oidc.public-key",
    "quarkus.oidc.token.signature-algorithm, ES256, RS256",
    "quarkus.oidc.token.signature-algorithm, '', RS256",
    "quarkus.oidc.token.audience, any, quarkus.oidc.token.audience",
    "quarkus.oidc.token.issuer, any, quarkus.oidc.token.issuer",
    "quarkus.oidc.tls.verification, none, quarkus.oidc.tls.verification",
    "quarkus.oidc-client.tls.verification, none, quarkus.oidc-client.tls.verification",
    "quarkus.tls.trust-all, true, quarkus.tls.trust-all",
    "quarkus.http.cors.enabled, true, quarkus.http.cors.enabled",
    "quarkus.datasource.username, alliance_owner, database role",
    "alliance.follow, false, alliance.follow",
    "alliance.boundaries.every, off, alliance.boundaries.every"
  })
  @DisplayName("each unsafe one is named")
  void unsafe(String key, String value, String told) {
    Map<String, String> settings = new HashMap<>(SAFE);
    settings.put(key, value);
    List<String> faults = faults(settings);
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.get(0).contains(told), faults::toString);
  }

  @Test
  @DisplayName("a secret that is missing altogether is told in our words, not the framework's")
  void missing() throws IOException {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withProfile("prod")
            .withSources(
                new PropertiesConfigSource(
                    Path.of("src/main/resources/application.properties").toUri().toURL(), 250))
            .build();
    assertFalse(config.getValue("journal.retry.secret", String.class).isEmpty());
    String told = String.join(" ", ProductionSettings.faults(config));
    assertTrue(told.contains("Set JOURNAL_RETRY_SECRET to at least 32 random"), told);
    assertTrue(told.contains("Set DOOR_CURSOR_SECRET to at least 32 random"), told);
    assertTrue(told.contains("Set QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET to at least 32"), told);
  }

  @Test
  @DisplayName("a login server on this machine may use http")
  void loopback() {
    Map<String, String> settings = new HashMap<>(SAFE);
    settings.put("quarkus.oidc.auth-server-url", "http://localhost:8180/realms/digital-trust");
    assertEquals(List.of(), faults(settings));
  }
}

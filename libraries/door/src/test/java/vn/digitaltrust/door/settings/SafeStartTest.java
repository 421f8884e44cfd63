package vn.digitaltrust.door.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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

@DisplayName("DOOR-15 an unsafe production does not start, and says why")
class SafeStartTest {
  private static final List<SettingsRule> RULES =
      List.of(
          new OwnSecrets(
              "door.cursor.secret",
              "journal.retry.secret",
              "quarkus.oidc-client.credentials.secret"),
          new TrustedTokens(),
          new RuntimeRole(),
          new OneDoorForPages());
  private static final Map<String, String> SAFE =
      Map.ofEntries(
          Map.entry("quarkus.application.name", "some-service"),
          Map.entry("door.cursor.secret", "a".repeat(32)),
          Map.entry("journal.retry.secret", "b".repeat(32)),
          Map.entry("quarkus.oidc-client.credentials.secret", "c".repeat(32)),
          Map.entry("quarkus.oidc-client.client-id", "some-service"),
          Map.entry("quarkus.oidc.auth-server-url", "https://login.example/realms/digital-trust"),
          Map.entry("quarkus.oidc-client.auth-server-url", "https://login.example/realms/x"),
          Map.entry("quarkus.oidc.token.signature-algorithm", "RS256"),
          Map.entry("quarkus.oidc.token.audience", "digital-trust-api"),
          Map.entry("quarkus.datasource.username", "some_app"),
          Map.entry("quarkus.flyway.username", "some_owner"));

  private static SafeStart start(Map<String, String> settings) {
    return new SafeStart(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .withConverter(
                java.time.Duration.class,
                200,
                text -> text.isEmpty() ? null : java.time.Duration.parse("PT" + text.toUpperCase()))
            .build(),
        RULES);
  }

  private static List<String> faults(String key, String value) {
    Map<String, String> settings = new HashMap<>(SAFE);
    settings.put(key, value);
    return start(settings).faults();
  }

  @Test
  @DisplayName("DOOR-15 safe settings have no fault")
  void safe() {
    assertEquals(List.of(), start(SAFE).faults());
    start(SAFE).require();
  }

  @ParameterizedTest
  @CsvSource({
    "door.cursor.secret, short, DOOR_CURSOR_SECRET",
    "door.cursor.secret, '', DOOR_CURSOR_SECRET",
    "journal.retry.secret, only-for-development-and-never-in-production, JOURNAL_RETRY_SECRET",
    "quarkus.oidc-client.credentials.secret, '', QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
    "journal.retry.secret, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, secret a value of its own",
    "quarkus.oidc.auth-server-url, http://login.example/realms/x, OIDC_URL",
    "quarkus.oidc.auth-server-url, '', OIDC_URL",
    "quarkus.oidc.auth-server-url, 'https://login.example/a b', OIDC_URL",
    "quarkus.oidc.auth-server-url, 'https:login', OIDC_URL",
    "quarkus.oidc-client.auth-server-url, http://login.example/realms/x, OIDC_URL",
    "quarkus.oidc-client.auth-server-url, '', OIDC_URL",
    "quarkus.oidc.public-key, MIIB, quarkus.oidc.public-key",
    "quarkus.oidc.token.signature-algorithm, ES256, RS256",
    "quarkus.oidc.token.signature-algorithm, '', RS256",
    "quarkus.oidc.token.audience, any, quarkus.oidc.token.audience",
    "quarkus.oidc.token.audience, '', quarkus.oidc.token.audience",
    "quarkus.oidc.token.issuer, any, quarkus.oidc.token.issuer",
    "quarkus.oidc.tls.verification, none, quarkus.oidc.tls.verification",
    "quarkus.oidc-client.tls.verification, none, quarkus.oidc-client.tls.verification",
    "quarkus.tls.trust-all, true, quarkus.tls.trust-all",
    "access.token-cache.longest, 301s, access.token-cache.longest",
    "quarkus.http.cors.enabled, true, quarkus.http.cors.enabled",
    "quarkus.datasource.username, some_owner, database role"
  })
  @DisplayName("DOOR-15 each unsafe setting is named once")
  void unsafe(String key, String value, String told) {
    List<String> faults = faults(key, value);
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.get(0).contains(told), faults::toString);
  }

  @Test
  @DisplayName(
      "DOOR-15 an issuer on this machine needs no https, and a token may be believed 300 s")
  void boundaries() {
    assertEquals(
        List.of(), faults("quarkus.oidc.auth-server-url", "http://localhost:8180/realms/x"));
    assertEquals(List.of(), faults("access.token-cache.longest", "300s"));
  }

  @Test
  @DisplayName("DOOR-15 who asks nobody for tokens needs no address for that")
  void noClient() {
    Map<String, String> settings = new HashMap<>(SAFE);
    settings.remove("quarkus.oidc-client.client-id");
    settings.remove("quarkus.oidc-client.auth-server-url");
    assertEquals(List.of(), start(settings).faults());
  }

  @Test
  @DisplayName("DOOR-15 the start ends with all sentences at once")
  void all() {
    Map<String, String> settings = new HashMap<>(SAFE);
    settings.put("quarkus.oidc.token.issuer", "any");
    settings.put("door.cursor.secret", "short");
    IllegalStateException ended =
        assertThrows(IllegalStateException.class, start(settings)::require);
    assertTrue(
        ended.getMessage().startsWith("some-service does not start with unsafe settings."),
        ended.getMessage());
    assertTrue(ended.getMessage().contains("DOOR_CURSOR_SECRET"), ended.getMessage());
    assertTrue(ended.getMessage().contains("token.issuer"), ended.getMessage());
  }
}

package vn.digitaltrust.sanctions.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeSettingsTest {
  private static final Map<String, String> SAFE =
      Map.ofEntries(
          Map.entry("door.cursor.secret", "k3J9x".repeat(8)),
          Map.entry("journal.retry.secret", "p8Qw2".repeat(8)),
          Map.entry("quarkus.oidc-client.credentials.secret", "z7Lr4".repeat(8)),
          Map.entry("quarkus.oidc.auth-server-url", "https://id.example/realms/digital-trust"),
          Map.entry(
              "quarkus.oidc-client.auth-server-url", "https://id.example/realms/digital-trust"),
          Map.entry("quarkus.oidc.token.signature-algorithm", "RS256"),
          Map.entry("quarkus.oidc.token.audience", "digital-trust-api"),
          Map.entry("quarkus.datasource.username", "sanctions_app"),
          Map.entry("quarkus.flyway.username", "sanctions_owner"),
          Map.entry("sanctions.ends.every", "5s"),
          Map.entry("registry.follow", "true"));

  private static List<String> faults(Map<String, String> change) {
    Map<String, String> settings = new HashMap<>(SAFE);
    change.forEach(
        (name, value) -> {
          if (value == null) {
            settings.remove(name);
          } else {
            settings.put(name, value);
          }
        });
    return SafeSettings.faults(new SmallRyeConfigBuilder().withDefaultValues(settings).build());
  }

  @Test
  @DisplayName("SAN-95 safe settings start")
  void safe() {
    assertEquals(List.of(), faults(Map.of()));
  }

  @ParameterizedTest(name = "{0}={1}")
  @DisplayName("SAN-95 an unsafe setting stops the start and is named")
  @CsvSource({
    "door.cursor.secret,",
    "door.cursor.secret,short",
    "journal.retry.secret,only-for-development-and-never-in-production",
    "journal.retry.secret,unset",
    "quarkus.oidc-client.credentials.secret,",
    "quarkus.oidc.auth-server-url,http://id.example/realms/digital-trust",
    "quarkus.oidc.auth-server-url,",
    "quarkus.oidc-client.auth-server-url,http://id.example/realms/digital-trust",
    "sanctions.ends.every,off",
    "sanctions.ends.every,disabled",
    "quarkus.oidc.public-key,MIIB",
    "quarkus.oidc.token.signature-algorithm,ES256",
    "quarkus.oidc.token.signature-algorithm,",
    "quarkus.oidc.token.audience,any",
    "quarkus.oidc.token.issuer,any",
    "quarkus.oidc.tls.verification,none",
    "quarkus.oidc-client.tls.verification,none",
    "quarkus.tls.trust-all,true",
    "quarkus.datasource.username,sanctions_owner",
    "registry.follow,false",
    "quarkus.http.cors.enabled,true"
  })
  void unsafe(String name, String value) {
    Map<String, String> change = new HashMap<>();
    change.put(name, value);
    List<String> faults = faults(change);
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.get(0).contains(name), faults::toString);
  }

  @Test
  @DisplayName("SAN-95 an issuer on this machine needs no https, and secrets are not shared")
  void loopbackAndShared() {
    assertEquals(
        List.of(),
        faults(Map.of("quarkus.oidc.auth-server-url", "http://localhost:8180/realms/r")));
    assertEquals(1, faults(Map.of("journal.retry.secret", "k3J9x".repeat(8))).size());
  }

  @Test
  @DisplayName("SAN-95 a missing secret of the journal is refused with our words")
  void present() {
    assertEquals(
        "unset",
        new io.smallrye.config.PropertiesConfigSource(stored(), "stored", 250)
            .getValue("journal.retry.secret"));
  }

  private static Map<String, String> stored() {
    var properties = new java.util.Properties();
    try (var file = SafeSettingsTest.class.getResourceAsStream("/application.properties")) {
      properties.load(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    Map<String, String> all = new HashMap<>();
    properties.stringPropertyNames().forEach(it -> all.put(it, properties.getProperty(it)));
    return all;
  }
}

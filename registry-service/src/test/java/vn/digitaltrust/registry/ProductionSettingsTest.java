package vn.digitaltrust.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.PropertiesConfigSource;
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
      Map.of(
          "door.cursor.secret",
          "a".repeat(32),
          "journal.retry.secret",
          "b".repeat(32),
          "registry.identity.secret",
          "c".repeat(32),
          "quarkus.oidc.auth-server-url",
          "https://login.example/realms/digital-trust",
          "quarkus.datasource.username",
          "registry_app",
          "quarkus.flyway.username",
          "registry_owner",
          "quarkus.oidc.token.signature-algorithm",
          "RS256",
          "quarkus.oidc.token.audience",
          "digital-trust-api");

  private static List<String> faults(Map<String, String> settings) {
    return ProductionSettings.faults(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build());
  }

  @Test
  void safeSettingsHaveNoFault() {
    assertEquals(List.of(), faults(SAFE));
  }

  @ParameterizedTest
  @CsvSource({
    "door.cursor.secret, short, DOOR_CURSOR_SECRET",
    "journal.retry.secret, only-for-development-and-never-in-production, JOURNAL_RETRY_SECRET",
    "registry.identity.secret, '', REGISTRY_IDENTITY_SECRET",
    "registry.identity.secret, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa, secret a value of its own",
    "quarkus.oidc.auth-server-url, http://login.example/realms/x, OIDC_URL",
    "quarkus.oidc.auth-server-url, '', OIDC_URL",
    "quarkus.oidc.auth-server-url, 'https://login.example/a b', OIDC_URL",
    "quarkus.oidc.auth-server-url, 'https:login', OIDC_URL",
    "quarkus.oidc.public-key, MIIB, quarkus.oidc.public-key",
    "quarkus.oidc.token.signature-algorithm, ES256, RS256",
    "quarkus.oidc.token.signature-algorithm, '', RS256",
    "quarkus.oidc.token.audience, any, quarkus.oidc.token.audience",
    "quarkus.oidc.token.issuer, any, quarkus.oidc.token.issuer",
    "quarkus.oidc.tls.verification, none, quarkus.oidc.tls.verification",
    "quarkus.tls.trust-all, true, quarkus.tls.trust-all",
    "quarkus.http.cors.enabled, true, quarkus.http.cors.enabled",
    "quarkus.datasource.username, registry_owner, database role"
  })
  void eachUnsafeOneIsNamed(String key, String value, String told) {
    var settings = new HashMap<>(SAFE);
    settings.put(key, value);
    var faults = faults(settings);
    assertEquals(1, faults.size(), faults::toString);
    assertTrue(faults.get(0).contains(told), faults::toString);
  }

  @Test
  @DisplayName("settings as they are delivered are complete enough to be told what they lack")
  void nothingSet() throws IOException {
    var delivered =
        new SmallRyeConfigBuilder()
            .withProfile("prod")
            .withSources(
                new PropertiesConfigSource(
                    Path.of("src/main/resources/application.properties").toUri().toURL()))
            .build();
    // Wanted by a constructor, so without a value the framework would stop the start before us.
    assertTrue(delivered.getOptionalValue("journal.retry.secret", String.class).isPresent());
    var faults = ProductionSettings.faults(delivered);
    for (var secret :
        List.of("DOOR_CURSOR_SECRET", "JOURNAL_RETRY_SECRET", "REGISTRY_IDENTITY_SECRET")) {
      assertTrue(faults.stream().anyMatch(fault -> fault.contains(secret)), faults::toString);
    }
  }

  @Test
  void aLoginServerOnThisMachineMayUseHttp() {
    var settings = new HashMap<>(SAFE);
    settings.put("quarkus.oidc.auth-server-url", "http://localhost:8180/realms/digital-trust");
    assertEquals(List.of(), faults(settings));
  }
}

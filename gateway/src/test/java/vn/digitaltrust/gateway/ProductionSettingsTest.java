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

class ProductionSettingsTest {
  private static final Map<String, String> SAFE =
      Map.of(
          "quarkus.oidc.auth-server-url", "https://login.example/realms/digital-trust",
          "quarkus.oidc-client.credentials.secret", "a secret",
          "quarkus.oidc.token.signature-algorithm", "RS256",
          "trust.stale-after", "30s",
          "door.cors-origins", "https://desk.example,https://app.example");

  private static List<String> faults(String key, String value) {
    var settings = new HashMap<>(SAFE);
    settings.put(key, value);
    return ProductionSettings.faults(
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(settings, "test", 500))
            .withConverter(
                java.time.Duration.class,
                200,
                text -> java.time.Duration.parse("PT" + text.toUpperCase()))
            .build());
  }

  @Test
  @DisplayName("Safe settings let the gateway start, also with an issuer on the same machine")
  void safe() {
    assertEquals(List.of(), faults("trust.stale-after", "6s"));
    assertEquals(
        List.of(), faults("quarkus.oidc.auth-server-url", "http://127.0.0.1:8180/realms/x"));
    assertEquals(List.of(), faults("door.cors-origins", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.oidc.auth-server-url, http://login.example/realms/x, OIDC_URL",
    "quarkus.oidc-client.credentials.secret, '', QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
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

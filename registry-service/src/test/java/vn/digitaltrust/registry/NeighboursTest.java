package vn.digitaltrust.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.registry.account.Accounts;

@DisplayName("data flows one way: the registry stands leftmost and asks nobody")
class NeighboursTest {

  @Test
  void noClientIsConfigured() throws IOException {
    URL classes = Accounts.class.getProtectionDomain().getCodeSource().getLocation();
    var settings = new Properties();
    try (InputStream file = new URL(classes, "application.properties").openStream()) {
      settings.load(file);
    }
    assertEquals("registry-service", settings.getProperty("quarkus.application.name"));
    assertEquals(
        List.of(),
        settings.stringPropertyNames().stream()
            .filter(
                name ->
                    name.contains("rest-client")
                        || name.contains("oidc-client")
                        || name.matches("(%[a-z,]+\\.)?[a-z]+\\.url"))
            .sorted()
            .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.eclipse.microprofile.rest.client.inject.RegisterRestClient",
        "io.quarkus.rest.client.reactive.QuarkusRestClientBuilder",
        "io.quarkus.oidc.client.OidcClient"
      })
  void noClientIsThere(String type) {
    assertThrows(ClassNotFoundException.class, () -> Class.forName(type));
  }
}

package vn.digitaltrust.registry.door;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class RememberedTokensTest extends Registry {
  @Inject MeterRegistry meters;

  private double found() {
    return meters
        .get("cache.gets")
        .tags("cache", "verified-tokens", "result", "hit")
        .functionCounter()
        .count();
  }

  private static int list(String token) {
    return given().basePath(BASE).auth().oauth2(token).get("/kols?limit=1").statusCode();
  }

  @Test
  @DisplayName("DOOR-16 a token is verified once, and its roles are its own every time")
  void once() {
    String registrar = Tokens.of(UUID.randomUUID().toString(), "registrar").sign();
    String nobody = Tokens.of(UUID.randomUUID().toString(), "no-role-of-the-realm").sign();
    assertEquals(200, list(registrar));
    double before = found();
    assertEquals(200, list(registrar));
    assertEquals(before + 1, found());
    assertEquals(403, list(nobody));
    assertEquals(403, list(nobody));
    assertEquals(before + 2, found());
  }

  @Test
  @DisplayName("DOOR-16 a token that is no longer what was signed is not the one that was verified")
  void another() {
    String token = Tokens.of(UUID.randomUUID().toString(), "registrar").sign();
    assertEquals(200, list(token));
    String[] parts = token.split("\\.");
    String forged = parts[0] + "." + parts[1] + "." + parts[2].substring(2) + "AA";
    assertEquals(401, list(forged));
    assertEquals(401, list(forged));
    assertEquals(200, list(token));
  }
}

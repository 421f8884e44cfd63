package vn.digitaltrust.door.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;

/** DOOR-16, seen by the counters of the cache. Each service extends it. */
public abstract class RememberedTokensContract {
  @Inject MeterRegistry meters;

  private final String list;
  private final String role;

  /**
   * Of a service.
   *
   * @param list the path of a list
   * @param role who may ask for it
   */
  protected RememberedTokensContract(String list, String role) {
    this.list = list;
    this.role = role;
  }

  private double found() {
    return meters
        .get("cache.gets")
        .tags("cache", "verified-tokens", "result", "hit")
        .functionCounter()
        .count();
  }

  private int asked(String token) {
    return given().basePath("").auth().oauth2(token).get(list).statusCode();
  }

  private static String signed(String role) {
    return Tokens.of(UUID.randomUUID().toString(), role).sign();
  }

  @Test
  @DisplayName("DOOR-16 a token is verified once, and its roles are its own every time")
  void once() {
    String allowed = signed(role);
    String nobody = signed("no-role-of-the-realm");
    assertEquals(200, asked(allowed));
    double before = found();
    assertEquals(200, asked(allowed));
    assertEquals(before + 1, found());
    assertEquals(403, asked(nobody));
    assertEquals(403, asked(nobody));
    assertEquals(before + 2, found());
  }

  @Test
  @DisplayName("DOOR-16 what is not signed is never remembered, however often it comes")
  void forged() {
    String token = signed(role);
    assertEquals(200, asked(token));
    String[] parts = token.split("\\.");
    String forged = parts[0] + "." + parts[1] + "." + parts[2].substring(2) + "AA";
    double before = found();
    assertEquals(401, asked(forged));
    assertEquals(401, asked(forged));
    assertEquals(before, found());
    assertEquals(200, asked(token));
  }
}

package vn.digitaltrust.gateway;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.States;
import vn.digitaltrust.journal.testing.Management;
import vn.digitaltrust.journal.testing.Metrics;
import vn.digitaltrust.journal.testing.Tokens;

/** What the README and the dashboard promise is served, from the start on, and moves. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class MetricsTest {
  @Neighbours.Given Neighbours neighbours;

  private static int get(String path, String client) {
    return given()
        .auth()
        .oauth2(Tokens.of(client, "platform").claim("azp", client).sign())
        .get(path)
        .statusCode();
  }

  @Test
  @DisplayName("Checks are counted by verdict")
  void checks() {
    double before = Metrics.value("trust_checks_total", "verdict=\"UNKNOWN\"");
    assertEquals(
        200, get("/trust/v1/accounts?platform=TIKTOK&handle=hu.cau.nobody", "platform-one"));
    assertEquals(before + 1, Metrics.value("trust_checks_total", "verdict=\"UNKNOWN\""));
  }

  @Test
  @DisplayName("GATE-19 Metrics hold no address, whatever was asked")
  void noAddresses() {
    String id = UUID.randomUUID().toString();
    for (String path :
        new String[] {
          "/registry/v1/kols/" + id,
          "/trust/v1/kols/" + id,
          "/trust/v1/" + id,
          "/docs/" + id,
          "/read/" + id,
          "/" + id,
          "/" + id + "?;",
          "/q" + id
        }) {
      get(path, "platform-one");
      given().request("TRACE", path);
      given().post(path);
      given().get(path);
    }
    String metrics = Management.get("/q/metrics").asString();
    assertFalse(metrics.contains(id), "an id is in the metrics");
    assertTrue(metrics.contains("uri=\"/unknown\""));
    assertTrue(metrics.contains("uri=\"/trust/v1/kols/{registrationNumber}\""));
    get("/trust/v1/accounts?x=1", "platform-one");
    assertTrue(Management.get("/q/metrics").asString().contains("uri=\"/trust/v1/accounts\""));
  }

  @Test
  @DisplayName("Refusals by a plan are counted")
  void limits() {
    String requests = "unit=\"requests\"";
    double before = Metrics.value("limits_refused_total", "plan=\"tiny\"", requests);
    for (int i = 0; i < 5; i++) {
      get("/registry/v1/kols", "tiny-one");
    }
    assertTrue(Metrics.value("limits_refused_total", "plan=\"tiny\"", requests) > before);
    for (String unit : new String[] {"requests", "checks"}) {
      assertEquals(
          0, Metrics.value("limits_refused_total", "plan=\"standard\"", "unit=\"" + unit + "\""));
    }
  }

  @Test
  @DisplayName("The index shows its size and age, and its followers where they stand")
  void index() {
    double position = Metrics.value("journal_follower_position", "\"trust-registry\"");
    double subjects = Metrics.value("trust_index_size", "of=\"subjects\"");
    double entries = Metrics.value("trust_index_entries_total", "journal=\"registry\"");
    UUID kol = UUID.randomUUID();
    neighbours
        .registry()
        .feed()
        .append("subject", kol, kol, States.subject(kol, "REGISTERED", null, null));
    Patience.until(
        "the entry is taken",
        () -> Metrics.value("journal_follower_position", "\"trust-registry\"") > position);
    assertEquals(subjects + 1, Metrics.value("trust_index_size", "of=\"subjects\""));
    assertTrue(Metrics.value("trust_index_entries_total", "journal=\"registry\"") > entries);
    assertEquals(0, Metrics.value("journal_follower_lag", "\"trust-registry\""));
    assertTrue(Metrics.value("trust_index_age_seconds", "journal=\"registry\"") < 60);
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry", "sanctions", "alliance"})
  @DisplayName(
      "Each service shows what is under way, its circuit and its refusals, from the start on")
  void services(String service) {
    String label = "service=\"" + service + "\"";
    for (String kind : new String[] {"requests", "polls"}) {
      assertTrue(Metrics.value("proxy_under_way", label, "kind=\"" + kind + "\"") >= 0);
    }
    for (String why : new String[] {"requests", "polls", "client", "circuit"}) {
      assertTrue(Metrics.value("proxy_shed_total", label, "why=\"" + why + "\"") >= 0);
    }
    assertEquals(0, Metrics.value("proxy_circuit_open", label));
  }

  @Test
  @DisplayName("A circuit that opens is seen, and what it turns away")
  void circuit() {
    String sanctions = "service=\"sanctions\"";
    double shed = Metrics.value("proxy_shed_total", sanctions, "why=\"circuit\"");
    neighbours.sanctions().stop();
    try {
      Patience.until("the circuit opens", () -> get("/sanctions/v1/cases", "platform-one") == 503);
      assertEquals(1, Metrics.value("proxy_circuit_open", sanctions));
      assertTrue(Metrics.value("proxy_shed_total", sanctions, "why=\"circuit\"") > shed);
    } finally {
      neighbours.sanctions().start();
    }
    Patience.until(
        "sanctions answers again", () -> get("/sanctions/v1/cases", "platform-one") == 200);
    assertEquals(0, Metrics.value("proxy_circuit_open", sanctions));
  }

  @Test
  @DisplayName("Remembered tokens are counted")
  void tokens() {
    double hits = Metrics.value("cache_gets_total", "\"verified-tokens\"", "result=\"hit\"");
    String token = Tokens.of("again", "platform").sign();
    for (int i = 0; i < 2; i++) {
      given().auth().oauth2(token).get("/registry/v1/kols").then().statusCode(200);
    }
    assertTrue(Metrics.value("cache_gets_total", "\"verified-tokens\"", "result=\"hit\"") > hits);
  }
}

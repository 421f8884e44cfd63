package vn.digitaltrust.gateway.testing;

import static io.restassured.RestAssured.given;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Steers the neighbours from tests. */
@ApplicationScoped
public class Steering {
  private final String control;

  Steering(@ConfigProperty(name = "neighbours.control") String control) {
    this.control = control;
  }

  /** Appends an entry to a service's journal. */
  public void append(
      String service, String aggregate, UUID subject, UUID id, Map<String, ?> state) {
    given()
        .contentType("application/json")
        .body(
            Map.of(
                "type",
                aggregate + ".changed",
                "subject",
                subject,
                "aggregate",
                aggregate,
                "aggregateId",
                id,
                "state",
                state))
        .post(control + "/" + service + "/entries")
        .then()
        .statusCode(200);
  }

  /** Does {@code stop}, {@code start} or {@code rewind}. */
  public void command(String service, String command) {
    given().post(control + "/" + service + "/" + command).then().statusCode(200);
  }

  /** How many requests a service has mirrored. */
  public int echoes(String service) {
    return Integer.parseInt(given().get(control + "/" + service + "/echoes").asString());
  }
}

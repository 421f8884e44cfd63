package vn.digitaltrust.sanctions.running;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RunningTest {
  @Test
  @DisplayName("ready with the database, and says how far the registry is followed")
  void health() {
    RestAssured.get("/q/health/ready")
        .then()
        .statusCode(200)
        .body(
            "status", is("UP"),
            "checks.name", hasItems("follows registry", "issuer", "database"));
  }

  @Test
  @DisplayName("counts cases by status and measures in force")
  void metrics() {
    RestAssured.get("/q/metrics")
        .then()
        .statusCode(200)
        .body(
            containsString("sanctions_cases{status=\"OPENED\"}"),
            containsString("sanctions_measures{kind=\"WARNING\",status=\"IN_FORCE\"}"));
  }
}

package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import vn.digitaltrust.journal.testing.Tokens;

/** Asks the gateway as a member platform does. */
public final class Asking {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private Asking() {}

  static RequestSpecification platform() {
    return given().header("Authorization", "Bearer " + Tokens.as("platform"));
  }

  /** Asks again until the journals have brought what is expected. */
  static JsonPath until(String path, String verdict) {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      var answer = platform().get(path);
      if (answer.statusCode() == 200 && verdict.equals(answer.path("verdict"))) {
        return answer.jsonPath();
      }
      assertTrue(Instant.now().isBefore(end), () -> path + ": " + answer.asString());
    }
  }

  /** Waits until the index is loaded. */
  public static void untilLoaded() {
    until("/trust/v1/accounts?platform=TIKTOK&handle=nobody", "UNKNOWN");
  }

  static ValidatableResponse isProblem(ValidatableResponse answer, int status, String slug) {
    return answer
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:digital-trust:problem:" + slug))
        .body("status", equalTo(status))
        .body("title", notNullValue())
        .body("detail", notNullValue());
  }
}

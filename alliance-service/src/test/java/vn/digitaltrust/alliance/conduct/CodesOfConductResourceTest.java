package vn.digitaltrust.alliance.conduct;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class CodesOfConductResourceTest extends Suite {
  private static final String PATH = "/alliance/v1/codes-of-conduct";

  @Test
  @DisplayName("ALL-1 the code in force changes at midnight in Vietnam")
  void current() {
    clock.set(Instant.parse("2025-12-31T16:59:59.999Z"));
    as(Tokens.as("kol")).get(PATH + "/current").then().body("version", equalTo("0.9"));
    clock.set(Instant.parse("2025-12-31T17:00:00Z"));
    as(Tokens.as("kol"))
        .get(PATH + "/current")
        .then()
        .statusCode(200)
        .body("version", equalTo("1.0"))
        .body("validFrom", equalTo("2026-01-01"))
        .body("validUntil", nullValue())
        .body("title.vi", equalTo("Quy tắc ứng xử của thành viên"))
        .body("text.en", containsString("Transparency"))
        .body("origin", containsString("Fictional"));
    clock.set(Instant.parse("2025-08-17T16:59:59Z"));
    as(Tokens.as("kol")).get(PATH + "/current").then().statusCode(404);
  }

  @Test
  @DisplayName("codes are listed newest first, page by page, and read by version")
  void list() {
    String next =
        as(Tokens.as("press"))
            .get(PATH + "?limit=1")
            .then()
            .body("items[0].version", equalTo("1.0"))
            .extract()
            .path("next");
    as(Tokens.as("press"))
        .get(PATH + "?limit=1&cursor=" + next)
        .then()
        .body("items[0].version", equalTo("0.9"))
        .body("items[0].validUntil", equalTo("2025-12-31"))
        .body("next", nullValue());
    as(Tokens.as("press")).get(PATH + "/0.9").then().statusCode(200);
    as(Tokens.as("press")).get(PATH + "/0.8").then().statusCode(404);
  }
}

package vn.digitaltrust.gateway.document;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where vulnerabilities are reported, as whoever finds one asks for it. */
@QuarkusTest
class SecurityContactTest {
  private static final String ADDRESS = "/.well-known/security.txt";
  private static final Pattern EXPIRES = Pattern.compile("(?m)^Expires: (\\S+)$");

  @Test
  @DisplayName("DOC-14 security.txt names the contact and ends within a year, without a token")
  void told() {
    String text =
        given()
            .get(ADDRESS)
            .then()
            .statusCode(200)
            .contentType(startsWith("text/plain"))
            .body(containsString("Contact: mailto:api@alliance.example\n"))
            .extract()
            .asString();
    Instant end =
        EXPIRES
            .matcher(text)
            .results()
            .map((MatchResult found) -> Instant.parse(found.group(1)))
            .findFirst()
            .orElseThrow();
    Duration left = Duration.between(Instant.now(), end);
    assertTrue(left.toDays() > 100 && left.toDays() < 365, text);
  }

  @Test
  @DisplayName("DOC-14 the document names the same contact")
  void contact() {
    given()
        .get("/openapi?format=json")
        .then()
        .body("info.contact.email", equalTo("api@alliance.example"));
  }

  @Test
  @DisplayName("DOC-14 it is read and nothing else")
  void readOnly() {
    given().post(ADDRESS).then().statusCode(405).header("Allow", containsString("GET"));
  }
}

package vn.digitaltrust.alliance.membership;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class MembershipResourceTest extends Suite {

  @Test
  @DisplayName("ALL-10 a KOL applies, is admitted by an admin, is public, and leaves")
  void theWholeLife() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String id =
        apply(kol(kol), kol)
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .header("Location", containsString("/alliance/v1/memberships/"))
            .body("status", equalTo("APPLIED"))
            .body("kind", equalTo("KOL"))
            .body("admittedAt", nullValue())
            .extract()
            .path("id");
    String path = "/alliance/v1/memberships/" + id;
    act(admin(), path, "admissions", "{\"reasons\":\"Hồ sơ đầy đủ\"}")
        .statusCode(201)
        .header("Location", endsWith(path))
        .body("status", equalTo("ADMITTED"))
        .body("admittedAt", equalTo("2026-11-24T03:00:00Z"))
        .body("suspensions", empty())
        .body("suspended", is(false));
    as(Tokens.as("platform")).get(path).then().statusCode(200).body("reasons", nullValue());
    as(kol(kol)).get(path).then().statusCode(200).body("reasons", equalTo("Hồ sơ đầy đủ"));
    act(kol(kol), path, "departures", "{}")
        .statusCode(201)
        .body("status", equalTo("LEFT"))
        .body("leftAt", equalTo("2026-11-24T03:00:00Z"));
  }
}

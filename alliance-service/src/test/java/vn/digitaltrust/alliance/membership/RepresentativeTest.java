package vn.digitaltrust.alliance.membership;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.alliance.testing.Suite;

/** Who applies for another as its representative. */
@QuarkusTest
class RepresentativeTest extends Suite {
  private static final String PATH = "/alliance/v1/memberships";
  private static final String PROOF =
      ",\"acceptance\":{\"title\":\"Bản cam kết đã ký\",\"sha256\":\"%s\",\"acceptedOn\":\"%s\"}";

  private static ValidatableResponse apply(UUID by, UUID subject, String more) {
    return as(kol(by))
        .body("{\"subject\":\"%s\",\"codeOfConduct\":\"1.0\"%s}".formatted(subject, more))
        .post(PATH)
        .then();
  }

  private String proof() {
    return PROOF.formatted("0".repeat(64), "2026-11-20");
  }

  @Test
  @DisplayName("ALL-140 a representative applies with the proof of the subject's own acceptance")
  void applies() {
    UUID star = neighbours.subject("KOL", "REGISTERED");
    UUID manager = UUID.randomUUID();
    apply(manager, star, proof()).statusCode(403);
    neighbours.mayApply(star, manager, "SPEAKS");
    apply(manager, star, "").statusCode(422).body("rule", equalTo("ALL-17"));
    String id =
        apply(manager, star, proof())
            .statusCode(201)
            .body("status", equalTo("APPLIED"))
            .extract()
            .path("id");
    as(kol(star)).get(PATH + "/" + id).then().statusCode(200).body("subject", equalTo("" + star));
    as(kol(UUID.randomUUID())).get(PATH + "/" + id).then().statusCode(404);
    apply(UUID.randomUUID(), star, proof()).statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ENDED", "OF_AGE", "NOT_BEGUN", "UNCONFIRMED", "OTHER_PURPOSE", "OTHER_CASE"})
  @DisplayName("ALL-140 a record that does not let its representative apply is refused in words")
  void refused(String standing) {
    UUID star = neighbours.subject("KOL", "REGISTERED");
    UUID manager = UUID.randomUUID();
    neighbours.mayApply(star, manager, standing);
    apply(manager, star, proof()).statusCode(422).body("rule", equalTo("ALL-140"));
    as(kol(star)).get(PATH + "?subject=" + star).then().body("items.size()", equalTo(0));
  }

  @Test
  @DisplayName("ALL-140 while the registry does not answer, nobody applies for another")
  void theRegistryIsAway() {
    UUID star = neighbours.subject("KOL", "REGISTERED");
    neighbours.answers("/registry/v1/subjects/" + star + "/speaking", 500);
    apply(UUID.randomUUID(), star, proof()).statusCode(503);
  }
}

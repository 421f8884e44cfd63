package vn.digitaltrust.sanctions.statedecision;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class StateDecisionListTest {
  private UUID kol;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  private String decision(String number, String until) {
    Map<String, Object> body =
        new HashMap<>(Given.stateDecision(kol, "BVHTTDL", number + "-" + kol));
    body.put("measure", Map.of("kind", "ENGAGEMENT_LIMIT", "from", "2026-11-25", "until", until));
    return Api.MINISTRY.create("state-decisions", body).then().statusCode(201).extract().path("id");
  }

  @Test
  @DisplayName("SAN-50 decisions that have ended are for staff, authorities and the subject only")
  void ended() {
    String over = decision("1", "2026-12-01");
    String lifted = decision("2", "2027-03-01");
    String stands = decision("3", "2027-03-01");
    Api.MINISTRY
        .act(
            "state-decisions/" + lifted,
            "liftings",
            Map.of("number", "9", "issuedOn", "2026-11-25", "reasons", "Reached"))
        .then()
        .statusCode(201);
    TestClock.get().set(Instant.parse("2026-12-02T03:00:00Z"));
    String path = "state-decisions?subject=" + kol;
    for (Api other :
        List.of(
            Api.PLATFORM,
            Api.person("press-phuc", "press"),
            Api.kol(RegistryStub.subject("KOL", "REGISTERED")))) {
      other.get(path).then().body("items.id", is(List.of(stands)));
      assertNull(other.get(path + "&limit=1").path("next"));
    }
    for (Api knowing : List.of(Api.OFFICER, Api.AUDITOR, Api.POLICE, Api.kol(kol))) {
      knowing.get(path).then().body("items.id", containsInAnyOrder(over, lifted, stands));
    }
  }

  @Test
  @DisplayName("SAN-50 an annulled decision is listed to staff and its authority only")
  void annulled() {
    String wrong = decision("4", "2027-03-01");
    Api.MINISTRY
        .act(
            "state-decisions/" + wrong,
            "annulments",
            Map.of(
                "number", "9",
                "issuedOn", "2026-11-25",
                "cause", "WRONG_PERSON",
                "reasons", "Namesake"))
        .then()
        .statusCode(201);
    String path = "state-decisions?subject=" + kol;
    for (Api other : List.of(Api.PLATFORM, Api.POLICE, Api.kol(kol))) {
      other.get(path).then().body("items", hasSize(0));
    }
    Api.MINISTRY.get(path).then().body("items", hasSize(1));
    Api.AUDITOR.get(path).then().body("items", hasSize(1));
  }
}

package vn.digitaltrust.sanctions.statedecision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;
import vn.digitaltrust.sanctions.testing.Told;

@QuarkusTest
class StateDecisionPublicationTest {
  private static final Instant OVER = Instant.parse("2026-12-24T17:00:00Z");

  @Inject EndedDecisions ended;

  private UUID kol;
  private String decision;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
    decision =
        Api.MINISTRY
            .create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "P-" + kol))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  private static List<JsonNode> ofDecision(List<JsonNode> told) {
    return told.stream()
        .filter(it -> it.path("aggregate").asText().equals("stateDecision"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"liftings", "annulments", ""})
  @DisplayName(
      "SAN-103, SAN-132 a state decision is public as long as its measure, however that ends")
  void publication(String act) throws SQLException {
    assertEquals(1, ofDecision(Told.toMembers(kol).feed()).size());
    if (act.isEmpty()) {
      TestClock.get().set(OVER);
      assertEquals(List.of(), Told.toMembers(kol).feed(), "withheld before it is told");
      ended.onTime();
      ended.onTime();
    } else {
      Map<String, Object> body =
          new HashMap<>(Map.of("number", "2", "issuedOn", "2026-11-25", "reasons", "r"));
      if (act.equals("annulments")) {
        body.put("cause", "WRONG_PERSON");
      }
      Api.MINISTRY.act("state-decisions/" + decision, act, body).then().statusCode(201);
    }
    List<JsonNode> told = ofDecision(Told.toMembers(kol).feed());
    assertEquals(1, told.size());
    assertEquals("stateDecision.unpublished", told.get(0).path("type").asText());
    assertEquals(
        JsonNodeFactory.instance
            .objectNode()
            .put("id", decision)
            .put("subject", kol.toString())
            .put("publication", "ENDED"),
        Told.state(told.get(0)));
    assertEquals(told, ofDecision(Told.toMembers(kol).snapshot()));
    assertEquals(3, Rows.journal("stateDecision", decision).size(), "once, and to its subject");
    assertEquals(2, ofDecision(Told.to(Api.kol(kol), kol).feed()).size());
    byItsId(act.equals("annulments"));
  }

  /** SAN-132: who finds it by its id now that it is no longer public. */
  private void byItsId(boolean annulled) {
    String path = "state-decisions/" + decision;
    for (Api other : List.of(Api.PLATFORM, Api.kol(RegistryStub.subject("KOL", "REGISTERED")))) {
      other.get(path).then().statusCode(404);
    }
    for (Api knowing : List.of(Api.OFFICER, Api.AUDITOR, Api.MINISTRY, Api.kol(kol))) {
      knowing.get(path).then().statusCode(200);
    }
    Api.POLICE.get(path).then().statusCode(annulled ? 404 : 200);
  }

  @Test
  @DisplayName("SAN-135 a decision whose end cannot be told keeps no other end from being told")
  void untellable() throws SQLException {
    UUID other = RegistryStub.subject("KOL", "REGISTERED");
    String good =
        Api.MINISTRY
            .create("state-decisions", Given.stateDecision(other, "BVHTTDL", "P-" + other))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    TestClock.get().set(OVER);
    Rows.whileUntellable(
        decision,
        () -> {
          ended.onTime();
          assertEquals(3, Rows.journal("stateDecision", good).size());
          assertEquals(1, Rows.journal("stateDecision", decision).size());
        });
    ended.onTime();
    assertEquals(3, Rows.journal("stateDecision", decision).size());
  }

  @Test
  @DisplayName("SAN-103 what was annulled after it was lifted looks as it did")
  void annulledLater() {
    Map<String, Object> body =
        new HashMap<>(Map.of("number", "2", "issuedOn", "2026-11-25", "reasons", "r"));
    Api.MINISTRY.act("state-decisions/" + decision, "liftings", body).then().statusCode(201);
    List<JsonNode> lifted = Told.toMembers(kol).feed();
    body.put("cause", "WRONG_PERSON");
    Api.MINISTRY.act("state-decisions/" + decision, "annulments", body).then().statusCode(201);
    assertEquals(lifted, Told.toMembers(kol).feed());
  }
}

package vn.digitaltrust.sanctions.casefile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

/** What representatives of a subject may do in its case. */
@QuarkusTest
class RepresentativeTest {
  @Inject CircuitBreakerMaintenance breakers;

  private UUID kol;
  private UUID agency;
  private Api agent;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
    agency = UUID.randomUUID();
    agent = Api.member("agent-" + agency, "business", agency);
  }

  /** The faults of one test are no affair of the next one. */
  @AfterEach
  void end() {
    breakers.resetAll();
  }

  private static ValidatableResponse respond(Api who, String caseId, boolean last) {
    return who.act("cases/" + caseId, "responses", Map.of("text", "Our view", "final", last))
        .then();
  }

  @Test
  @DisplayName("SAN-140 an agency reads, responds and appeals for whom it represents")
  void anAgency() {
    String caseId = Given.opened(kol);
    RegistryStub.speaks(kol, agency, "SPEAKS");
    agent.get("cases/" + caseId).then().statusCode(404);
    Api.OFFICER.act("cases/" + caseId, "notices", Api.notice()).then().statusCode(201);
    agent.get("cases/" + caseId).then().statusCode(200).body("parts", hasSize(0));
    Api.person("stranger", "business").get("cases/" + caseId).then().statusCode(404);
    respond(agent, caseId, true)
        .statusCode(201)
        .body("status", is("RESPONDED"))
        .body("responses.representative", contains(agency.toString()));

    String decided = Given.decided(kol);
    String appeal =
        agent
            .act("cases/" + decided, "appeals", Map.of("text", "Too heavy"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    agent.get("appeals/" + appeal).then().statusCode(200).body("status", is("LODGED"));
    Api.kol(kol)
        .get("cases/" + decided)
        .then()
        .body("responses[0].representative", nullValue())
        .body("status", is("APPEALED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ENDED", "OF_AGE", "NOT_BEGUN", "UNCONFIRMED", "OTHER_CASE", "OTHER_PURPOSE"})
  @DisplayName("SAN-141 whoever has a record that does not let it act is told why")
  void told(String standing) {
    String caseId = Given.notified(kol);
    RegistryStub.speaks(kol, agency, "SPEAKS");
    agent.get("cases/" + caseId).then().statusCode(200);
    RegistryStub.speaks(kol, agency, standing);
    agent.get("cases/" + caseId).then().statusCode(403);
    respond(agent, caseId, false).statusCode(403);
    agent.act("cases/" + caseId, "appeals", Map.of("text", "Too heavy")).then().statusCode(403);
    Api.AUDITOR.get("cases/" + caseId).then().body("responses", hasSize(0));
    // What the subject was not told of is not there, whatever the record says.
    agent.get("cases/" + Given.opened(kol)).then().statusCode(404);
  }

  @Test
  @DisplayName("SAN-140, SAN-141 who may read does not respond, and counsel acts in its case alone")
  void purposeAndCase() {
    String caseId = Given.notified(kol);
    String other = Given.notified(kol);
    RegistryStub.speaks(kol, agency, "OTHER_CASE");
    RegistryStub.speaks(kol, agency, "RESPOND", caseId, "OTHER_PURPOSE");
    RegistryStub.speaks(kol, agency, "READ", caseId, "SPEAKS");
    agent.get("cases/" + caseId).then().statusCode(200);
    respond(agent, caseId, true).statusCode(403);
    agent.get("cases/" + other).then().statusCode(403);
  }

  @Test
  @DisplayName("SAN-140 while the registry does not answer, nobody speaks for another")
  void theRegistryIsAway() {
    String caseId = Given.notified(kol);
    RegistryStub.silentAbout(kol);
    agent.get("cases/" + caseId).then().statusCode(503);
    Api.kol(kol).get("cases/" + caseId).then().statusCode(200);
    Api.OFFICER.get("cases/" + caseId).then().statusCode(200);
    Api.person("stranger", "business").get("cases/" + caseId).then().statusCode(404);
  }

  @Test
  @DisplayName("SAN-142 of two guardians both declare a response final before the window closes")
  void bothGuardians() {
    String caseId = Given.notified(kol);
    UUID mother = UUID.randomUUID();
    UUID father = UUID.randomUUID();
    RegistryStub.speaks(kol, mother, "SPEAKS", father);
    RegistryStub.speaks(kol, father, "SPEAKS", mother);
    respond(Api.kol(mother), caseId, true).statusCode(201).body("status", is("NOTIFIED"));
    later();
    respond(Api.kol(mother), caseId, true).statusCode(409);
    respond(Api.kol(father), caseId, false).statusCode(201).body("status", is("NOTIFIED"));
    later();
    respond(Api.kol(mother), caseId, true).statusCode(422).body("rule", is("SAN-142"));
    respond(Api.kol(mother), caseId, false).statusCode(201);
    later();
    respond(Api.kol(father), caseId, true).statusCode(422).body("rule", is("SAN-142"));
    Api.AUDITOR.get("cases/" + caseId).then().body("status", is("NOTIFIED"));

    String agreed = Given.notified(kol);
    respond(Api.kol(mother), agreed, true).statusCode(201).body("status", is("NOTIFIED"));
    later();
    respond(Api.kol(father), agreed, true).statusCode(201).body("status", is("RESPONDED"));

    String alone = Given.notified(kol);
    RegistryStub.speaks(kol, mother, "SPEAKS");
    respond(Api.kol(mother), alone, true).statusCode(201).body("status", is("RESPONDED"));
  }

  @Test
  @DisplayName("SAN-142 a further notice asks both guardians again")
  void aFurtherNotice() {
    String caseId = Given.notified(kol);
    UUID mother = UUID.randomUUID();
    UUID father = UUID.randomUUID();
    RegistryStub.speaks(kol, mother, "SPEAKS", father);
    RegistryStub.speaks(kol, father, "SPEAKS", mother);
    respond(Api.kol(mother), caseId, true).statusCode(201);
    later();
    Api.OFFICER.act("cases/" + caseId, "notices", Api.notice()).then().statusCode(201);
    later();
    respond(Api.kol(father), caseId, true).statusCode(201).body("status", is("NOTIFIED"));
    later();
    respond(Api.kol(mother), caseId, true).statusCode(201).body("status", is("RESPONDED"));
  }

  @Test
  @DisplayName("SAN-143 of two guardians both take an appeal back; an agency does so alone")
  void bothWithdraw() {
    UUID mother = UUID.randomUUID();
    UUID father = UUID.randomUUID();
    RegistryStub.speaks(kol, mother, "SPEAKS", father);
    RegistryStub.speaks(kol, father, "SPEAKS", mother);
    String appeal = "appeals/" + Given.appealed(kol, Given.decided(kol));
    Api.kol(UUID.randomUUID()).act(appeal, "withdrawals", null).then().statusCode(404);
    Api.kol(mother)
        .act(appeal, "withdrawals", null)
        .then()
        .statusCode(201)
        .body("status", is("LODGED"))
        .body("withdrawalBy", is(mother.toString()));
    Api.kol(mother).act(appeal, "withdrawals", null).then().statusCode(409);
    Api.kol(father)
        .act(appeal, "withdrawals", null)
        .then()
        .statusCode(201)
        .body("status", is("WITHDRAWN"))
        .body("withdrawalBy", nullValue());

    String other = "appeals/" + Given.appealed(kol, Given.decided(kol));
    RegistryStub.speaks(kol, agency, "SPEAKS");
    agent.act(other, "withdrawals", null).then().statusCode(201).body("status", is("WITHDRAWN"));
  }

  private static void later() {
    TestClock.get().advance(Duration.ofSeconds(1));
  }
}

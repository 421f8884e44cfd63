package vn.digitaltrust.sanctions;

import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

/** SAN-122: an organisation that reported has no say in the case through any of its people. */
@QuarkusTest
class ColleaguesTest {
  private final UUID subject = RegistryStub.subject("KOL", "REGISTERED");
  private final UUID organisation = UUID.randomUUID();

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
  }

  @Test
  @DisplayName("SAN-122 colleagues of who reported neither decide nor secure nor touch measures")
  void deciders() {
    Api colleague = Api.member("decider-colleague", "decision-maker", organisation);
    String caseId = reported();
    Api.OFFICER.act("cases/" + caseId, "notices", Api.notice()).then().statusCode(201);
    barred(
        colleague.act(
            "cases/" + caseId,
            "interim-measures",
            Map.of("measure", Api.limit("2026-11-25", "2026-12-01"), "reasons", "Urgent")));
    Api.kol(subject)
        .act("cases/" + caseId, "responses", Map.of("text", "I did", "final", true))
        .then()
        .statusCode(201);
    // Whoever reports may still work on the case, and so may colleagues: they decide nothing by it.
    Api.OFFICER
        .act(
            "cases/" + caseId,
            "proposals",
            Map.of("reasons", "Proven", "measures", List.of(Api.limit("2026-11-25", "2027-02-24"))))
        .then()
        .statusCode(201);
    Map<String, Object> approval = Map.of("outcome", "APPROVED", "reasons", "Right");
    barred(colleague.act("cases/" + caseId, "decisions", approval));
    Api.member("decider-of-others", "decision-maker", UUID.randomUUID())
        .act("cases/" + caseId, "decisions", approval)
        .then()
        .statusCode(201);
    String measure = Given.measureOf(caseId);
    barred(colleague.act("measures/" + measure, "liftings", Map.of("reasons", "Enough")));
    barred(
        colleague.act(
            "measures/" + measure,
            "annulments",
            Map.of("cause", "WRONG_PERSON", "reasons", "Not him")));
    String appeal = Given.appealed(subject, caseId);
    Api panel = Api.member("panel-colleague", "appeal-panel", organisation);
    barred(panel.act("appeals/" + appeal, "stays", Map.of("reasons", "Wait")));
    barred(
        panel.act("appeals/" + appeal, "votes", Map.of("outcome", "UPHELD", "reasons", "Right")));
  }

  @Test
  @DisplayName("SAN-122 who reported for two organisations bars both")
  void forTwo() {
    UUID second = UUID.randomUUID();
    List<String> reports =
        Stream.of(organisation, second, second)
            .map(
                member ->
                    Api.member("freelancer", "press", member)
                        .create(
                            "reports",
                            Map.of("subject", subject, "facts", "f", "source", "TRUSTED_FLAGGER"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
            .toList();
    String caseId =
        Api.OFFICER
            .create("cases", Map.of("subject", subject, "reports", reports, "title", "t"))
            .then()
            .statusCode(201)
            .body("parts.findAll { it.part == 'REPORTED' }.person", is(List.of("freelancer")))
            .extract()
            .path("id");
    Api.OFFICER.act("cases/" + caseId, "notices", Api.notice()).then().statusCode(201);
    for (UUID member : List.of(organisation, second)) {
      barred(
          Api.member("decider-of-" + member, "decision-maker", member)
              .act(
                  "cases/" + caseId,
                  "interim-measures",
                  Map.of("measure", Api.limit("2026-11-25", "2026-12-01"), "reasons", "Urgent")));
    }
  }

  @Test
  @DisplayName("SAN-122 and who opens a case of own initiative bars the own organisation")
  void ownInitiative() {
    String caseId =
        Api.member("officer-bound", "case-officer", organisation)
            .create("cases", Api.aCase(subject))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Api.OFFICER.act("cases/" + caseId, "notices", Api.notice()).then().statusCode(201);
    barred(
        Api.member("decider-colleague", "decision-maker", organisation)
            .act(
                "cases/" + caseId,
                "interim-measures",
                Map.of("measure", Api.limit("2026-11-25", "2026-12-01"), "reasons", "Urgent")));
  }

  private String reported() {
    String report =
        Api.member("platform-person", "platform", organisation)
            .create(
                "reports",
                Map.of(
                    "subject",
                    subject,
                    "facts",
                    "Seen",
                    "evidence",
                    List.of(Map.of("title", "Recording")),
                    "source",
                    "OTHER_NOTIFICATION"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    return Api.OFFICER
        .create("cases", Map.of("subject", subject, "reports", List.of(report), "title", "x"))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void barred(Response answer) {
    assertEquals(422, answer.statusCode(), answer.asString());
    answer.then().body("rule", is("SAN-122"));
  }
}

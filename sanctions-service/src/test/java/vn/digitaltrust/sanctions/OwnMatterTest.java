package vn.digitaltrust.sanctions;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

/** SAN-93: nobody acts in a matter of their own, whatever the act. */
@QuarkusTest
class OwnMatterTest {
  /** What a party does for itself, or anybody may do to step aside. */
  private static final Set<String> NOT_OF_OFFICE =
      Set.of(
          "reports",
          "cases/{id}/responses",
          "cases/{id}/interests",
          "cases/{id}/appeals",
          "appeals/{id}/withdrawals",
          "measures/{id}/statements");

  private static final Map<String, Object> REASONS = Map.of("reasons", "Mine");

  private UUID subject;
  private String caseId;
  private String measure;
  private String appeal;
  private String decision;

  /** One act of office: who does it, where, with what. */
  private record Deed(String role, String path, Object body) {}

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    subject = RegistryStub.subject("KOL", "REGISTERED");
    caseId = Given.decided(subject);
    measure = Given.measureOf(caseId);
    appeal = Given.appealed(subject, caseId);
    decision =
        Api.MINISTRY
            .create("state-decisions", Given.stateDecision(subject, "BVHTTDL", "O-" + subject))
            .path("id");
  }

  private List<Deed> deeds() {
    Map<String, Object> act = Map.of("number", "2", "issuedOn", "2026-11-25", "reasons", "Mine");
    return List.of(
        new Deed("case-officer", "cases", Api.aCase(subject)),
        new Deed("case-officer", "cases/{id}/notices", Api.notice()),
        new Deed(
            "case-officer",
            "cases/{id}/proposals",
            Map.of("reasons", "Mine", "measures", List.of(Api.limit("2026-11-25", "2026-11-25")))),
        new Deed(
            "decision-maker",
            "cases/{id}/decisions",
            Map.of("outcome", "DISMISSED", "reasons", "Mine")),
        new Deed(
            "decision-maker",
            "cases/{id}/interim-measures",
            Map.of("reasons", "Mine", "measure", Api.limit("2026-11-25", "2026-11-25"))),
        new Deed("case-officer", "cases/{id}/withdrawals", REASONS),
        new Deed("case-officer", "cases/{id}/closures", REASONS),
        new Deed("appeal-panel", "appeals/{id}/stays", REASONS),
        new Deed(
            "appeal-panel",
            "appeals/{id}/votes",
            Map.of("outcome", "ANNULLED", "reasons", "Mine", "cause", "WRONG_PERSON")),
        new Deed("appeal-panel", "appeals/{id}/rulings", REASONS),
        new Deed(
            "decision-maker",
            "measures/{id}/exceptions",
            Map.of(
                "scope", Map.of(), "reason", "Mine", "from", "2026-12-01", "until", "2026-12-01")),
        new Deed("decision-maker", "measures/{id}/liftings", REASONS),
        new Deed(
            "decision-maker",
            "measures/{id}/annulments",
            Map.of("cause", "WRONG_PERSON", "reasons", "Mine")),
        new Deed(
            "authority",
            "state-decisions",
            Given.stateDecision(subject, "BVHTTDL", "N-" + subject)),
        new Deed(
            "authority",
            "state-decisions/{id}/variations",
            Map.of(
                "number", "2",
                "issuedOn", "2026-11-25",
                "reasons", "Mine",
                "change", Map.of("until", "2026-12-01"))),
        new Deed("authority", "state-decisions/{id}/stays", act),
        new Deed("authority", "state-decisions/{id}/resumptions", act),
        new Deed("authority", "state-decisions/{id}/liftings", act),
        new Deed(
            "authority",
            "state-decisions/{id}/annulments",
            Map.of(
                "number", "2",
                "issuedOn", "2026-11-25",
                "cause", "WRONG_PERSON",
                "reasons", "Mine")));
  }

  private String id(Deed deed) {
    return switch (deed.path.split("/")[0]) {
      case "cases" -> caseId;
      case "measures" -> measure;
      case "appeals" -> appeal;
      default -> decision;
    };
  }

  private Response does(Deed deed, String claim, UUID bound) {
    String token =
        Tokens.of("insider-" + bound, deed.role)
            .claim(claim, bound)
            .claim("authority", "BVHTTDL")
            .sign();
    String[] path = deed.path.split("/\\{id}/");
    return path.length == 1
        ? Api.token(token).create(deed.path, deed.body)
        : Api.token(token).act(path[0] + "/" + id(deed), path[1], deed.body);
  }

  @Test
  @DisplayName("SAN-93 every act of office is refused to a token bound to the subject")
  void everyAct() throws SQLException {
    UUID merged = UUID.randomUUID();
    UUID survivor = RegistryStub.subject("KOL", "REGISTERED");
    Rows.run("insert into subject_merge values ('%s', '%s')".formatted(merged, survivor));
    Rows.run("insert into subject_merge values ('%s', '%s')".formatted(subject, survivor));
    List<String> before = versions();
    for (Deed deed : deeds()) {
      for (UUID bound : List.of(subject, survivor, merged)) {
        for (String claim : List.of("subject_id", "member_id")) {
          does(deed, claim, bound).then().statusCode(422).body("rule", is("SAN-93"));
        }
      }
    }
    assertEquals(before, versions());
    for (Deed deed : deeds()) {
      TestClock.get().advance(Duration.ofSeconds(1));
      assertNotEquals(
          "SAN-93", does(deed, "subject_id", UUID.randomUUID()).path("rule"), deed.path);
    }
  }

  private List<String> versions() {
    return Stream.of(
            "cases/" + caseId,
            "measures/" + measure,
            "appeals/" + appeal,
            "state-decisions/" + decision)
        .map(path -> Api.AUDITOR.get(path).header("ETag"))
        .toList();
  }

  @Test
  @DisplayName("SAN-93 the list of acts above is complete")
  void complete() {
    Map<String, Map<String, Object>> paths =
        RestAssured.get("/sanctions/openapi?format=json").jsonPath().getMap("paths");
    Set<String> posts =
        paths.entrySet().stream()
            .filter(path -> path.getValue().containsKey("post"))
            .map(path -> path.getKey().replace("/sanctions/v1/", ""))
            .collect(Collectors.toSet());
    Set<String> covered = new HashSet<>(NOT_OF_OFFICE);
    deeds().forEach(deed -> covered.add(deed.path));
    assertEquals(posts, covered);
  }

  @Test
  @DisplayName("SAN-93 whoever works on cases sees of their own only what its subject sees")
  void sight() {
    Api insider =
        Api.token(Tokens.of("insider", "case-officer").claim("subject_id", subject).sign());
    insider.get("cases/" + caseId).then().statusCode(200).body("parts", hasSize(0));
    insider.get("appeals/" + appeal).then().statusCode(200).body("votes", hasSize(0));
    UUID hidden = RegistryStub.subject("KOL", "REGISTERED");
    String secret = Given.opened(hidden);
    String report =
        Api.PLATFORM
            .create(
                "reports", Map.of("subject", hidden, "facts", "f", "source", "OTHER_NOTIFICATION"))
            .path("id");
    Api hiddenInsider =
        Api.token(Tokens.of("insider", "case-officer").claim("subject_id", hidden).sign());
    hiddenInsider.get("cases/" + secret).then().statusCode(404);
    hiddenInsider.get("cases?subject=" + hidden).then().body("items", hasSize(0));
    hiddenInsider.get("reports/" + report).then().statusCode(404);
    Api.OFFICER.get("cases?subject=" + hidden).then().body("items", hasSize(1));
    hiddenInsider
        .act("cases/" + secret, "interests", Map.of("reason", "It is me"))
        .then()
        .statusCode(404);
    Api.OFFICER.get("cases/" + secret).then().body("parts.part", not(hasItem("INTERESTED")));
    insider
        .act("cases/" + caseId, "interests", Map.of("reason", "It is me"))
        .then()
        .statusCode(201);
  }
}

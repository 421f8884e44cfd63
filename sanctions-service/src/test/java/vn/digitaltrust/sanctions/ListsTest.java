package vn.digitaltrust.sanctions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;
import vn.digitaltrust.sanctions.testing.Told;

/** How lists are narrowed, and what stands in their rows so that nobody asks row by row. */
@QuarkusTest
class ListsTest {
  private static final String LATER = "2030-01-01T00:00:00Z";

  private UUID kol;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  /** As the follower keeps it. */
  private static void called(UUID subject, String name, String folded) throws SQLException {
    Rows.run(
        "insert into subject_name (subject, name, number, folded) values ('%s', '%s', '%s', '%s')"
            .formatted(subject, name, "KOL-100000011", folded));
  }

  private static ValidatableResponse list(Api who, String path) {
    return who.get(path).then().statusCode(200);
  }

  private static void refused(Api who, String path, int status, String text) {
    who.get(path).then().statusCode(status).body(containsString(text));
  }

  private String report(Api who) {
    return who.create(
            "reports",
            Map.of(
                "subject",
                kol,
                "facts",
                "f",
                "evidence",
                List.of(),
                "source",
                "OTHER_NOTIFICATION"))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  @DisplayName("SAN-160 a case is found by the beginnings of the words of its subject's name")
  void byName() throws SQLException {
    String unique = "q" + kol.toString().substring(0, 8);
    called(kol, "Nguyễn Thị Ánh " + unique, " nguyen thi anh " + unique);
    String caseId = Given.opened(kol);
    for (String name : List.of("Ánh " + unique, "NGUYEN ÁN " + unique, "nguyễn thị " + unique)) {
      list(Api.OFFICER, "cases?status=OPENED&name=" + name)
          .body("items.id", is(List.of(caseId)))
          .body("items[0].subjectNumber", is("KOL-100000011"));
    }
    for (String name : List.of("guyen " + unique, "anh nguyen " + unique, unique + " anh")) {
      list(Api.OFFICER, "cases?name=" + name).body("items", hasSize(0));
    }
    refused(Api.OFFICER, "cases?name=a", 400, "at least 2");
    refused(Api.OFFICER, "cases?name=--%--", 400, "at least 2");
  }

  @Test
  @DisplayName("SAN-160 who was merged is found by the name of whom they were merged into")
  void byNameAfterAMerge() throws SQLException {
    UUID into = RegistryStub.subject("KOL", "REGISTERED");
    String unique = "q" + into.toString().substring(0, 8);
    called(into, "Ánh " + unique, " anh " + unique);
    String caseId = Given.opened(kol);
    list(Api.OFFICER, "cases?name=" + unique).body("items", hasSize(0));
    Rows.run("insert into subject_merge values ('%s', '%s')".formatted(kol, into));
    list(Api.OFFICER, "cases?name=" + unique).body("items.id", is(List.of(caseId)));
  }

  @Test
  @DisplayName("SAN-160 who is not shown names asks for none, and nobody finds what is their own")
  void namesAreForStaff() throws SQLException {
    String unique = "q" + kol.toString().substring(0, 8);
    called(kol, "Ánh " + unique, " anh " + unique);
    Given.appealed(kol, Given.decided(kol));
    report(Api.PLATFORM);
    Api.MINISTRY
        .create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "N-" + kol))
        .then()
        .statusCode(201);
    Api bound = Api.token(Tokens.of("bound", "case-officer").claim("subject_id", kol).sign());
    Map<String, Api> others =
        Map.of(
            "cases",
            Api.kol(kol),
            "reports",
            Api.PLATFORM,
            "appeals",
            Api.kol(kol),
            "state-decisions",
            Api.MINISTRY,
            "measures",
            bound);
    others.forEach(
        (path, other) -> {
          String asked = path + "?name=" + unique;
          list(Api.AUDITOR, asked).body("items.size()", is(path.equals("measures") ? 2 : 1));
          if (other == bound) {
            list(bound, asked).body("items", hasSize(0));
          } else {
            refused(other, asked, 403, "shown names");
            list(bound, asked).body("items", hasSize(0));
          }
        });
  }

  @Test
  @DisplayName("SAN-161 cases are listed by when a term ends: to respond, then to appeal")
  void due() {
    String caseId = Given.notified(kol);
    String row = "cases?subject=" + kol;
    String window =
        list(Api.OFFICER, row)
            .body("items[0].dueAt", notNullValue())
            .extract()
            .path("items[0].dueAt");
    list(Api.OFFICER, row + "&dueBefore=" + window).body("items", hasSize(0));
    String after = Instant.parse(window).plusMillis(1).toString();
    list(Api.OFFICER, row + "&dueBefore=" + after).body("items.id", is(List.of(caseId)));
    list(Api.kol(kol), row + "&dueBefore=" + after).body("items.id", is(List.of(caseId)));
    Api.kol(kol)
        .act("cases/" + caseId, "responses", Map.of("text", "t", "final", true))
        .then()
        .statusCode(201);
    list(Api.OFFICER, row + "&dueBefore=" + LATER).body("items", hasSize(0));
    list(Api.OFFICER, row).body("items[0].dueAt", nullValue());

    kol = RegistryStub.subject("KOL", "REGISTERED");
    String decided = Given.decided(kol);
    list(Api.OFFICER, "cases?dueBefore=" + LATER + "&subject=" + kol)
        .body("items.id", is(List.of(decided)))
        .body(
            "items[0].dueAt",
            is(list(Api.OFFICER, "cases/" + decided).extract().<String>path("appealBy")));
    refused(Api.OFFICER, "cases?dueBefore=tomorrow", 400, "ISO 8601");
    refused(Api.OFFICER, "cases?status=OPEN", 400, "NOTIFIED");
  }

  @Test
  @DisplayName("SAN-161 the cursor of one filter is none of another")
  void cursors() {
    Given.notified(kol);
    Given.notified(kol);
    String row = "cases?limit=1&subject=" + kol + "&dueBefore=" + LATER;
    String next = list(Api.OFFICER, row).extract().path("next");
    list(Api.OFFICER, row + "&cursor=" + next).body("items", hasSize(1));
    refused(Api.OFFICER, "cases?limit=1&subject=" + kol + "&cursor=" + next, 400, "same filter");
  }

  @Test
  @DisplayName("SAN-162 the status of a report is asked for as the reader is shown it")
  void reports() {
    String waiting = report(Api.PLATFORM);
    String taken = report(Api.PLATFORM);
    Api.OFFICER
        .create("cases", Map.of("subject", kol, "reports", List.of(taken), "title", "t"))
        .then()
        .statusCode(201);
    String row = "reports?subject=" + kol;
    list(Api.OFFICER, row + "&status=RECEIVED").body("items.id", is(List.of(waiting)));
    list(Api.OFFICER, row + "&status=IN_CASE").body("items.id", is(List.of(taken)));
    list(Api.PLATFORM, row + "&status=RECEIVED").body("items.id", is(List.of(waiting, taken)));
    list(Api.PLATFORM, row + "&status=IN_CASE").body("items", hasSize(0));
    list(Api.person("other", "press"), row).body("items", hasSize(0));
    list(Api.OFFICER, row + "&receivedBefore=" + TestClock.START).body("items", hasSize(0));
    list(Api.OFFICER, row + "&receivedBefore=" + LATER).body("items", hasSize(2));
    refused(Api.OFFICER, "reports?status=OPEN", 400, "RECEIVED");
  }

  @Test
  @DisplayName("SAN-163 staff lists all appeals by status and age, a subject its own")
  void appeals() {
    String appeal = Given.appealed(kol, Given.decided(kol));
    String row = "appeals?subject=" + kol;
    list(Api.GIANG, row + "&status=LODGED").body("items.id", is(List.of(appeal)));
    list(Api.GIANG, row + "&status=RULED").body("items", hasSize(0));
    list(Api.GIANG, row + "&lodgedBefore=" + TestClock.START).body("items", hasSize(0));
    list(Api.GIANG, row + "&lodgedBefore=" + LATER).body("items.id", is(List.of(appeal)));
    list(Api.kol(kol), "appeals").body("items.id", is(List.of(appeal)));
    Api stranger = Api.kol(RegistryStub.subject("KOL", "REGISTERED"));
    list(stranger, row).body("items", hasSize(0));
    Api.kol(kol).act("appeals/" + appeal, "withdrawals", null).then().statusCode(201);
    list(Api.GIANG, row + "&status=LODGED").body("items", hasSize(0));
    list(Api.GIANG, row + "&status=WITHDRAWN").body("items.id", is(List.of(appeal)));
    refused(Api.GIANG, "appeals?status=OPEN", 400, "LODGED");
  }

  private String measure(Map<String, Object> draft) {
    String caseId = Given.proposed(kol, List.of(draft));
    Api.DECIDER
        .act("cases/" + caseId, "decisions", Map.of("outcome", "APPROVED", "reasons", "Right"))
        .then()
        .statusCode(201);
    return Given.measureOf(caseId);
  }

  @Test
  @DisplayName("SAN-164 measures are listed by instant, province, kind and ground")
  void measures() {
    Map<String, Object> warning =
        Map.of(
            "kind", "WARNING", "ground", Api.GROUND, "from", "2026-11-25", "until", "2027-02-24");
    Map<String, Object> everywhere = new HashMap<>(Api.limit("2027-01-01", "2027-01-31"));
    everywhere.put("scope", Map.of("activities", List.of("ADVERTISE")));
    String city = measure(Api.limit("2026-11-25", "2027-02-24"));
    String warned = measure(warning);
    String country = measure(everywhere);
    Map<String, List<String>> asked =
        Map.of(
            "inForceAt=2026-12-20T00:00:00Z",
            List.of(city, warned),
            "inForceAt=2027-01-15T00:00:00Z",
            List.of(city, warned, country),
            "inForceAt=2027-03-15T00:00:00Z",
            List.of(),
            "territory=2025:79",
            List.of(city, country),
            "territory=2025:01",
            List.of(country),
            "kind=WARNING",
            List.of(warned),
            "ground=" + Api.GROUND,
            List.of(city, warned, country),
            "ground=DECREE-144-2020-17",
            List.of());
    asked.forEach(
        (filter, expected) -> {
          list(Api.AUDITOR, "measures?subject=" + kol + "&" + filter)
              .body("items.id", is(expected));
          list(Api.PLATFORM, "subjects/" + kol + "/measures?" + filter)
              .body("items.id", is(expected));
        });
    Api.DECIDER
        .act("measures/" + city, "liftings", Map.of("reasons", "Reached"))
        .then()
        .statusCode(201);
    list(Api.AUDITOR, "measures?subject=" + kol + "&inForceAt=2027-01-15T00:00:00Z")
        .body("items.id", is(List.of(warned, country)))
        .body("items[0].at", is("2027-01-15T00:00:00Z"))
        .body("items[0].status", is("IN_FORCE"));
    for (String path : List.of("measures", "subjects/" + kol + "/measures")) {
      refused(Api.AUDITOR, path + "?ground=NONE", 400, Api.GROUND);
      refused(Api.AUDITOR, path + "?territory=79", 400, "2025:79");
      refused(Api.AUDITOR, path + "?inForceAt=now", 400, "ISO 8601");
      refused(Api.AUDITOR, path + "?kind=LIMIT", 400, "ENGAGEMENT_LIMIT");
    }
  }

  @Test
  @DisplayName("SAN-164 a stayed measure is not in force while its stay runs")
  void stayed() {
    String caseId = Given.decided(kol);
    String appeal = Given.appealed(kol, caseId);
    String inForce = "measures?subject=" + kol + "&inForceAt=2026-12-20T00:00:00Z";
    list(Api.GIANG, inForce).body("items", hasSize(1));
    Api.GIANG.act("appeals/" + appeal, "stays", Map.of("reasons", "Harm")).then().statusCode(201);
    list(Api.GIANG, inForce).body("items", hasSize(0));
  }

  @Test
  @DisplayName("SAN-165 decisions are listed by number, status and day, with what they limit")
  void stateDecisions() {
    String id =
        Api.MINISTRY
            .create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "7/" + kol))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    for (String filter :
        List.of(
            "number=7/" + kol, "status=RECORDED", "issuedFrom=2026-11-25&issuedUntil=2026-11-25")) {
      list(Api.POLICE, "state-decisions?subject=" + kol + "&" + filter)
          .body("items.id", is(List.of(id)))
          .body("items[0].terms.kind", is("ENGAGEMENT_LIMIT"))
          .body("items[0].terms.status", is("IN_FORCE"))
          .body("items[0].terms.from", is("2026-11-25"))
          .body("items[0].terms.until", is("2026-12-24"))
          .body("items[0].terms.scope.activities", is(List.of("PERFORM")));
    }
    for (String filter :
        List.of(
            "number=8/" + kol,
            "status=LIFTED",
            "issuedFrom=2026-11-26",
            "issuedUntil=2026-11-24")) {
      list(Api.POLICE, "state-decisions?subject=" + kol + "&" + filter).body("items", hasSize(0));
    }
    list(Api.POLICE, "state-decisions/" + id).body("terms.until", is("2026-12-24"));
    refused(Api.POLICE, "state-decisions?issuedFrom=25/11/2026", 400, "2026-12-10");
    refused(Api.POLICE, "state-decisions?status=OPEN", 400, "RECORDED");
    assertEquals(
        List.of(false),
        Told.toMembers(kol).feed().stream()
            .filter(entry -> entry.path("aggregate").asText().equals("stateDecision"))
            .map(entry -> Told.state(entry).has("terms"))
            .toList());
  }
}

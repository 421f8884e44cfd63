package vn.digitaltrust.sanctions;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

/** As much as one may write, in letters of three bytes: all of it is taken, and told briefly. */
@QuarkusTest
class BoundsTest {
  private UUID kol;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  private static String longText(int characters) {
    return "ế".repeat(characters);
  }

  private static void taken(Response answer) {
    answer.then().statusCode(201);
  }

  private static void refused(String rule, Response answer) {
    answer.then().statusCode(422).body("rule", is(rule), "detail", notNullValue());
  }

  private long entriesWith(String word) throws SQLException {
    return Rows.count(
        "select count(*) from journal_entry where subject = '%s'".formatted(kol)
            + " and convert_from(payload, 'UTF8') like '%"
            + word
            + "%'");
  }

  private void step(String type, int entries) throws SQLException {
    assertEquals(
        entries,
        Rows.count(
            "select count(*) from journal_entry where subject = '%s' and type = '%s'"
                    .formatted(kol, type)
                + " and convert_from(payload, 'UTF8')::jsonb #>> '{step,sha256}' ~ '^[0-9a-f]{64}$'"),
        type);
  }

  @Test
  @DisplayName("SAN-18, SAN-19 however much its subject writes, a case is decided and told briefly")
  void longResponses() throws SQLException {
    String id = Given.notified(kol);
    String path = "cases/" + id;
    Map<String, Object> more = Map.of("text", longText(20_000), "final", false);
    for (int i = 0; i < 19; i++) {
      taken(Api.kol(kol).act(path, "responses", more));
    }
    Response full = Api.kol(kol).act(path, "responses", more);
    refused("SAN-18", full);
    full.then().body("detail", containsString("final"));
    taken(
        Api.kol(kol)
            .act(
                path,
                "responses",
                Map.of("text", longText(20_000), "final", true, "statement", longText(2_000))));
    taken(
        Api.OFFICER.act(
            path,
            "proposals",
            Map.of(
                "reasons",
                longText(20_000),
                "measures",
                List.of(Api.limit("2026-11-25", "2027-02-24")))));
    taken(
        Api.DECIDER.act(
            path, "decisions", Map.of("outcome", "APPROVED", "reasons", longText(20_000))));
    Api.OFFICER.get(path).then().body("responses", hasSize(20), "status", is("DECIDED"));
    assertEquals(
        0,
        Rows.count(
            "select count(*) from journal_entry where aggregate = 'case' and length(payload) > 4096"
                + " and aggregate_id = '%s'".formatted(id)));
    step("case.responded", 40);
    step("case.proposed", 1);
    step("case.decided", 2);
    Api.kol(kol)
        .get("journal?limit=1000")
        .then()
        .body(
            "entries.findAll { it.type == 'case.responded' && it.aggregateId == '%s' }.size()"
                .formatted(id),
            is(20),
            "entries.find { it.type == 'case.decided' && it.aggregateId == '%s' }.state.step.by"
                .formatted(id),
            nullValue());
  }

  @Test
  @DisplayName("SAN-18, SAN-19 two notices of 50 allegations with 10,000 characters are taken")
  void longNotices() throws SQLException {
    String path = "cases/" + Given.opened(kol);
    Map<String, Object> notice =
        Map.of(
            "allegations",
            Collections.nCopies(50, Map.of("ground", Api.GROUND, "facts", longText(10_000))),
            "evidence",
            List.of(Map.of("title", "Recording")));
    taken(Api.OFFICER.act(path, "notices", notice));
    taken(Api.OFFICER.act(path, "notices", notice));
    refused("SAN-18", Api.OFFICER.act(path, "notices", notice));
    taken(Api.OFFICER.act(path, "withdrawals", Map.of("reasons", longText(10_000))));
    assertEquals(0, entriesWith(longText(100)));
    step("case.notified", 4);
    String other = "cases/" + Given.opened(kol);
    taken(Api.OFFICER.act(other, "notices", notice));
    taken(Api.OFFICER.act(other, "notices", notice));
    Response first = Api.OFFICER.get("cases?limit=200&subject=" + kol);
    first.then().body("items", hasSize(1), "next", notNullValue());
    Api.OFFICER
        .get("cases?limit=200&subject=" + kol + "&cursor=" + first.path("next"))
        .then()
        .body("items", hasSize(1), "items[0].notices", hasSize(2), "next", nullValue());
  }

  @Test
  @DisplayName("SAN-37, SAN-38 a member votes ten times; votes and texts are not in the journal")
  void votes() throws SQLException {
    String caseId = Given.decided(kol);
    String appeal =
        Api.kol(kol).act("cases/" + caseId, "appeals", Map.of("text", longText(20_000))).path("id");
    String path = "appeals/" + appeal;
    Map<String, Object> vote = Map.of("outcome", "UPHELD", "reasons", longText(20_000));
    for (int i = 0; i < 10; i++) {
      taken(Api.HA.act(path, "votes", vote));
    }
    refused("SAN-37", Api.HA.act(path, "votes", vote));
    taken(Api.GIANG.act(path, "votes", vote));
    taken(Api.KHOA.act(path, "votes", vote));
    taken(Api.HA.act(path, "rulings", Map.of("reasons", longText(20_000))));
    assertEquals(0, entriesWith(longText(100)));
    step("appeal.voted", 12);
    step("appeal.ruled", 2);
  }

  @Test
  @DisplayName("SAN-54, SAN-55 the fullest measure is told whole in one entry")
  void fullMeasure() throws SQLException {
    Map<String, Object> scope =
        Map.of(
            "activities",
            List.of("ADVERTISE", "PERFORM", "LIVESTREAM_SELL"),
            "territories",
            List.of("2025:79", "2025:01", "2025:48"));
    Map<String, Object> limit = new HashMap<>(Api.limit("2026-11-25", "2027-02-24"));
    limit.put("scope", Map.of());
    limit.put("conditions", Collections.nCopies(5, longText(1_000)));
    Map<String, Object> tooLong = new HashMap<>(limit);
    tooLong.put("conditions", Collections.nCopies(6, longText(1_000)));
    String responded = "cases/" + Given.responded(kol);
    refused(
        "SAN-54",
        Api.OFFICER.act(
            responded, "proposals", Map.of("reasons", "r", "measures", List.of(tooLong))));
    taken(
        Api.OFFICER.act(
            responded, "proposals", Map.of("reasons", "r", "measures", List.of(limit))));
    taken(Api.DECIDER.act(responded, "decisions", Map.of("outcome", "APPROVED", "reasons", "r")));
    String path = "measures/" + Api.OFFICER.get(responded).path("measures[0]");
    Map<String, Object> exception = new HashMap<>();
    exception.put("scope", scope);
    exception.put("from", "2026-12-20");
    exception.put("until", "2026-12-21");
    exception.put("reason", longText(600));
    for (int i = 0; i < 8; i++) {
      taken(Api.DECIDER.act(path, "exceptions", exception));
    }
    refused("SAN-54", Api.DECIDER.act(path, "exceptions", exception));
    exception.put("reason", longText(100));
    taken(Api.DECIDER.act(path, "exceptions", exception));
    taken(Api.DECIDER.act(path, "exceptions", exception));
    exception.put("reason", "e");
    refused("SAN-54", Api.DECIDER.act(path, "exceptions", exception));
    Map<String, Object> statement = Map.of("text", longText(2_000));
    for (int i = 0; i < 20; i++) {
      taken(Api.kol(kol).act(path, "statements", statement));
    }
    refused("SAN-54", Api.kol(kol).act(path, "statements", statement));
    taken(Api.DECIDER.act(path, "liftings", Map.of("reasons", longText(10_000))));
    Api.OFFICER.get(path).then().body("exceptions", hasSize(10), "status", is("LIFTED"));
    assertEquals(
        2,
        Rows.count(
            "select count(*) from journal_entry where aggregate = 'measureFile' and subject = '%s'"
                    .formatted(kol)
                + " and convert_from(payload, 'UTF8')::jsonb ->> 'reasons' = repeat('ế', 10000)"),
        "the reasons of the lifting, for the subject and for those who watch");
  }

  @Test
  @DisplayName("SAN-54, SAN-63, SAN-64 thirty acts on a state decision, and it can still be lifted")
  void acts() throws SQLException {
    Response recorded =
        Api.MINISTRY.create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "B-" + kol));
    String path = "state-decisions/" + recorded.path("id");
    Map<String, Object> act =
        Map.of("number", "n", "issuedOn", "2026-11-25", "reasons", longText(10_000));
    for (int i = 0; i < 15; i++) {
      TestClock.get().advance(Duration.ofSeconds(1));
      taken(Api.MINISTRY.act(path, "stays", act));
      TestClock.get().advance(Duration.ofSeconds(1));
      taken(Api.MINISTRY.act(path, "resumptions", act));
    }
    refused("SAN-63", Api.MINISTRY.act(path, "stays", act));
    taken(Api.MINISTRY.act(path, "liftings", act));
    Map<String, Object> annul = new HashMap<>(act);
    annul.put("cause", "WRONG_PERSON");
    taken(Api.MINISTRY.act(path, "annulments", annul));
    Api.MINISTRY.get(path).then().body("acts", hasSize(32), "acts[0].reasons", notNullValue());
    assertEquals(
        1,
        Rows.count(
            "select count(*) from journal_entry where type = 'stateDecision.annulled'"
                + " and convert_from(payload, 'UTF8')::jsonb #>> '{acts,31,reasons}' is not null"
                + " and convert_from(payload, 'UTF8')::jsonb #>> '{acts,30,reasons}' is null"
                + " and subject = '%s'".formatted(kol)));
  }

  @Test
  @DisplayName("SAN-54 a twenty-first stay is refused")
  void stays() {
    Response recorded =
        Api.MINISTRY.create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "C-" + kol));
    String path = "state-decisions/" + recorded.path("id");
    List<Response> answers = new ArrayList<>();
    for (int i = 1; i <= 21; i++) {
      String day = LocalDate.parse("2026-11-27").plusDays(i).toString();
      answers.add(
          Api.MINISTRY.act(
              path,
              "stays",
              Map.of(
                  "number",
                  "n",
                  "issuedOn",
                  "2026-11-25",
                  "reasons",
                  "r",
                  "from",
                  day,
                  "until",
                  day)));
    }
    answers.subList(0, 20).forEach(BoundsTest::taken);
    refused("SAN-54", answers.get(20));
  }

  @Test
  @DisplayName("SAN-6 the longest report is taken, and told without its evidence")
  void longReport() throws SQLException {
    List<Map<String, String>> evidence =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    Map.of("title", longText(300), "uri", "https://e.example/" + "u".repeat(1_900)))
            .toList();
    String id =
        Api.PLATFORM
            .create(
                "reports",
                Map.of(
                    "subject",
                    kol,
                    "facts",
                    longText(10_000),
                    "evidence",
                    evidence,
                    "source",
                    "OTHER_NOTIFICATION"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Api.OFFICER.get("reports/" + id).then().body("evidence", hasSize(50));
    assertEquals(
        1,
        Rows.count(
            "select count(*) from journal_entry where aggregate_id = '%s'".formatted(id)
                + " and convert_from(payload, 'UTF8')::jsonb ->> 'evidence' = '50'"
                + " and convert_from(payload, 'UTF8')::jsonb ->> 'evidenceSha256' ~ '^[0-9a-f]{64}$'"));
    assertEquals(0, entriesWith("e.example"));
  }
}

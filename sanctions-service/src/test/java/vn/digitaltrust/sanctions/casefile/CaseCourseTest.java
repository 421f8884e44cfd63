package vn.digitaltrust.sanctions.casefile;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

/** The side ways of a case, over HTTP. */
@QuarkusTest
class CaseCourseTest {
  @Inject SessionFactory sessions;

  private UUID kol;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  private static Response secure(String caseId, String reasons, String from, String until) {
    return Api.OTHER_DECIDER.act(
        "cases/" + caseId,
        "interim-measures",
        Map.of("reasons", reasons, "measure", Api.limit(from, until)));
  }

  private static Response decide(Api who, String caseId, String outcome) {
    return who.act(
        "cases/" + caseId, "decisions", Map.of("outcome", outcome, "reasons", "As found"));
  }

  private static List<String> interimOf(String caseId) {
    return Api.OFFICER.get("cases/" + caseId).path("interimMeasures");
  }

  @Test
  @DisplayName("SAN-52 an approved decision replaces the interim measures at once")
  void approvedEndsInterim() {
    String caseId = Given.proposed(kol, List.of(Api.limit("2026-11-25", "2027-02-24")));
    secure(caseId, "Urgent", "2026-11-25", "2026-12-08").then().statusCode(201);
    secure(caseId, "Urgent too", "2026-12-01", "2026-12-02").then().statusCode(201);
    TestClock.get().advance(Duration.ofHours(1));
    decide(Api.DECIDER, caseId, "RETURNED").then().statusCode(201).body("status", is("RETURNED"));
    String first = interimOf(caseId).get(0);
    Api.PLATFORM.get("measures/" + first).then().body("status", is("IN_FORCE"));
    Api.OFFICER
        .act(
            "cases/" + caseId,
            "proposals",
            Map.of("reasons", "r", "measures", List.of(Api.limit("2026-11-25", "2027-02-24"))))
        .then()
        .statusCode(201);
    decide(Api.DECIDER, caseId, "APPROVED").then().statusCode(201);
    for (String interim : interimOf(caseId)) {
      Api.OFFICER
          .get("measures/" + interim)
          .then()
          .body("status", is("LIFTED"), "end.at", is("2026-11-25T04:00:00Z"));
    }
    String decided = Given.measureOf(caseId);
    Api.PLATFORM.get("measures/" + decided).then().body("status", is("IN_FORCE"));
    String appeal = Given.appealed(kol, caseId);
    Api.GIANG.act("appeals/" + appeal, "stays", Map.of("reasons", "Harm")).then().statusCode(201);
    Api.PLATFORM
        .get("subjects/" + kol + "/measures")
        .then()
        .body("items.status", contains("STAYED"), "items.id", contains(decided));
  }

  @Test
  @DisplayName("SAN-52 a dismissed case leaves no interim measure; why each was urgent is kept")
  void dismissedEndsInterim() throws SQLException {
    String caseId = Given.proposed(kol, List.of(Api.limit("2026-11-25", "2027-02-24")));
    secure(caseId, "Sales by the hour", "2026-11-25", "2026-12-01").then().statusCode(201);
    secure(caseId, "More sales", "2026-12-02", "2026-12-08").then().statusCode(201);
    decide(Api.DECIDER, caseId, "DISMISSED")
        .then()
        .statusCode(201)
        .body("status", is("DISMISSED"), "endReasons", is("As found"), "measures", hasSize(0));
    List<String> urgencies = new ArrayList<>();
    for (String interim : interimOf(caseId)) {
      Api.measureIs(interim, "LIFTED");
      Response own = Api.kol(kol).get("measures/" + interim);
      own.then().body("file.endReasons", is("As found"));
      urgencies.add(own.path("file.urgency"));
    }
    assertEquals(List.of("Sales by the hour", "More sales"), urgencies);
    Api.PLATFORM.get("subjects/" + kol + "/measures").then().body("items", hasSize(0));
    for (String audience : List.of("INTERNAL", "PARTY")) {
      assertEquals(
          4,
          Rows.count(
              "select count(*) from journal_entry where aggregate = 'measureFile'"
                  + " and audience = '%s' and subject = '%s'".formatted(audience, kol)));
    }
  }

  @Test
  @DisplayName("SAN-52 over HTTP too the order of interim measures stretches nothing")
  void interimOrder() {
    String caseId = Given.opened(kol);
    secure(caseId, "r", "2026-12-08", "2026-12-18").then().statusCode(201);
    secure(caseId, "r", "2026-11-25", "2026-12-18")
        .then()
        .statusCode(422)
        .body("rule", is("SAN-52"));
    secure(caseId, "r", "2026-12-07", "2026-12-18").then().statusCode(201);
  }

  @Test
  @DisplayName("SAN-20, SAN-21 who proposed, reported or opened of own initiative does not decide")
  void fourEyes() {
    Api both = Api.person("both", "case-officer", "decision-maker");
    String caseId = Given.responded(kol);
    both.act(
            "cases/" + caseId,
            "proposals",
            Map.of("reasons", "r", "measures", List.of(Api.limit("2026-11-25", "2027-02-24"))))
        .then()
        .statusCode(201);
    decide(both, caseId, "APPROVED").then().statusCode(422).body("rule", is("SAN-20"));
    decide(Api.person("officer-an", "decision-maker"), caseId, "APPROVED")
        .then()
        .statusCode(422)
        .body("rule", is("SAN-20"));
    decide(Api.DECIDER, caseId, "APPROVED").then().statusCode(201);
    Api.person("both", "decision-maker")
        .act(
            "measures/" + Given.measureOf(caseId), "liftings", Map.of("reasons", "My own proposal"))
        .then()
        .statusCode(422)
        .body("rule", is("SAN-20"));
  }

  @Test
  @DisplayName("SAN-90 a list never shows, by its pages, that there are cases one may not know of")
  void hiddenCases() {
    String known = Given.notified(kol);
    for (int i = 0; i < 3; i++) {
      Given.opened(kol);
    }
    String later = Given.notified(kol);
    Api me = Api.kol(kol);
    Response page = me.get("cases?limit=1");
    page.then().body("items.id", contains(known));
    page = me.get("cases?limit=1&cursor=" + page.<String>path("next"));
    page.then().body("items.id", contains(later), "next", nullValue());
    assertNull(me.get("cases?limit=2").path("next"));
    Api.OFFICER.get("cases?subject=" + kol).then().body("items", hasSize(5));
  }

  @Test
  @DisplayName("a page of cases costs as many queries as one case")
  void queries() {
    Given.decided(kol);
    long one = queriesFor(1);
    for (int i = 0; i < 6; i++) {
      Given.decided(kol);
    }
    assertEquals(one, queriesFor(7));
  }

  private long queriesFor(int cases) {
    var statistics = sessions.getStatistics();
    long before = statistics.getPrepareStatementCount();
    Api.OFFICER.get("cases?subject=" + kol).then().body("items", hasSize(cases));
    return statistics.getPrepareStatementCount() - before;
  }

  @Test
  @DisplayName("what waited for another change is told with the time at which it was done")
  void nowIsReadAfterTheLock() throws Exception {
    String caseId = Given.decided(kol);
    String measure = Given.measureOf(caseId);
    TestClock.get().advance(Duration.ofHours(1));
    Instant done = TestClock.get().instant().plus(Duration.ofHours(1));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Connection other = Postgres.superuser("sanctions");
        Statement sql = other.createStatement()) {
      other.setAutoCommit(false);
      sql.execute("select 1 from case_file where id = '%s' for update".formatted(caseId));
      Future<Response> lifting =
          thread.submit(
              () -> Api.DECIDER.act("measures/" + measure, "liftings", Map.of("reasons", "r")));
      Rows.awaitSomebodyWaiting();
      TestClock.get().set(done);
      other.rollback();
      lifting.get().then().statusCode(201).body("end.at", is(done.toString()));
    } finally {
      thread.shutdown();
    }
  }
}

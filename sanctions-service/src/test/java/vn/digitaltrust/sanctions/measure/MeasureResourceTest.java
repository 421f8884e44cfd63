package vn.digitaltrust.sanctions.measure;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class MeasureResourceTest {
  @Inject EndsByTime ends;

  private UUID kol;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  private void imposeInterim(String caseId, String until, int status) {
    Api.DECIDER
        .act(
            "cases/" + caseId,
            "interim-measures",
            Map.of("reasons", "Urgent", "measure", Api.limit("2026-11-25", until)))
        .then()
        .statusCode(status);
  }

  @Test
  @DisplayName("SAN-47 what applied then, and what was known then")
  void twoTimes() {
    String measure = Given.measureOf(Given.decided(kol));
    Instant inDecember = Instant.parse("2026-12-20T03:00:00Z");
    Instant beforeLifting = TestClock.get().instant().plusSeconds(86_400);
    TestClock.get().set(Instant.parse("2026-12-10T03:00:00Z"));
    Api.DECIDER
        .act("measures/" + measure, "liftings", Map.of("reasons", "r"))
        .then()
        .statusCode(201);
    TestClock.get().set(Instant.parse("2027-01-05T03:00:00Z"));
    String path = "subjects/" + kol + "/measures?at=" + inDecember;
    Api.OFFICER.get(path).then().body("items[0].status", is("LIFTED"));
    Api.OFFICER
        .get(path + "&knownAt=" + beforeLifting)
        .then()
        .body("items[0].status", is("IN_FORCE"));
    Api.OFFICER
        .get("subjects/" + kol + "/measures?at=" + beforeLifting)
        .then()
        .body("items[0].status", is("IN_FORCE"));
    Api.PLATFORM.get(path).then().body("items", hasSize(0));
    Api.OFFICER
        .get("subjects/" + kol + "/measures?knownAt=2026-11-25T02:59:59Z")
        .then()
        .body("items", hasSize(0));
    Api.OFFICER.get("subjects/" + kol + "/measures?at=yesterday").then().statusCode(400);
  }

  @Test
  @DisplayName(
      "SAN-49 an end by time is announced once by any number of replicas, and is true before")
  void endsOnce() throws Exception {
    Set<String> measures = new HashSet<>();
    for (int i = 0; i < 4; i++) {
      measures.add(Given.measureOf(Given.decided(RegistryStub.subject("KOL", "REGISTERED"))));
    }
    TestClock.get().set(Instant.parse("2027-02-24T16:59:59.999Z"));
    ends.announce();
    TestClock.get().advance(Duration.ofMillis(1));
    for (String measure : measures) {
      Api.measureIs(measure, "EXPIRED");
      assertEquals(List.of("measure.imposed"), Rows.journal("measure", measure));
    }
    var replicas = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Integer>> work =
          IntStream.range(0, 4).<Callable<Integer>>mapToObj(i -> ends::announce).toList();
      for (var done : replicas.invokeAll(work)) {
        done.get();
      }
    } finally {
      replicas.shutdown();
    }
    ends.announce();
    for (String measure : measures) {
      assertEquals(
          List.of("measure.imposed", "measure.unpublished", "measure.ended"),
          Rows.journal("measure", measure));
    }
  }

  @Test
  @DisplayName("SAN-51 the subject puts its own words beside the measure, nobody else does")
  void statement() {
    String measure = Given.measureOf(Given.decided(kol));
    Api.kol(RegistryStub.subject("KOL", "REGISTERED"))
        .act("measures/" + measure, "statements", Map.of("text", "Mine"))
        .then()
        .statusCode(404);
    Api.kol(kol)
        .act("measures/" + measure, "statements", Map.of("text", "My side"))
        .then()
        .statusCode(201);
    Api.PLATFORM.get("measures/" + measure).then().body("statement", is("My side"));
  }

  @Test
  @DisplayName("SAN-52 an interim measure is public, lapses by itself, and falls with the case")
  void interim() {
    String caseId = Given.opened(kol);
    imposeInterim(caseId, "2026-12-09", 422);
    imposeInterim(caseId, "2026-12-08", 201);
    String measure = Api.OFFICER.get("cases/" + caseId).path("interimMeasures[0]");
    Api.PLATFORM
        .get("measures/" + measure)
        .then()
        .body("interim", is(true), "status", is("IN_FORCE"));
    Api.kol(kol).get("cases/" + caseId).then().statusCode(200);
    TestClock.get().set(Instant.parse("2026-12-08T17:00:00Z"));
    Api.measureIs(measure, "EXPIRED");

    TestClock.get().set(TestClock.START);
    String other = Given.opened(RegistryStub.subject("KOL", "REGISTERED"));
    imposeInterim(other, "2026-12-08", 201);
    String falls = Api.OFFICER.get("cases/" + other).path("interimMeasures[0]");
    TestClock.get().advance(Duration.ofHours(1));
    Api.OFFICER
        .act("cases/" + other, "withdrawals", Map.of("reasons", "Forged"))
        .then()
        .statusCode(201);
    Api.measureIs(falls, "LIFTED");
  }

  @Test
  @DisplayName("SAN-50 versions are for staff and the subject; other people's are not found")
  void versions() {
    String measure = Given.measureOf(Given.decided(kol));
    Api.kol(kol).get("measures/" + measure + "/versions").then().body("items", hasSize(1));
    Api.PLATFORM.get("measures/" + measure + "/versions").then().statusCode(404);
    Api.kol(UUID.randomUUID()).get("measures/" + measure + "/versions").then().statusCode(404);
  }

  @Test
  @DisplayName("lists are pages: each row once, in order, and the cursor only fits its filter")
  void pages() {
    Set<String> expected = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      Api.MINISTRY
          .create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "P" + i + "-" + kol))
          .then()
          .statusCode(201);
    }
    Api.OFFICER
        .get("subjects/" + kol + "/measures")
        .<List<String>>path("items.id")
        .forEach(expected::add);
    Set<String> seen = new HashSet<>();
    String path = "subjects/" + kol + "/measures?limit=1";
    String cursor = null;
    int pages = 0;
    do {
      var page = Api.OFFICER.get(cursor == null ? path : path + "&cursor=" + cursor);
      page.then().statusCode(200).body("items", hasSize(1));
      seen.add(page.path("items[0].id"));
      cursor = page.path("next");
      if (pages++ == 0) {
        Api.OFFICER
            .get("subjects/" + UUID.randomUUID() + "/measures?limit=1&cursor=" + cursor)
            .then()
            .statusCode(400);
      }
    } while (cursor != null);
    assertEquals(expected, seen);
    assertEquals(3, pages);
    assertNull(cursor);
    Api.OFFICER.get("subjects/" + kol + "/measures?limit=201").then().statusCode(400);
  }

  @Test
  @DisplayName(
      "SAN-44 only decision makers grant exceptions to alliance measures, and a territory must"
          + " exist")
  void exceptions() {
    String measure = Given.measureOf(Given.decided(kol));
    Map<String, Object> permission =
        Map.of("scope", Map.of(), "reason", "r", "from", "2026-12-01", "until", "2026-12-01");
    Api.MINISTRY.act("measures/" + measure, "exceptions", permission).then().statusCode(403);
    Api.OFFICER.act("measures/" + measure, "exceptions", permission).then().statusCode(403);
    Api.DECIDER
        .act(
            "measures/" + measure,
            "exceptions",
            Map.of(
                "scope", Map.of("territories", List.of("2025:99")),
                "reason", "r",
                "from", "2026-12-01",
                "until", "2026-12-01"))
        .then()
        .statusCode(400)
        .body("violations.field", contains("scope.territories[0]"));
    Api.DECIDER
        .act("measures/" + measure, "exceptions", permission)
        .then()
        .statusCode(201)
        .body("exceptions.reason", contains("r"));
  }

  @Test
  @DisplayName("SAN-47 a clock that steps back keeps nobody from acting, and no version goes back")
  void clockStepsBack() {
    String measure = Given.measureOf(Given.decided(kol));
    TestClock.get().set(TestClock.get().instant().minusSeconds(1));
    Api.DECIDER
        .act("measures/" + measure, "liftings", Map.of("reasons", "r"))
        .then()
        .statusCode(201);
    Api.measureIs(measure, "LIFTED");
  }

  @Test
  @DisplayName("SAN-50 what was annulled is for staff alone, also by what was known before")
  void annulledBefore() {
    String measure = Given.measureOf(Given.decided(kol));
    Instant before = TestClock.get().instant();
    TestClock.get().advance(Duration.ofHours(1));
    Api.DECIDER
        .act(
            "measures/" + measure,
            "annulments",
            Map.of("cause", "WRONG_PERSON", "reasons", "Namesake"))
        .then()
        .statusCode(201);
    String path = "subjects/" + kol + "/measures?knownAt=" + before;
    for (Api other : List.of(Api.POLICE, Api.MINISTRY, Api.PLATFORM, Api.kol(kol))) {
      other.get(path).then().statusCode(200).body("items", hasSize(0));
    }
    Api.OFFICER.get(path).then().body("items", hasSize(1));
    Api.POLICE.get("measures/" + measure + "/versions").then().statusCode(404);
  }
}

package vn.digitaltrust.sanctions.measure;

import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.sanctions.running.OneByOne;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;
import vn.digitaltrust.sanctions.testing.Told;

/** What members and followers are told of measures that are over. */
@QuarkusTest
class PublicationTest {
  private static final Instant OVER = Instant.parse("2027-02-24T17:00:00Z");

  /** Makes of a measure another one, under another id, whose effect was never told. */
  private static final String COPY =
      """
      create temporary table copy as select * from measure where id = '%s';
      update copy set id = '%s', kind = 'CERTIFICATE_WITHDRAWAL', scope =
        '{"media": [], "platforms": [], "activities": [], "territories": [], "productCategories": []}';
      insert into measure select * from copy;
      """;

  @Inject EndsByTime ends;
  @Inject UntoldEffects effects;

  private UUID kol;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  /** How a measure comes to its end. */
  enum End {
    EXPIRED,
    LIFTED,
    ANNULLED
  }

  private void end(End how, String measure) {
    switch (how) {
      case EXPIRED -> {
        TestClock.get().set(OVER);
        allEndsAreTold();
      }
      case LIFTED ->
          Api.DECIDER
              .act("measures/" + measure, "liftings", Map.of("reasons", "r"))
              .then()
              .statusCode(201);
      case ANNULLED ->
          Api.OTHER_DECIDER
              .act(
                  "measures/" + measure,
                  "annulments",
                  Map.of("cause", "WRONG_PERSON", "reasons", "r"))
              .then()
              .statusCode(201);
    }
  }

  private void allEndsAreTold() {
    int told;
    do {
      told = ends.announce();
    } while (told > 0);
  }

  private static Set<String> names(JsonNode entry) {
    Set<String> names = new TreeSet<>();
    entry.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private String decided(String kind) {
    String caseId =
        Given.proposed(
            kol,
            List.of(
                Map.of(
                    "kind",
                    kind,
                    "ground",
                    Api.GROUND,
                    "from",
                    "2026-11-25",
                    "until",
                    "2027-02-24")));
    Api.DECIDER
        .act("cases/" + caseId, "decisions", Map.of("outcome", "APPROVED", "reasons", "Right"))
        .then()
        .statusCode(201);
    return Given.measureOf(caseId);
  }

  @ParameterizedTest
  @EnumSource(End.class)
  @DisplayName("SAN-101 of a measure that is over members find that it is not public, and no more")
  void nothingIsLeft(End how) {
    String measure = Given.measureOf(Given.decided(kol));
    assertEquals(1, Told.toMembers(kol).feed().size());
    TestClock.get().advance(Duration.ofHours(1));
    end(how, measure);
    for (List<JsonNode> told :
        List.of(
            Told.toMembers(kol).feed(),
            Told.toMembers(kol).snapshot(),
            Told.to("gateway", kol).feed(),
            Told.to("gateway", kol).snapshot())) {
      assertEquals(1, told.size(), told.toString());
      assertEquals("measure.unpublished", told.get(0).path("type").asText());
      assertEquals(1, told.get(0).path("version").asInt(), "alike for every end");
      assertEquals(
          JsonNodeFactory.instance
              .objectNode()
              .put("id", measure)
              .put("subject", kol.toString())
              .put("publication", "ENDED"),
          Told.state(told.get(0)));
    }
    Set<String> toItsSubject = new HashSet<>();
    Told.to(Api.kol(kol), kol).feed().forEach(it -> toItsSubject.add(it.path("type").asText()));
    assertTrue(
        toItsSubject.contains(
            how == End.EXPIRED
                ? "measure.ended"
                : "measure." + how.name().toLowerCase(Locale.ROOT)),
        toItsSubject.toString());
  }

  @ParameterizedTest
  @EnumSource(End.class)
  @DisplayName("SAN-130 its id leads nowhere when it is over, but for who is shown what has ended")
  void byItsId(End how) {
    String measure = Given.measureOf(Given.decided(kol));
    TestClock.get().advance(Duration.ofHours(1));
    Api.PLATFORM.get("measures/" + measure).then().statusCode(200);
    end(how, measure);
    for (Api other :
        List.of(
            Api.PLATFORM,
            Api.person("press-phuc", "press"),
            Api.person("registrar-mai", "registrar"),
            Api.kol(RegistryStub.subject("KOL", "REGISTERED")))) {
      other.get("measures/" + measure).then().statusCode(404);
    }
    for (Api knowing : List.of(Api.OFFICER, Api.AUDITOR, Api.kol(kol))) {
      knowing.get("measures/" + measure).then().statusCode(200).body("status", is(how.name()));
    }
    Api.POLICE.get("measures/" + measure).then().statusCode(how == End.ANNULLED ? 404 : 200);
  }

  @ParameterizedTest
  @EnumSource(End.class)
  @DisplayName("SAN-131 members are listed what is public now, whatever time they ask for")
  void byOtherTimes(End how) {
    String measure = Given.measureOf(Given.decided(kol));
    TestClock.get().advance(Duration.ofHours(1));
    Instant before = TestClock.get().instant();
    String path = "subjects/" + kol + "/measures?limit=1";
    Api.PLATFORM.get(path + "&at=" + OVER).then().body("items", hasSize(0));
    TestClock.get().advance(Duration.ofHours(1));
    end(how, measure);
    for (String times : List.of("", "&at=" + before, "&knownAt=" + before)) {
      Api.PLATFORM.get(path + times).then().statusCode(200).body("items", hasSize(0));
      Api.token(Tokens.service("alliance-service"))
          .get(path + times)
          .then()
          .statusCode(200)
          .body("items", hasSize(0));
    }
    Api.OFFICER
        .get(path + "&at=" + before + "&knownAt=" + before)
        .then()
        .body("items.status", is(List.of("IN_FORCE")));
  }

  @Test
  @DisplayName("SAN-100 from its last instant on it is withheld, though nobody has told its end")
  void withheldByTheClock() {
    String measure = Given.measureOf(Given.decided(kol));
    TestClock.get().set(OVER.minusMillis(1));
    assertEquals(1, Told.toMembers(kol).feed().size());
    assertEquals(1, Told.toMembers(kol).snapshot().size());
    TestClock.get().set(OVER);
    assertEquals(List.of(), Told.toMembers(kol).feed());
    assertEquals(List.of(), Told.toMembers(kol).snapshot());
    Api.PLATFORM.get("measures/" + measure).then().statusCode(404);
  }

  @Test
  @DisplayName("SAN-101 what happens after its end shows nothing to members")
  void afterItsEnd() {
    String measure = Given.measureOf(Given.decided(kol));
    end(End.LIFTED, measure);
    List<JsonNode> lifted = Told.toMembers(kol).feed();
    Api.kol(kol)
        .act("measures/" + measure, "statements", Map.of("text", "My side"))
        .then()
        .statusCode(201);
    end(End.ANNULLED, measure);
    allEndsAreTold();
    assertEquals(lifted, Told.toMembers(kol).feed());
    List<String> toItsSubject =
        Told.to(Api.kol(kol), kol).feed().stream()
            .filter(it -> it.path("aggregate").asText().equals("measure"))
            .map(it -> it.path("type").asText())
            .toList();
    assertEquals(
        List.of("measure.unpublished", "measure.lifted", "measure.varied", "measure.annulled"),
        toItsSubject);
  }

  @Test
  @DisplayName("SAN-101 a variation of the end moves publication with it")
  void varied() {
    String decision =
        Api.MINISTRY
            .create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "V-" + kol))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Api.MINISTRY
        .act(
            "state-decisions/" + decision,
            "variations",
            Map.of(
                "number", "2",
                "issuedOn", "2026-11-25",
                "reasons", "Milder",
                "change", Map.of("until", "2026-12-01")))
        .then()
        .statusCode(201);
    TestClock.get().set(Instant.parse("2026-12-01T16:59:59Z"));
    assertEquals(2, Told.toMembers(kol).feed().size(), "the decision and its measure");
    TestClock.get().set(Instant.parse("2026-12-01T17:00:00Z"));
    assertEquals(List.of(), Told.toMembers(kol).feed());
  }

  @ParameterizedTest
  @EnumSource(End.class)
  @DisplayName("SAN-102 the alliance is told of a withdrawal after its end, until it is annulled")
  void effect(End how) {
    String measure = decided("CERTIFICATE_WITHDRAWAL");
    TestClock.get().advance(Duration.ofHours(1));
    end(how, measure);
    List<JsonNode> told =
        Told.to("alliance-service", kol).snapshot().stream()
            .filter(line -> line.path("audience").asText().equals("INTERNAL"))
            .toList();
    assertEquals(1, told.size());
    JsonNode state = Told.state(told.get(0));
    if (how == End.ANNULLED) {
      assertEquals(Set.of("id", "subject", "publication"), names(state));
      return;
    }
    assertEquals(
        Set.of("id", "subject", "kind", "ground", "startsAt", "endsAt", "stays", "end"),
        names(state));
    assertEquals(Set.of("code"), names(state.path("ground")));
    assertEquals("CERTIFICATE_WITHDRAWAL", state.path("kind").asText());
    assertEquals("2026-11-25T03:00:00Z", state.path("startsAt").asText());
    assertEquals(OVER.toString(), state.path("endsAt").asText());
    assertEquals(how == End.LIFTED ? "LIFTED" : "", state.path("end").path("state").asText(""));
    assertEquals(how == End.LIFTED ? Set.of("state", "at") : Set.of(), names(state.path("end")));
  }

  @Test
  @DisplayName("SAN-102 the alliance is told inside of what touches a right, and of nothing else")
  void noEffect() {
    Given.decided(kol);
    assertTrue(
        Told.to("alliance-service", kol).feed().stream()
            .allMatch(line -> line.path("audience").asText().equals("PUBLIC")));
    UUID other = RegistryStub.subject("KOL", "REGISTERED");
    kol = other;
    decided("MEMBERSHIP_SUSPENSION");
    assertEquals(
        List.of("PUBLIC", "INTERNAL"),
        Told.to("alliance-service", other).feed().stream()
            .map(line -> line.path("audience").asText())
            .toList());
    assertTrue(
        Told.to("gateway", other).feed().stream()
            .allMatch(line -> line.path("audience").asText().equals("PUBLIC")));
  }

  @Test
  @DisplayName("SAN-101 what was over under the release before is told once, however often tried")
  void wasOverBefore() throws SQLException {
    String measure = Given.measureOf(Given.decided(kol));
    // As the release before left it: lifted, and all of it told in public.
    Rows.run(
        """
        update measure set end_state = 'LIFTED', end_at = '%1$s', end_reasons = 'r',
          published_until = '%1$s' where id = '%2$s'
        """
            .formatted(TestClock.START, measure));
    TestClock.get().advance(Duration.ofHours(1));
    allEndsAreTold();
    allEndsAreTold();
    List<JsonNode> told = Told.toMembers(kol).feed();
    assertEquals(1, told.size());
    assertEquals("measure.unpublished", told.get(0).path("type").asText());
    assertEquals(
        List.of("measure.imposed", "measure.unpublished", "measure.lifted"),
        Rows.journal("measure", measure));
    Api.measureIs(measure, "LIFTED");
    Api.DECIDER
        .act(
            "measures/" + measure,
            "annulments",
            Map.of("cause", "WRONG_PERSON", "reasons", "its version is the one that was told"))
        .then()
        .statusCode(201);
  }

  @Test
  @DisplayName("SAN-102 effects of measures of the release before are told once")
  void effectsOfBefore() throws SQLException {
    String measure = Given.measureOf(Given.decided(kol));
    UUID untold = UUID.randomUUID();
    Rows.run(COPY.formatted(measure, untold));
    effects.untilAllAreTold();
    assertEquals(new OneByOne.Pass(0, 0), effects.tell());
    assertEquals(List.of("measure.told"), Rows.journal("measure", untold.toString()));
    assertEquals(
        List.of("INTERNAL"),
        Told.to("alliance-service", kol).snapshot().stream()
            .filter(line -> line.path("aggregateId").asText().equals(untold.toString()))
            .map(line -> line.path("audience").asText())
            .toList());
  }

  @Test
  @DisplayName("SAN-135 a measure whose end cannot be told keeps no other end from being told")
  void untellable() throws SQLException {
    String bad = Given.measureOf(Given.decided(kol));
    String good = Given.measureOf(Given.decided(RegistryStub.subject("KOL", "REGISTERED")));
    TestClock.get().set(OVER);
    List<String> toldOf = List.of("measure.imposed", "measure.unpublished", "measure.ended");
    Rows.whileUntellable(
        bad,
        () -> {
          allEndsAreTold();
          assertEquals(toldOf, Rows.journal("measure", good));
          assertEquals(List.of("measure.imposed"), Rows.journal("measure", bad));
        });
    allEndsAreTold();
    assertEquals(toldOf, Rows.journal("measure", bad));
  }

  @Test
  @DisplayName("SAN-135 an effect that cannot be told keeps no other effect from being told")
  void untellableEffect() throws SQLException {
    String measure = Given.measureOf(Given.decided(kol));
    effects.tell();
    List<UUID> untold = List.of(new UUID(0, 1), UUID.randomUUID()); // the bad one comes first
    for (UUID id : untold) {
      Rows.run(COPY.formatted(measure, id));
    }
    Rows.whileUntellable(
        untold.get(0).toString(),
        () -> assertEquals(new OneByOne.Pass(1, 1), effects.tell(), "one told, one not"));
    assertEquals(new OneByOne.Pass(1, 0), effects.tell());
    for (UUID id : untold) {
      assertEquals(List.of("measure.told"), Rows.journal("measure", id.toString()));
    }
  }

  @Test
  @DisplayName("SAN-100 a ground may keep a measure public after its last day")
  void groundSaysOtherwise() throws SQLException {
    String days = "update ground set published_days = %d where code = '" + Api.GROUND + "'";
    Rows.run(days.formatted(10));
    String measure;
    try {
      measure = Given.measureOf(Given.decided(kol));
    } finally {
      Rows.run(days.formatted(0));
    }
    TestClock.get().set(OVER.plus(Duration.ofDays(10)).minusMillis(1));
    allEndsAreTold();
    assertEquals(
        List.of(measure),
        Told.toMembers(kol).feed().stream().map(it -> it.path("aggregateId").asText()).toList());
    Api.PLATFORM.get("subjects/" + kol + "/measures").then().body("items", hasSize(1));
    TestClock.get().set(OVER.plus(Duration.ofDays(10)));
    Api.PLATFORM.get("subjects/" + kol + "/measures").then().body("items", hasSize(0));
    allEndsAreTold();
    assertEquals("measure.unpublished", Told.toMembers(kol).feed().get(0).path("type").asText());
  }
}

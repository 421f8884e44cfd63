package vn.digitaltrust.alliance.sanctions;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.OwnJournal;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.testing.Tokens;

/** What becomes of memberships when sanctions tells of measures. */
@QuarkusTest
class MembershipMeasuresTest extends Suite {
  private static final Instant NOW = TestClock.MORNING;
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject SanctionsChanges changes;

  private final UUID measure = UUID.randomUUID();
  private UUID kol;

  @BeforeEach
  void aKol() {
    kol = neighbours.subject("KOL", "REGISTERED");
  }

  private void tell(ObjectNode... measures) {
    QuarkusTransaction.requiringNew()
        .run(() -> Stream.of(measures).map(Told::of).forEach(changes::apply));
  }

  private ObjectNode exclusion() {
    return Told.measure(measure, kol, "MEMBERSHIP_EXCLUSION", NOW);
  }

  private static ValidatableResponse read(String path) {
    return as(Tokens.as("platform")).get(path).then().statusCode(200);
  }

  /** What was told of a membership, beside that somebody asked for its admission. */
  private static List<String> types(String path) {
    return OwnJournal.types(id(path)).stream()
        .filter(type -> !type.equals("membership.admissionRequested"))
        .toList();
  }

  private static UUID id(String path) {
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  @Test
  @DisplayName("ALL-18 a membership is paused and restored like a certificate")
  void membershipSuspended() {
    String path = member(kol);
    ObjectNode pause = Told.measure(measure, kol, "MEMBERSHIP_SUSPENSION", NOW);
    tell(pause);
    read(path).body("status", equalTo("ADMITTED")).body("suspended", equalTo(true));
    tell(Told.ended(pause, "LIFTED", NOW));
    read(path).body("suspended", equalTo(false));
    assertEquals(
        List.of(
            "membership.applied",
            "membership.admitted",
            "membership.suspended",
            "membership.restored"),
        types(path));
  }

  @Test
  @DisplayName("ALL-18 an exclusion ends the membership; its annulment gives it back")
  void excluded() {
    String path = member(kol);
    tell(exclusion());
    read(path).body("status", equalTo("EXCLUDED")).body("leftAt", equalTo("2026-11-24T03:00:00Z"));
    assertEquals("EXCLUDED", OwnJournal.last(id(path)).path("status").asText());
    act(kol(kol), path, "departures", "{}").statusCode(409);
    tell(Told.ended(exclusion(), "ANNULLED", NOW.plus(HOUR)));
    read(path).body("status", equalTo("ADMITTED")).body("leftAt", nullValue());
    assertEquals("membership.restored", types(path).get(3));
  }

  @Test
  @DisplayName("ALL-18 a stayed exclusion leaves the membership in force for the stay alone")
  void exclusionStayed() {
    String path = member(kol);
    tell(exclusion());
    clock.advance(HOUR);
    Instant stayEnds = NOW.plus(HOUR.multipliedBy(3));
    tell(Told.stayed(exclusion(), NOW.plus(HOUR), stayEnds));
    read(path)
        .body("status", equalTo("ADMITTED"))
        .body("suspended", equalTo(false))
        .body("leftAt", equalTo(stayEnds.toString()));
    clock.set(stayEnds);
    read(path).body("status", equalTo("EXCLUDED"));
  }

  @Test
  @DisplayName("ALL-18 an exclusion that is to come shows when it comes, and not before")
  void exclusionPlanned() {
    String path = member(kol);
    tell(Told.measure(measure, kol, "MEMBERSHIP_EXCLUSION", NOW.plus(HOUR)));
    read(path).body("status", equalTo("ADMITTED")).body("leftAt", equalTo("2026-11-24T04:00:00Z"));
    clock.advance(HOUR);
    read(path).body("status", equalTo("EXCLUDED"));
    apply(kol(kol), kol).statusCode(201);
    assertEquals("membership.excluded", types(path).get(3));
  }

  @Test
  @DisplayName("ALL-18 a membership given back ends where a later one began")
  void admittedAgainMeanwhile() {
    String first = member(kol);
    tell(Told.until(exclusion(), NOW.plus(HOUR)));
    clock.advance(HOUR);
    String second = member(kol);
    tell(Told.ended(Told.until(exclusion(), NOW.plus(HOUR)), "ANNULLED", NOW.plus(HOUR)));
    read(first).body("status", equalTo("LEFT")).body("leftAt", equalTo("2026-11-24T04:00:00Z"));
    read(second).body("status", equalTo("ADMITTED"));
    assertEquals("membership.left", types(first).get(3));
  }

  @Test
  @DisplayName("ALL-18 a membership given back takes the place of an application that waits")
  void applicationMeanwhile() {
    String first = member(kol);
    tell(exclusion());
    String waiting = apply(kol(kol), kol).statusCode(201).extract().path("id");
    tell(Told.ended(exclusion(), "ANNULLED", NOW));
    read(first).body("status", equalTo("ADMITTED"));
    as(kol(kol))
        .get("/alliance/v1/memberships/" + waiting)
        .then()
        .body("status", equalTo("WITHDRAWN"));
    assertEquals(
        List.of("membership.applied", "membership.withdrawn"),
        OwnJournal.types(UUID.fromString(waiting)));
  }

  @Test
  @DisplayName("ALL-18 who has left is not touched by a measure that begins later")
  void leftBefore() {
    String path = member(kol);
    act(kol(kol), path, "departures", "{}").statusCode(201);
    clock.advance(HOUR);
    tell(Told.measure(measure, kol, "MEMBERSHIP_EXCLUSION", NOW.plus(HOUR)));
    read(path).body("status", equalTo("LEFT"));
    assertEquals(3, types(path).size());
  }
}

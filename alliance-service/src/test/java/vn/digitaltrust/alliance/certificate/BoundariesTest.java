package vn.digitaltrust.alliance.certificate;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.right.Boundaries;
import vn.digitaltrust.alliance.sanctions.ToldMeasures;
import vn.digitaltrust.alliance.testing.OwnJournal;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

/** ALL-41: what watchers of the journal hear when time passes. */
@QuarkusTest
class BoundariesTest extends Suite {
  private static final Instant NOW = TestClock.MORNING;
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject Boundaries boundaries;
  @Inject CertificateSettlement settlement;
  @Inject ToldMeasures measures;

  private UUID granted(UUID kol) {
    String path = certificate(kol);
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  private static ObjectNode pause(UUID kol) {
    return Told.until(
        Told.measure(UUID.randomUUID(), kol, "CERTIFICATE_SUSPENSION", NOW.plus(HOUR)),
        NOW.plus(HOUR.multipliedBy(2)));
  }

  private static List<String> since(UUID id, int first) {
    List<String> types = OwnJournal.types(id);
    return types.subList(first, types.size());
  }

  @Test
  @DisplayName("ALL-41 suspended, restored and ended are told at their boundaries, each once")
  void toldOnce() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    UUID id = granted(kol);
    measures.tell(pause(kol));
    boundaries.announce();
    assertEquals(List.of("certificate.revised"), since(id, 2));
    clock.set(NOW.plus(HOUR));
    boundaries.announce();
    boundaries.announce();
    assertEquals(List.of("certificate.suspended"), since(id, 3));
    clock.set(NOW.plus(HOUR.multipliedBy(2)));
    boundaries.announce();
    boundaries.announce();
    assertEquals(List.of("certificate.restored"), since(id, 4));
    clock.set(Instant.parse("2027-11-23T17:00:00Z"));
    boundaries.announce();
    boundaries.announce();
    assertEquals(List.of("certificate.ended"), since(id, 5));
    List<OwnJournal.Line> lines = OwnJournal.of(id);
    assertEquals(
        List.of(0L, 0L, 1L, 2L, 3L, 4L), lines.stream().map(OwnJournal.Line::version).toList());
  }

  @Test
  @DisplayName("ALL-90, ALL-91 what a pause was is not told in public once it is over")
  void endedPauses() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    UUID id = granted(kol);
    String path = "/alliance/v1/certificates/" + id;
    UUID longer = UUID.randomUUID();
    measures.tell(
        Told.until(
            Told.measure(UUID.randomUUID(), kol, "CERTIFICATE_SUSPENSION", NOW), NOW.plus(HOUR)));
    measures.tell(
        Told.until(
            Told.measure(longer, kol, "CERTIFICATE_SUSPENSION", NOW),
            NOW.plus(HOUR.multipliedBy(2))));
    assertEquals(2, OwnJournal.last(id).path("suspensions").size());
    OwnJournal.last(id).path("suspensions").forEach(told -> assertFalse(told.has("measure")));
    clock.set(NOW.plus(HOUR));
    boundaries.announce();
    boundaries.announce();
    assertEquals(
        List.of("certificate.suspended", "certificate.revised", "certificate.revised"),
        since(id, 2));
    assertEquals(
        "[{\"startsAt\":\"2026-11-24T03:00:00Z\",\"endsAt\":\"2026-11-24T05:00:00Z\"}]",
        OwnJournal.last(id).path("suspensions").toString());
    for (String member : List.of("platform", "press", "service", "registrar")) {
      as(Tokens.as(member))
          .get(path)
          .then()
          .body("status", equalTo("SUSPENDED"))
          .body("suspensions", hasSize(1))
          .body("suspensions[0]", not(hasKey("measure")));
    }
    for (String insider : List.of(kol(kol), admin(), Tokens.as("assessor"), Tokens.as("auditor"))) {
      as(insider).get(path).then().body("suspensions.measure", hasItem(longer.toString()));
      as(insider).get(path).then().body("suspensions", hasSize(2));
    }
    clock.set(NOW.plus(HOUR.multipliedBy(2)));
    as(Tokens.as("press")).get(path).then().body("suspensions", hasSize(0));
    boundaries.announce();
    assertEquals("certificate.restored", since(id, 5).get(0));
    assertEquals("[]", OwnJournal.last(id).path("suspensions").toString());
  }

  @Test
  @DisplayName("ALL-90 of a right that is over no pause is told in public, though it goes on")
  void pausesOfWhatIsOver() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = member(kol);
    UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    measures.tell(Told.measure(UUID.randomUUID(), kol, "MEMBERSHIP_SUSPENSION", NOW));
    as(Tokens.as("press"))
        .get(path)
        .then()
        .body("suspensions", hasSize(1))
        .body("suspensions[0]", not(hasKey("measure")));
    assertFalse(OwnJournal.last(id).path("suspensions").path(0).has("measure"));
    clock.advance(HOUR);
    act(kol(kol), path, "departures", "{}").statusCode(201);
    as(Tokens.as("press")).get(path).then().body("suspensions", hasSize(0));
    assertEquals("[]", OwnJournal.last(id).path("suspensions").toString());
    as(admin()).get(path).then().body("suspensions", hasSize(1));
  }

  @Test
  @DisplayName("ALL-91 what was told before pauses were left out is told anew")
  void toldBefore() throws SQLException {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    UUID id = granted(kol);
    measures.tell(
        Told.until(
            Told.measure(UUID.randomUUID(), kol, "CERTIFICATE_SUSPENSION", NOW), NOW.plus(HOUR)));
    clock.set(NOW.plus(HOUR));
    boundaries.announce();
    try (Connection connection = Postgres.superuser("alliance");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update certificate set told_at = null, next_look = '2026-01-01Z' where id = '"
              + id
              + "'");
    }
    boundaries.announce();
    boundaries.announce();
    assertEquals(List.of("certificate.restored", "certificate.revised"), since(id, 3));
  }

  @Test
  @DisplayName("ALL-41 no answer waits for it")
  void noAnswerWaits() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    UUID id = granted(kol);
    measures.tell(pause(kol));
    clock.set(NOW.plus(HOUR));
    as(Tokens.as("press"))
        .get("/alliance/v1/certificates/" + id)
        .then()
        .body("status", equalTo("SUSPENDED"));
    assertEquals(List.of("certificate.revised"), since(id, 2));
  }

  @Test
  @DisplayName("ALL-41 a certificate that begins says nothing new and has no new version")
  void beginningIsQuiet() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String id = grant(kol, ",\"from\":\"2026-11-25\"").statusCode(201).extract().path("id");
    clock.set(Instant.parse("2026-11-24T17:00:00Z"));
    boundaries.announce();
    as(Tokens.as("press"))
        .get("/alliance/v1/certificates/" + id)
        .then()
        .body("status", equalTo("VALID"))
        .body("version", equalTo(0));
    assertEquals(2, OwnJournal.types(UUID.fromString(id)).size());
  }

  @Test
  @DisplayName("ALL-41 replicas that look at the same moment tell each boundary once")
  void replicas() throws Exception {
    List<UUID> ids =
        Stream.generate(() -> neighbours.subject("KOL", "REGISTERED"))
            .limit(12)
            .map(
                kol -> {
                  UUID id = granted(kol);
                  measures.tell(pause(kol));
                  return id;
                })
            .toList();
    clock.set(NOW.plus(HOUR));
    CyclicBarrier together = new CyclicBarrier(4);
    ExecutorService replicas = Executors.newFixedThreadPool(4);
    try {
      Callable<Void> replica =
          () -> {
            together.await();
            while (settlement.announce(3) > 0) {
              Thread.onSpinWait();
            }
            return null;
          };
      for (Future<Void> done : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
        done.get();
      }
    } finally {
      replicas.shutdownNow();
    }
    boundaries.announce();
    for (UUID id : ids) {
      assertEquals(List.of("certificate.suspended"), since(id, 3), id.toString());
    }
  }
}

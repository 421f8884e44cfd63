package vn.digitaltrust.alliance.registry;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.alliance.sanctions.ToldMeasures;
import vn.digitaltrust.alliance.testing.OwnJournal;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

/**
 * What the registry's journal has closed stays closed, whatever was answered before. The stub goes
 * on answering as it did: that is the stale answer.
 */
@QuarkusTest
class ClosuresTest extends Suite {
  private static final Instant NOW = TestClock.MORNING;

  @Inject RegistryChanges changes;
  @Inject EndingsInSteps steps;
  @Inject ToldMeasures measures;

  private void tell(Entry... entries) {
    QuarkusTransaction.requiringNew().run(() -> Stream.of(entries).forEach(changes::apply));
  }

  private void reload(List<Entry> entries) {
    QuarkusTransaction.requiringNew().run(() -> changes.reload(entries.stream()));
  }

  private static Entry is(UUID subject, String status) {
    return Told.subject(subject, status, null, NOW);
  }

  private static void stands(String path, String status) {
    as(Tokens.as("auditor")).get(path).then().body("status", equalTo(status));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DEREGISTERED", "ERASED", "QUARANTINED"})
  @DisplayName("ALL-55 an answer from before the closing gives no right")
  void staleAnswer(String status) {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    tell(is(kol, status));
    long before = OwnJournal.length();
    grant(kol, "")
        .statusCode(422)
        .body("rule", equalTo("ALL-55"))
        .body("detail", containsString(kol.toString()));
    apply(kol(kol), kol).statusCode(422).body("rule", equalTo("ALL-55"));
    assertEquals(before, OwnJournal.length());
  }

  @Test
  @DisplayName("ALL-55 an application that waits is not admitted on an answer from before")
  void staleAdmission() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path =
        "/alliance/v1/memberships/"
            + apply(kol(kol), kol).statusCode(201).extract().<String>path("id");
    tell(is(kol, "QUARANTINED"));
    admit(path, "{}").statusCode(422).body("rule", equalTo("ALL-55"));
    tell(is(kol, "REGISTERED"));
    admit(path, "{}").statusCode(201);
  }

  @Test
  @DisplayName("ALL-55 a certificate granted while its closing arrives is refused or ended")
  void grantedMeanwhile() throws Exception {
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 20; i++) {
        UUID kol = neighbours.subject("KOL", "REGISTERED");
        CyclicBarrier together = new CyclicBarrier(2);
        Future<?> closed =
            both.submit(
                () -> {
                  together.await();
                  tell(is(kol, "DEREGISTERED"));
                  return null;
                });
        together.await();
        grant(kol, "").statusCode(oneOf(201, 422));
        closed.get();
        as(admin())
            .get("/alliance/v1/certificates?subject=" + kol)
            .then()
            .body("items.status", everyItem(equalTo("ENDED")));
      }
    } finally {
      both.shutdownNow();
    }
  }

  @Test
  @DisplayName("ALL-55 what the registry has registered again is open again")
  void reopened() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    tell(is(kol, "DEREGISTERED"));
    grant(kol, "").statusCode(422);
    tell(is(kol, "REGISTERED"));
    String path = certificate(kol);
    clock.advance(Duration.ofMinutes(1));
    tell(Told.subject(kol, "DEREGISTERED", null, NOW.plusSeconds(60)));
    stands(path, "ENDED");
    grant(kol, "").statusCode(422).body("rule", equalTo("ALL-55"));
  }

  @Test
  @DisplayName("ALL-55 an unknown status ends nothing, and what is known then does")
  void unknownThenClosed() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = certificate(kol);
    tell(is(kol, "QUARANTINED"));
    stands(path, "VALID");
    tell(is(kol, "DEREGISTERED"));
    stands(path, "ENDED");
  }

  @Test
  @DisplayName("ALL-55 erasure is for good")
  void erasedForGood() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    tell(is(kol, "ERASED"), is(kol, "REGISTERED"), is(kol, "DEREGISTERED"), is(kol, "REGISTERED"));
    grant(kol, "").statusCode(422).body("rule", equalTo("ALL-55"));
  }

  @Test
  @DisplayName("ALL-51 an answer from before the merge gives no right to the merged id")
  void staleMerge() {
    UUID former = neighbours.subject("KOL", "REGISTERED");
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    tell(Told.subject(former, "MERGED", kol, NOW));
    grant(former, "")
        .statusCode(422)
        .body("rule", equalTo("ALL-51"))
        .body("detail", containsString(kol.toString()));
    apply(kol(former), former).statusCode(422).body("rule", equalTo("ALL-51"));
    grant(kol, "").statusCode(201);
  }

  @Test
  @DisplayName("ALL-52 an erased id stands alone: its measures no longer touch whom it became")
  void erasedStandsAlone() {
    UUID former = UUID.randomUUID();
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = certificate(kol);
    measures.tell(Told.measure(UUID.randomUUID(), former, "CERTIFICATE_SUSPENSION", NOW));
    tell(Told.subject(former, "MERGED", kol, NOW));
    stands(path, "SUSPENDED");
    tell(is(former, "ERASED"));
    stands(path, "VALID");
  }

  @Test
  @DisplayName("ALL-52 the tombstone of an erased certificate is the last that is told of it")
  void tombstoneIsLast() {
    UUID former = neighbours.subject("KOL", "REGISTERED");
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path = certificate(former);
    measures.tell(Told.measure(UUID.randomUUID(), kol, "CERTIFICATE_SUSPENSION", NOW));
    tell(Told.subject(former, "MERGED", kol, NOW));
    stands(path, "SUSPENDED");
    tell(is(former, "ERASED"));
    measures.tell(Told.measure(UUID.randomUUID(), former, "CERTIFICATE_WITHDRAWAL", NOW));
    List<String> types =
        OwnJournal.types(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
    assertEquals("certificate.erased", types.get(types.size() - 1));
    assertEquals(1, types.stream().filter("certificate.erased"::equals).count());
  }

  @Test
  @DisplayName(
      "ALL-54 a snapshot with more closings than a transaction may tell is loaded in steps")
  void manyAtOnce() throws SQLException {
    List<UUID> subjects = membersWithCertificates(510);
    List<Entry> snapshot = new ArrayList<>();
    subjects.forEach(id -> snapshot.add(is(id, "DEREGISTERED")));
    long before = OwnJournal.length();
    reload(snapshot);
    UUID last = subjects.get(subjects.size() - 1);
    neighbours.subject(last, "KOL", "REGISTERED", last);
    grant(last, ",\"from\":\"2027-01-01\"").statusCode(422).body("rule", equalTo("ALL-55"));
    assertEquals(before, OwnJournal.length());
    steps.endAllDue();
    assertEquals(before + 1_020, OwnJournal.length());
    for (int i = 0; i < subjects.size(); i += 50) {
      as(admin())
          .get("/alliance/v1/certificates?subject=" + subjects.get(i))
          .then()
          .body("items.status", contains("ENDED"));
    }
    reload(snapshot);
    steps.endAllDue();
    assertEquals(before + 1_020, OwnJournal.length());
  }

  private static List<UUID> membersWithCertificates(int count) throws SQLException {
    List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(count).toList();
    try (Connection connection = Postgres.superuser("alliance");
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica"); // as if two had admitted them
      for (int i = 0; i < count; i++) {
        statement.addBatch(
            """
            insert into membership (id, version, subject, kind, code_of_conduct, applied_at,
              applied_by, status, decided_by, admitted_at, heard)
            values (uuidv7(), 0, '%s', 'KOL', '1.0', '2026-11-01Z', 'a', 'ADMITTED', 'b',
              '2026-11-02Z', 'ACTIVE')
            """
                .formatted(subjects.get(i)));
        statement.addBatch(
            """
            insert into certificate (id, version, subject, number, from_day, until_day, starts_at,
              term_ends_at, granted_at, granted_by, transparency, ethics, engagement, brand_fit,
              compliance, total, grade, heard)
            values (uuidv7(), 0, '%s', 'IT-8%07d0', '2026-11-03', '2027-11-02', '2026-11-03Z',
              '2027-11-03Z', '2026-11-02Z', 'a', 90, 90, 90, 90, 90, 90, 'A', 'VALID')
            """
                .formatted(subjects.get(i), i));
      }
      statement.executeBatch();
    }
    return subjects;
  }
}

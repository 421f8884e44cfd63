package vn.digitaltrust.sanctions.registry;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.Change;
import vn.digitaltrust.journal.Journal;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryFeed;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class ErasureTest {
  @Inject RegistryFollower registry;
  @Inject Remains remains;
  @Inject Writing writing;
  @Inject Journal journal;

  private UUID kol;

  @BeforeEach
  void begin() throws SQLException {
    TestClock.get().set(TestClock.START);
    Rows.run("delete from journal_follower where name = 'registry'");
    kol = RegistryStub.subject("KOL", "REGISTERED");
  }

  private int poll() {
    return registry.follow().pollOnce(Duration.ZERO);
  }

  private int erase(UUID subject) {
    new RegistryFeed().says(subject, "kol.erased", "ERASED", null).serve();
    return poll();
  }

  @Test
  @DisplayName("SAN-72 an erasure takes every free text about the person, in tables and journal")
  void everyText() throws SQLException {
    String caseId = SecretCase.appealed(kol);
    String measure = Given.measureOf(caseId);
    assertTrue(Rows.with("secret") > 5, "the texts are there before");
    assertEquals(1, erase(kol));
    assertEquals(0, Rows.with("secret"));
    Api.PLATFORM
        .get("measures/" + measure)
        .then()
        .body(
            "status", is("IN_FORCE"),
            "statement", nullValue(),
            "conditions", hasSize(0),
            "exceptions[0].reason", nullValue());
    Api.AUDITOR.get("cases/" + caseId).then().body("title", nullValue(), "status", is("APPEALED"));
    Api.AUDITOR.get("journal/verification").then().statusCode(200).body("intact", is(true));
    long before = Rows.count("select position from journal_head");
    Rows.run("delete from journal_follower where name = 'registry'");
    assertEquals(1, poll());
    assertEquals(before, Rows.count("select position from journal_head"));
  }

  @Test
  @DisplayName("SAN-72 erasing a merged duplicate leaves the living person alone")
  void mergedDuplicate() throws SQLException {
    UUID living = RegistryStub.subject("KOL", "REGISTERED");
    UUID deeper = RegistryStub.subject("KOL", "REGISTERED");
    String ofDuplicate = Given.notified(kol);
    String ofLiving = Given.notified(living);
    String ofDeeper = Given.notified(deeper);
    new RegistryFeed()
        .says(deeper, "kol.merged", "MERGED", kol)
        .says(kol, "kol.merged", "MERGED", living)
        .says(kol, "kol.erased", "ERASED", null)
        .serve();
    assertEquals(3, poll());
    Api.AUDITOR.get("cases/" + ofLiving).then().body("title", is("Misleading advertising"));
    for (String gone : List.of(ofDuplicate, ofDeeper)) {
      Api.AUDITOR.get("cases/" + gone).then().body("title", nullValue());
    }
    Api.kol(living).get("cases").then().body("items.id", is(List.of(ofLiving)));
    assertEquals(
        0, Rows.count("select count(*) from subject_merge where subject = '%s'".formatted(kol)));
    Api.kol(living)
        .act("cases/" + ofLiving, "responses", Map.of("text", "Still here", "final", true))
        .then()
        .statusCode(201);
  }

  @Test
  @DisplayName("SAN-72 erasing a person takes with it what was merged into it")
  void family() throws SQLException {
    UUID duplicate = RegistryStub.subject("KOL", "REGISTERED");
    String caseId = Given.notified(duplicate);
    new RegistryFeed()
        .says(duplicate, "kol.merged", "MERGED", kol)
        .says(kol, "kol.erased", "ERASED", null)
        .serve();
    poll();
    Api.AUDITOR.get("cases/" + caseId).then().body("title", nullValue());
  }

  @Test
  @DisplayName("SAN-74 nothing is written about an erased one any more")
  void refusedAfterwards() throws SQLException {
    String caseId = SecretCase.appealed(kol);
    String measure = Given.measureOf(caseId);
    String appeal = Api.AUDITOR.get("cases/" + caseId).path("appeal");
    String decision =
        Api.MINISTRY
            .create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "E-" + kol))
            .path("id");
    erase(kol);
    Map<String, Object> words = Map.of("reasons", "secret");
    Map<String, Object> document =
        Map.of("number", "2", "issuedOn", "2026-11-25", "reasons", "secret");
    Api me = Api.kol(kol);
    for (var refused :
        List.of(
            Api.PLATFORM.create(
                "reports",
                Map.of("subject", kol, "facts", "secret", "source", "OTHER_NOTIFICATION")),
            Api.OFFICER.create("cases", Api.aCase(kol)),
            Api.MINISTRY.create("state-decisions", Given.stateDecision(kol, "BVHTTDL", "F-" + kol)),
            Api.OFFICER.act("cases/" + caseId, "closures", words),
            Api.OFFICER.act("cases/" + caseId, "notices", Api.notice()),
            Api.OTHER_DECIDER.act("cases/" + caseId, "interests", Map.of("reason", "secret")),
            Api.OTHER_DECIDER.act("measures/" + measure, "liftings", words),
            me.act("measures/" + measure, "statements", Map.of("text", "secret")),
            me.act("appeals/" + appeal, "withdrawals", null),
            Api.HA.act("appeals/" + appeal, "stays", words),
            Api.HA.act(
                "appeals/" + appeal, "votes", Map.of("outcome", "UPHELD", "reasons", "secret")),
            Api.MINISTRY.act("state-decisions/" + decision, "liftings", document))) {
      refused
          .then()
          .statusCode(409)
          .body("type", containsString("illegal-state"), "detail", containsString("erased"));
    }
    assertEquals(0, Rows.with("secret"));
  }

  @Test
  @DisplayName("SAN-74 an erasure waits for whoever is writing about the person at that moment")
  void race() throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch commit = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> command =
          threads.submit(
              () ->
                  QuarkusTransaction.requiringNew()
                      .run(
                          () -> {
                            writing.about(kol);
                            journal.append(
                                Change.of(
                                        "report.received",
                                        kol,
                                        "report",
                                        UUID.randomUUID(),
                                        0,
                                        Map.of("facts", "secret race"))
                                    .internal());
                            written.countDown();
                            await(commit);
                          }));
      await(written);
      Future<Integer> erasure = threads.submit(() -> erase(kol));
      Rows.awaitSomebodyWaiting();
      commit.countDown();
      command.get();
      assertEquals(1, erasure.get());
    } finally {
      commit.countDown();
      threads.shutdown();
    }
    assertEquals(0, Rows.with("secret race"));
  }

  @Test
  @DisplayName("SAN-75 more aggregates than fit into one transaction are told in steps")
  void manyReports() throws SQLException {
    int reports = 1_100;
    Rows.run(
        """
        insert into report (id, version, subject, facts, evidence, source, reported_by, received_at)
        select gen_random_uuid(), 0, '%s', 'secret', '[]', 'OTHER_NOTIFICATION', 'flood', now()
        from generate_series(1, %d)
        """
            .formatted(kol, reports));
    String measure = Given.measureOf(Given.decided(kol));
    assertEquals(1, erase(kol));
    assertEquals(0, Rows.with("secret"));
    Api.PLATFORM.get("measures/" + measure).then().body("recordedAt", is("2026-11-25T03:00:00Z"));
    String left = "select count(*) from erasure_remains where subject = '%s'".formatted(kol);
    String told =
        "select count(*) from journal_entry where type = 'report.erased' and subject = '%s'"
            .formatted(kol);
    assertTrue(Rows.count(left) > 0 && Rows.count(told) < reports, "not all at once");
    remains.tellRest();
    assertEquals(0, Rows.count(left));
    assertEquals(reports, Rows.count(told));
    assertEquals(
        1,
        Rows.count(
            "select count(*) from journal_entry where type = 'case.erased' and audience ="
                + " 'INTERNAL'"
                + " and subject = '%s'".formatted(kol)));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @DisplayName("SAN-72 those who follow hear that what was not public of a measure is gone")
  void files() throws SQLException {
    SecretCase.appealed(kol);
    long files = Rows.count(told("measureFile", 0));
    assertTrue(files > 0, "there was something to tell");
    long head = Rows.count("select position from journal_head");
    erase(kol);
    assertEquals(
        2 * Rows.count(told("measure", head) + " and audience = 'PUBLIC'"),
        Rows.count(told("measureFile", head)));
  }

  private String told(String aggregate, long after) {
    return "select count(*) from journal_entry where aggregate = '%s' and subject = '%s' and position > %d"
        .formatted(aggregate, kol, after);
  }

  @Test
  @DisplayName("SAN-74 who opens a case holds all whom it concerns in the order of an erasure")
  void orderOfHolding() throws Exception {
    UUID other = RegistryStub.subject("KOL", "REGISTERED");
    UUID first = kol.compareTo(other) < 0 ? kol : other;
    UUID second = first.equals(kol) ? other : kol;
    Rows.run("insert into subject_merge values ('%s', '%s')".formatted(first, second));
    String report =
        Api.PLATFORM
            .create(
                "reports", Map.of("subject", first, "facts", "f", "source", "OTHER_NOTIFICATION"))
            .path("id");
    Map<String, Object> about =
        Map.of("subject", second, "reports", List.of(report), "title", "Two ids of one person");
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try (Connection eraser = Postgres.superuser("sanctions");
        Statement statement = eraser.createStatement()) {
      eraser.setAutoCommit(false);
      statement.execute(
          "select pg_advisory_xact_lock(hashtextextended('subject %s', 0))".formatted(first));
      Future<Integer> opened =
          threads.submit(() -> Api.OFFICER.create("cases", about).statusCode());
      Rows.awaitSomebodyWaiting();
      try (ResultSet free =
          statement.executeQuery(
              "select pg_try_advisory_xact_lock(hashtextextended('subject %s', 0))"
                  .formatted(second))) {
        free.next();
        assertTrue(free.getBoolean(1), "the second is held while the first is waited for");
      }
      eraser.rollback();
      assertEquals(201, opened.get(30, TimeUnit.SECONDS));
    } finally {
      threads.shutdownNow();
    }
  }
}

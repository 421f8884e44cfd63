package vn.digitaltrust.alliance.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.TestClock;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.journal.Entry;

/** How large it is says {@code -Dreload.subjects}. */
@QuarkusTest
class ReloadTest extends Suite {
  private static final int SUBJECTS = Integer.getInteger("reload.subjects", 20_000);
  private static final int MERGED_EVERY = 100;
  private static final int CLOSED_EVERY = 50;

  @Inject RegistryChanges changes;
  @Inject EndingsInSteps steps;
  @Inject Persons persons;
  @Inject EntityManager database;
  @Inject EntityManagerFactory factory;

  private final long family = UUID.randomUUID().getMostSignificantBits();

  private UUID id(int number) {
    return new UUID(family, number);
  }

  /** With which all of these ids begin. */
  private String family() {
    return id(0).toString().substring(0, 19);
  }

  private static String status(int number) {
    return number % MERGED_EVERY == 1
        ? "MERGED"
        : number % CLOSED_EVERY == 2 ? "DEREGISTERED" : "REGISTERED";
  }

  /** A line about a subject and one about its name; made as they are read. */
  private Stream<Entry> lines(int number) {
    String status = status(number);
    boolean merged = status.equals("MERGED");
    UUID into = merged ? id(number - 1) : null;
    return Stream.of(
        Told.subject(id(number), status, into, TestClock.MORNING),
        Told.name(id(number), merged ? null : "Tên " + number));
  }

  private long count(String rows) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                (Long)
                    database
                        .createNativeQuery("select count(*) from " + rows, Long.class)
                        .getSingleResult());
  }

  private Set<UUID> sameAs(UUID subject) {
    return QuarkusTransaction.requiringNew().call(() -> persons.sameAs(subject));
  }

  private void reload(Stream<Entry> snapshot) {
    QuarkusTransaction.requiringNew().timeout(900).run(() -> changes.reload(snapshot));
  }

  @Test
  @DisplayName("ALL-72 a snapshot of many subjects is loaded in few statements, and again")
  void many() {
    Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
    for (int times = 0; times < 2; times++) {
      statistics.clear();
      long begun = System.nanoTime();
      reload(IntStream.range(0, SUBJECTS).boxed().flatMap(this::lines));
      Logger.getLogger(ReloadTest.class)
          .infof("%d subjects in %d ms", SUBJECTS, (System.nanoTime() - begun) / 1_000_000);
      assertTrue(
          statistics.getPrepareStatementCount() < 30,
          "by the entity manager: " + statistics.getPrepareStatementCount());
      int merged = SUBJECTS / MERGED_EVERY;
      assertEquals(merged, count("subject_merge"));
      assertEquals(SUBJECTS - merged, count("subject_name"));
      assertEquals(
          SUBJECTS / CLOSED_EVERY,
          count(
              "closed_subject where status = 'DEREGISTERED' and closed_at = '2026-11-24T03:00Z'"
                  + " and cast(subject as text) like '%s%%'".formatted(family())));
      assertEquals(Set.of(id(0), id(1)), sameAs(id(1)));
      assertEquals(0, count("told_subject"), "nothing is left behind");
    }
    steps.endAllDue();
    reload(Stream.empty());
    assertEquals(0, count("subject_merge"), "what it does not name");
    assertEquals(0, count("subject_name"), "what it does not name");
    reload(Stream.of(Told.subject(id(2), "REGISTERED", null, TestClock.MORNING)));
    assertEquals(0, count("closed_subject where subject = '" + id(2) + "'"), "it is open again");
  }

  @Test
  @DisplayName(
      "ALL-51, ALL-72 one of an unknown status, or merged into nobody, stays merged as it was")
  void stays() {
    reload(Stream.of(Told.subject(id(1), "MERGED", id(0), TestClock.MORNING)));
    for (String status : new String[] {"QUARANTINED", "MERGED"}) {
      reload(Stream.of(Told.subject(id(1), status, null, TestClock.MORNING)));
      assertEquals(Set.of(id(0), id(1)), sameAs(id(0)), status);
    }
    reload(Stream.of(Told.subject(id(1), "MERGED", id(3), TestClock.MORNING)));
    assertEquals(Set.of(id(0)), sameAs(id(0)));
    assertEquals(Set.of(id(1), id(3)), sameAs(id(3)));
  }
}

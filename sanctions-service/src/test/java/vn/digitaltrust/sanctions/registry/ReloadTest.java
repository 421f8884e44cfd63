package vn.digitaltrust.sanctions.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.Audience;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.sanctions.testing.Rows;

/** How large it is says {@code -Dreload.subjects}. */
@QuarkusTest
class ReloadTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SUBJECTS = Integer.getInteger("reload.subjects", 20_000);
  private static final int MERGED_EVERY = 20;
  private static final long FAMILY = UUID.randomUUID().getMostSignificantBits();

  @Inject RegistryChanges changes;
  @Inject EntityManagerFactory database;

  private static UUID id(int number) {
    return new UUID(FAMILY, number);
  }

  /** A line about a subject and one about its name; made as they are read. */
  private static Stream<Entry> lines(int number) {
    boolean merged = number % MERGED_EVERY == 1;
    ObjectNode state = JSON.createObjectNode();
    state.put("id", id(number).toString()).put("status", merged ? "MERGED" : "REGISTERED");
    state.put("mergedInto", merged ? id(number - 1).toString() : null);
    ObjectNode name = JSON.createObjectNode();
    name.put("id", id(number).toString()).put("displayName", merged ? null : "Tên " + number);
    return Stream.of(entry("subject", number, state), entry("subject-name", number, name));
  }

  private static Entry entry(String aggregate, int number, ObjectNode state) {
    Audience audience = aggregate.equals("subject") ? Audience.PUBLIC : Audience.INTERNAL;
    UUID id = id(number);
    return new Entry(
        number,
        "0".repeat(64),
        Instant.EPOCH,
        "kol.told",
        id,
        aggregate,
        id,
        1,
        audience,
        1,
        state);
  }

  @Test
  @DisplayName("SAN-112 a snapshot of many subjects is loaded in few statements, and again")
  void many() throws SQLException {
    Statistics statistics = database.unwrap(SessionFactory.class).getStatistics();
    for (int times = 0; times < 2; times++) {
      statistics.clear();
      long begun = System.nanoTime();
      QuarkusTransaction.requiringNew()
          .timeout(900)
          .run(
              () ->
                  changes.reload(IntStream.range(0, SUBJECTS).boxed().flatMap(ReloadTest::lines)));
      Logger.getLogger(ReloadTest.class)
          .infof("%d subjects in %d ms", SUBJECTS, (System.nanoTime() - begun) / 1_000_000);
      assertTrue(
          statistics.getPrepareStatementCount() < 20,
          "by the entity manager: " + statistics.getPrepareStatementCount());
      int merged = SUBJECTS / MERGED_EVERY;
      assertEquals(merged, Rows.count("select count(*) from subject_merge"));
      assertEquals(SUBJECTS - merged, Rows.count("select count(*) from subject_name"));
      assertEquals(
          1,
          Rows.count(
              "select count(*) from subject_merge where subject = '%s' and merged_into = '%s'"
                  .formatted(id(MERGED_EVERY + 1), id(MERGED_EVERY))));
    }
    QuarkusTransaction.requiringNew().run(() -> changes.reload(Stream.empty()));
    assertEquals(0, Rows.count("select count(*) from subject_merge"), "what it does not name");
    assertEquals(0, Rows.count("select count(*) from subject_name"), "what it does not name");
  }
}

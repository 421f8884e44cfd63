package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Random;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

/** Real processes, killed with SIGKILL in the middle of their work, again and again. */
@QuarkusTest
class CrashTest extends JournalTest {
  private static final String FOLLOWING = "sanctions";
  private static final int KILLS = 4;
  private static final long SEED = 20261124;

  @BeforeAll
  static void followingDatabase() throws SQLException {
    Postgres.create(FOLLOWING);
    Flyway.configure()
        .dataSource(Postgres.url(FOLLOWING), FOLLOWING + "_owner", Postgres.PASSWORD)
        .locations("db/journal")
        .placeholders(java.util.Map.of("app", FOLLOWING + "_app", "eraser", FOLLOWING + "_eraser"))
        .load()
        .migrate();
    try (Connection connection = Postgres.superuser(FOLLOWING);
        Statement statement = connection.createStatement()) {
      statement.execute("create table effect (position bigint, aggregate_id uuid)");
      statement.execute("grant select, insert on effect to " + FOLLOWING + "_app");
    }
  }

  private Child writer() {
    return new Child(
        WriterProcess.class, Postgres.url(DATABASE), DATABASE + "_app", Postgres.PASSWORD);
  }

  private Child follower() {
    return new Child(
        FollowerProcess.class,
        server.resolve("/registry/v1").toString(),
        Tokens.as("auditor"),
        Postgres.url(FOLLOWING),
        FOLLOWING + "_app",
        Postgres.PASSWORD);
  }

  @Test
  @DisplayName("JRN-1, JRN-7: writer and follower killed at random: no entry lost or doubled")
  void killed() {
    Random random = new Random(SEED);
    long notesBefore = notes();
    for (int kill = 0; kill < KILLS; kill++) {
      try (Child follower = follower();
          Child writer = writer()) {
        writer.awaitLines(20 + random.nextInt(200));
        follower.awaitLines(2 + random.nextInt(15));
        if (random.nextBoolean()) {
          writer.kill();
          follower.awaitLines(1);
        } else {
          follower.kill();
          writer.awaitLines(1 + random.nextInt(50));
        }
      }
    }
    assertTrue(notes() > notesBefore, "there was work to lose");
    Await.until("the last transactions have ended", CrashTest::writersGone);
    assertWritten();
    assertFollowed();
  }

  /** Each note has as many entries as its transaction meant to append; no entry has no note. */
  private static void assertWritten() {
    assertTrue(verification().intact());
    assertEquals(
        0,
        number(
            DATABASE,
            "select count(*) from note where text like 'entries: %' and substr(text, 10)::int <>"
                + " (select count(*) from journal_entry where aggregate_id = note.id)"));
    assertEquals(
        0,
        number(
            DATABASE,
            "select count(*) from journal_entry where actor = 'service:writer' and aggregate_id"
                + " not in (select id from note)"));
  }

  /** The follower goes on where it stood, in yet another process: this one. */
  private void assertFollowed() {
    try (Standalone standalone =
        new Standalone(
            Postgres.url(FOLLOWING),
            FOLLOWING + "_app",
            Postgres.PASSWORD,
            2,
            Standalone.background("follower"))) {
      Follower follower =
          FollowerProcess.follower(
              standalone, server.resolve("/registry/v1").toString(), Tokens.as("auditor"));
      do {
        follower.pollOnce(Duration.ZERO);
      } while (follower.position().number() < journal.head().number());
      assertEquals(journal.head(), follower.position());
    }
    long readable =
        number(DATABASE, "select count(*) from journal_entry where payload is not null");
    assertEquals(readable, number(FOLLOWING, "select count(distinct position) from effect"));
    assertEquals(readable, number(FOLLOWING, "select count(*) from effect"));
  }

  private static long notes() {
    return number(DATABASE, "select count(*) from note where text like 'entries: %'");
  }

  private static boolean writersGone() {
    return number(
            DATABASE,
            "select count(*) from pg_stat_activity where state <> 'idle' and xact_start is not null"
                + " and usename = '"
                + DATABASE
                + "_app'")
        == 0;
  }
}

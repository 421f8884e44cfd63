package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class AccessLogTest extends JournalTest {
  @Inject DataSource dataSource;

  @Test
  @DisplayName("JRN-12: a read is logged with who read what of whom under which request")
  void logged() {
    UUID id = desk.write("private");
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of("mai", "registrar").sign())
        .header("X-Request-Id", "request-9")
        .get("/registry/v1/notes/" + id)
        .then()
        .statusCode(200);
    Await.until("the batch is written", () -> logged("subject = '" + id + "'") == 1);
    assertEquals(
        1,
        logged(
            "actor = 'mai' and request_id = 'request-9' and resource = 'note' and subject = '"
                + id
                + "'"));
  }

  private static long logged(String condition) {
    return number(DATABASE, "select count(*) from access_log where " + condition);
  }

  /** The database as the library sees it, while it is not away. */
  private DataSource unless(AtomicBoolean away) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              if (away.get()) {
                throw new SQLException("the database is away");
              }
              return method.invoke(dataSource, arguments);
            });
  }

  private static AccessLog started(DataSource dataSource) {
    AccessLog log = new AccessLog(dataSource, Standalone.background("tests"), Clock.systemUTC());
    log.start(null);
    return log;
  }

  @Test
  @DisplayName("JRN-12: what cannot be written stays and is tried again; beyond 10,500 is refused")
  void bounded() {
    AtomicBoolean away = new AtomicBoolean(true);
    AccessLog log = started(unless(away));
    UUID subject = UUID.randomUUID();
    int taken = 0;
    try {
      while (true) {
        log.read("note", subject);
        taken++;
      }
    } catch (ReadsUnlogged refused) {
      assertEquals(10_500, taken, "ten thousand wait, and one batch is in hand");
    }
    away.set(false);
    log.read("note", subject);
    log.stop(null);
    assertEquals(10_501, logged("subject = '" + subject + "'"), "none was lost, none twice");
  }

  @Test
  @DisplayName("JRN-23: 12,000 reads in a transaction that is rolled back are logged all the same")
  void rolledBack() {
    AtomicBoolean away = new AtomicBoolean();
    AccessLog log = started(unless(away));
    UUID subject = UUID.randomUUID();
    int reads = 12_000;
    assertThrows(
        IllegalArgumentException.class,
        () ->
            desk.inTransaction(
                entities -> {
                  away.set(true);
                  for (int i = 0; i < 10_400; i++) {
                    log.read("note", subject);
                  }
                  // All is full, and whoever reads next makes room while it holds a transaction.
                  away.set(false);
                  for (int i = 10_400; i < reads; i++) {
                    log.read("note", subject);
                  }
                  throw new IllegalArgumentException("as asked");
                }));
    log.stop(null);
    assertEquals(reads, logged("subject = '" + subject + "'"));
  }

  @Test
  @DisplayName("JRN-24: partitions are made for this month and the next two, and old ones dropped")
  void partitions() {
    UUID subject = UUID.randomUUID();
    String reads =
        """
        insert into access_log (read_at, actor, resource, subject)
        select date_trunc('month', now()) - make_interval(months => ago) + interval '1 second',
          'x', 'test', '%s'
        from unnest(array[%s]) ago
        """;
    // The service stood still: of these months no partition was made.
    execute(reads.formatted(subject, "0, 3, 24, 25, 40"));
    keep();
    assertEquals(3, logged("subject = '" + subject + "'"), "24 months back, and no further");
    assertEquals(0, number(DATABASE, "select count(*) from access_log_other"));
    assertEquals(
        3,
        number(
            DATABASE,
            "select count(distinct tableoid) from access_log where subject = '%s'"
                .formatted(subject)));
    for (int ahead = 0; ahead < 3; ahead++) {
      assertEquals(
          1, number(DATABASE, "select count(*) from pg_class where relname = " + month(-ahead)));
    }
    // One that was made in its time and has grown old since.
    execute("select access_log_month(date_trunc('month', now(), 'UTC') - interval '25 months')");
    execute(reads.formatted(subject, "25"));
    assertEquals(4, logged("subject = '" + subject + "'"));
    keep();
    keep();
    assertEquals(3, logged("subject = '" + subject + "'"));
    assertEquals(0, number(DATABASE, "select count(*) from pg_class where relname = " + month(25)));
  }

  private static String month(int ago) {
    return "'access_log_' || to_char((now() at time zone 'UTC') - make_interval(months => %d), 'YYYY_MM')"
        .formatted(ago);
  }

  /** As the service does it, under the role that it runs with. */
  private void keep() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("select access_log_keep()");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void execute(String sql) {
    try (Connection connection = Postgres.superuser(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from access_log",
        "update access_log set actor = 'nobody'",
        "drop table access_log_other",
        "truncate access_log",
        "select access_log_month(now())"
      })
  @DisplayName("JRN-24: the runtime role can neither change nor remove a read")
  void rights(String sql) throws SQLException {
    try (Connection connection = Postgres.app(DATABASE);
        Statement statement = connection.createStatement()) {
      SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
      assertEquals("42501", refused.getSQLState(), refused.getMessage());
    }
  }

  @Test
  @DisplayName(
      "JRN-24: reads that were logged before there were partitions are kept, in their places")
  void migrated() throws Exception {
    String old = "access_log_migration";
    Postgres.create(old);
    String folder = "/db/journal/";
    try (Connection connection = Postgres.superuser(old);
        Statement statement = connection.createStatement()) {
      statement.execute(sql(folder + "V0_1__journal.sql", old));
      statement.execute(
          """
          insert into access_log (read_at, actor, resource, subject)
          select now() - make_interval(months => ago), 'before', 'test', gen_random_uuid()
          from generate_series(0, 5) ago
          """);
      long last = number(old, "select max(id) from access_log");
      statement.execute(sql(folder + "V0_3__access_log_by_month.sql", old));
      assertEquals(6, number(old, "select count(*) from access_log where actor = 'before'"));
      assertEquals(last, number(old, "select max(id) from access_log"));
      assertEquals(0, number(old, "select count(*) from access_log_other"));
      statement.execute(
          "insert into access_log (read_at, actor, resource) values (now(), 'after', 'access-log')");
      assertEquals(last + 1, number(old, "select id from access_log where actor = 'after'"));
    }
  }

  private static String sql(String resource, String database) throws IOException {
    try (InputStream file = AccessLogTest.class.getResourceAsStream(resource)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${app}", database + "_app")
          .replace("${eraser}", database + "_eraser")
          .replace("${flyway:defaultSchema}", "public");
    }
  }
}

package vn.digitaltrust.journal;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

/** What the tests of the library have in common. They share one journal and only ever add to it. */
@QuarkusTestResource(
    value = Postgres.class,
    initArgs = @ResourceArg(name = "name", value = JournalTest.DATABASE))
abstract class JournalTest {
  static final String DATABASE = "registry";

  @TestHTTPResource URI server;
  @Inject Journal journal;
  @Inject NoteDesk desk;

  record State(String text) {}

  static Change change(String text) {
    UUID id = UUID.randomUUID();
    return Change.of("note.written", id, "note", id, 0, new State(text));
  }

  /** The journal of this process, as the role sees it. */
  JournalSource source(String role) {
    return new JournalSource(server.resolve("/registry/v1"), () -> Tokens.as(role));
  }

  /** The journal of this process, as one of the suite's services sees it. */
  JournalSource client(String client) {
    return new JournalSource(server.resolve("/registry/v1"), () -> Tokens.service(client));
  }

  /** All entries after a position, as an auditor reads them. */
  List<Entry> entriesAfter(Position from) {
    return entriesAfter(from, source("auditor"));
  }

  static List<Entry> entriesAfter(Position from, JournalSource source) {
    List<Entry> entries = new ArrayList<>();
    Position at = from;
    while (true) {
      JournalPage page = source.read(at, Duration.ZERO, 1_000);
      if (page.entries().isEmpty()) {
        return entries;
      }
      entries.addAll(page.entries());
      at = entries.get(entries.size() - 1).at();
    }
  }

  static Response get(String role, String path, Object... parameters) {
    return RestAssured.given()
        .auth()
        .oauth2(Tokens.as(role))
        .get("/registry/v1" + path, parameters);
  }

  /** What an auditor hears of the whole journal. */
  static Verification verification() {
    return verificationFrom(1);
  }

  /** What an auditor hears of the journal from a position to its head. */
  static Verification verificationFrom(long position) {
    Response response = get("auditor", "/journal/verification?from={n}", position);
    response.then().statusCode(200);
    return response.as(Verification.class);
  }

  /** Runs SQL as the superuser, past all rights and triggers. */
  static void tamper(String... sql) {
    try (Connection connection = Postgres.superuser(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String one : sql) {
        statement.execute(one);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static long number(String database, String sql) {
    try (Connection connection = Postgres.superuser(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Postgres;

@QuarkusTest
class ErasureTest extends JournalTest {
  @Inject Erasure erasure;

  @Test
  @DisplayName("JRN-6: content and salt of all the subject's entries go, the chain still verifies")
  void erased() {
    Position before = journal.head();
    UUID id = desk.write("very private");
    desk.append(change("of another"));
    desk.append(Change.of("note.rewritten", id, "note", id, 1, new State("private, too")));
    desk.inTransaction(
        entities -> {
          assertEquals(2, erasure.erase(id));
          journal.append(Change.of("note.erased", id, "note", id, 2, new State(null)));
        });

    List<Entry> entries = entriesAfter(before);
    assertEquals(List.of(true, false, true, false), entries.stream().map(Entry::erased).toList());
    assertTrue(verification().intact());
    assertEquals(
        0,
        number(
            DATABASE,
            "select count(*) from journal_entry where subject = '"
                + id
                + "' and type <> 'note.erased' and (payload is not null or salt is not null)"));
    desk.inTransaction(
        entities -> assertEquals(1, erasure.erase(id), "the last one alone is left"));
  }

  @Test
  @DisplayName("JRN-6: what the erasing transaction told before it erased keeps its content")
  void toldBefore() {
    Position before = journal.head();
    UUID id = desk.write("very private");
    desk.inTransaction(
        entities -> {
          journal.append(Change.of("note.erased", id, "note", id, 1, new State(null)));
          assertEquals(1, erasure.erase(id));
        });
    assertEquals(List.of(true, false), entriesAfter(before).stream().map(Entry::erased).toList());
    assertTrue(verification().intact());
  }

  @Test
  @DisplayName("JRN-6: an erasure that is rolled back erases nothing, and needs a transaction")
  void rolledBack() {
    Position before = journal.head();
    UUID id = desk.write("kept");
    assertThrows(
        IllegalArgumentException.class,
        () ->
            desk.inTransaction(
                entities -> {
                  erasure.erase(id);
                  throw new IllegalArgumentException("as asked");
                }));
    assertFalse(entriesAfter(before).get(0).erased());
    assertThrows(IllegalStateException.class, () -> erasure.erase(id));
  }

  @Test
  @DisplayName("JRN-5: after an erasure the transaction is the runtime role's again")
  void roleIsGivenBack() {
    UUID id = desk.write("kept");
    assertThrows(
        RuntimeException.class,
        () ->
            desk.inTransaction(
                entities -> {
                  erasure.erase(id);
                  entities.createNativeQuery("select journal_erase('" + id + "')").getResultList();
                }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal_entry set type = 'x'",
        "update journal_entry set payload = null, salt = null",
        "delete from journal_entry",
        "truncate journal_entry",
        "update journal_head set position = 0",
        "delete from journal_head",
        "insert into journal_head (only_row, position, hash, recorded_at) values (false, 0, '', now())",
        "select journal_erase(gen_random_uuid())",
        "alter table journal_entry disable trigger all",
        "drop table journal_entry",
        "set session_replication_role = replica",
        "update access_log set actor = 'x'",
        "delete from access_log",
      })
  @DisplayName("JRN-5: the runtime role may not")
  void forbidden(String sql) throws SQLException {
    desk.append(change("one to try it on"));
    try (Connection connection = Postgres.app(DATABASE);
        Statement statement = connection.createStatement()) {
      SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
      assertTrue(
          List.of("42501", "23000").contains(refused.getSQLState()),
          refused.getSQLState() + " " + refused.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal_entry set type = 'x'",
        "update journal_entry set payload = null, salt = null, type = 'x'",
        "delete from journal_entry",
        "truncate journal_entry",
      })
  @DisplayName("JRN-5: even the owner is stopped by triggers")
  void owner(String sql) throws SQLException {
    desk.append(change("one to try it on"));
    try (Connection connection = Postgres.superuser(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute("set role " + DATABASE + "_owner");
      assertEquals(
          "23000", assertThrows(SQLException.class, () -> statement.execute(sql)).getSQLState());
    }
  }

  @ParameterizedTest(name = "position {0}, previous {1}")
  @ValueSource(
      strings = {
        "position + 1, hash",
        "position - 1, hash",
        "position, decode(repeat('ab', 32), 'hex')"
      })
  @DisplayName("JRN-5: the database refuses an entry that does not continue the chain")
  void continues(String link) throws SQLException {
    desk.append(change("the last one"));
    long before = journal.head().number();
    String sql =
        "insert into journal_entry select p + 1, recorded_at, 'note.forged', id, 'note', id, 0,"
            + " 'PUBLIC', '{}', 1, 'x', null, null, null, z, z, z, h, z from (select "
            + link
            + ", recorded_at, gen_random_uuid(), decode(repeat('00', 32), 'hex') from journal_head)"
            + " as head (p, h, recorded_at, id, z)";
    try (Connection connection = Postgres.app(DATABASE);
        Statement statement = connection.createStatement()) {
      SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
      assertTrue(refused.getSQLState().startsWith("23"), refused.getMessage());
    }
    assertEquals(before, journal.head().number());
    assertTrue(verification().intact());
  }
}

package vn.digitaltrust.alliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.journal.testing.Postgres;

/** What the database refuses by itself, whatever the service does. */
@QuarkusTest
class GuardsTest extends Suite {
  private static final String DENIED = "42501";
  private static final String UNIQUE = "23505";
  private static final String EXCLUSION = "23P01";
  private static final String CHECK = "23514";

  private final UUID subject = UUID.randomUUID();

  /** Runs each statement as the runtime role and rolls all back; the SQL state of the refusal. */
  private static String refusal(String... statements) {
    try (Connection connection = Postgres.app("alliance");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int i = 0; i < statements.length - 1; i++) {
        statement.execute(statements[i]);
      }
      String last = statements[statements.length - 1];
      String state = assertThrows(SQLException.class, () -> statement.execute(last)).getSQLState();
      connection.rollback();
      return state;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String membership(String status, String admitted, String left) {
    return """
        insert into membership (id, version, subject, kind, code_of_conduct, applied_at, applied_by,
          status, decided_by, admitted_at, left_at, heard)
        values (gen_random_uuid(), 0, '%s', 'KOL', '1.0', '2026-01-01Z', 'a', '%s', 'b', %s, %s, null)
        """
        .formatted(subject, status, admitted, left);
  }

  private String certificate(String number, String from, String to, String closed) {
    return """
        insert into certificate (id, version, subject, number, from_day, until_day, starts_at,
          term_ends_at, granted_at, granted_by, transparency, ethics, engagement, brand_fit,
          compliance, total, grade, closed_at, heard)
        values (gen_random_uuid(), 0, '%s', '%s', '2026-01-01', '2026-12-31', '%s', '%s',
          '2026-01-01Z', 'a', 90, 90, 90, 90, 90, 90, 'A', %s, 'VALID')
        """
        .formatted(subject, number, from, to, closed);
  }

  @Test
  @DisplayName("ALL-11 one open application or membership per subject")
  void oneOpen() {
    String applied = membership("APPLIED", "null", "null");
    String admitted = membership("ADMITTED", "'2026-02-01Z'", "null");
    assertEquals(UNIQUE, refusal(applied, applied));
    assertEquals(UNIQUE, refusal(applied, admitted));
    assertEquals(EXCLUSION, refusal(admitted, admitted));
  }

  @Test
  @DisplayName("ALL-11 nobody is a member twice at once, not even in the past")
  void noTwoAtOnce() {
    String first = membership("LEFT", "'2026-02-01Z'", "'2026-04-01Z'");
    assertEquals(
        EXCLUSION, refusal(first, membership("EXCLUDED", "'2026-03-31Z'", "'2026-05-01Z'")));
    assertEquals(EXCLUSION, refusal(first, membership("ADMITTED", "'2026-03-31Z'", "null")));
    assertEquals(
        CHECK,
        refusal(
            first,
            membership("ADMITTED", "'2026-04-01Z'", "null"),
            membership("LEFT", "'2026-06-01Z'", "'2026-05-01Z'")));
  }

  @Test
  @DisplayName("ALL-10 status and instants agree")
  void statusAndInstants() {
    assertEquals(CHECK, refusal(membership("ADMITTED", "null", "null")));
    assertEquals(CHECK, refusal(membership("REFUSED", "'2026-02-01Z'", "null")));
    assertEquals(CHECK, refusal(membership("LEFT", "'2026-02-01Z'", "null")));
    assertEquals(CHECK, refusal(membership("DREAMED", "null", "null")));
  }

  @Test
  @DisplayName("ALL-35 no two certificates at once; one that was closed makes room")
  void certificates() {
    String first = certificate("IT-900000010", "2026-01-01Z", "2027-01-01Z", "null");
    assertEquals(
        EXCLUSION,
        refusal(first, certificate("IT-900000011", "2026-12-31Z", "2027-12-31Z", "null")));
    assertEquals(
        UNIQUE,
        refusal(
            certificate("IT-900000010", "2026-01-01Z", "2027-01-01Z", "'2026-06-01Z'"),
            certificate("IT-900000010", "2026-06-01Z", "2027-06-01Z", "null")));
    assertEquals(CHECK, refusal(certificate("IT-1", "2026-01-01Z", "2027-01-01Z", "null")));
  }

  @Test
  @DisplayName("ALL-1 no two codes of conduct on one day")
  void codes() throws SQLException {
    try (Connection owner = Postgres.superuser("alliance");
        Statement statement = owner.createStatement()) {
      SQLException refused =
          assertThrows(
              SQLException.class,
              () ->
                  statement.execute(
                      "insert into code_of_conduct values ('9.9', '[2027-01-01,)', 'a', 'b', 'c',"
                          + " 'd', 'e')"));
      assertEquals(EXCLUSION, refused.getSQLState());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update code_of_conduct set version = '9.9'",
        "update code_of_conduct set valid = '[2020-01-01,2021-01-01)'",
        "update code_of_conduct set title_vi = 'x'",
        "update code_of_conduct set title_en = 'x'",
        "update code_of_conduct set text_vi = 'x'",
        "update code_of_conduct set text_en = 'x'",
        "update code_of_conduct set origin = 'x'",
        "insert into code_of_conduct values ('9.9', '[2020-01-01,2021-01-01)', 'a','b','c','d','e')",
        "delete from code_of_conduct",
        "truncate code_of_conduct cascade",
        "drop table code_of_conduct",
        "alter table code_of_conduct disable trigger all",
        "select 1 from code_of_conduct for update"
      })
  @DisplayName("ALL-2 the runtime role can read a code of conduct and do nothing else to it")
  void codesAreRead(String statement) throws SQLException {
    try (Connection runtime = Postgres.app("alliance");
        Statement reading = runtime.createStatement();
        ResultSet texts =
            reading.executeQuery("select 1 from code_of_conduct where text_vi <> text_en")) {
      assertTrue(texts.next());
    }
    assertEquals(DENIED, refusal(statement));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from membership",
        "update membership set subject = gen_random_uuid()",
        "update membership set code_of_conduct = '0.9'",
        "update membership set applied_at = now()",
        "delete from certificate",
        "update certificate set number = 'IT-00000002U'",
        "update certificate set starts_at = now()",
        "update certificate set term_ends_at = now()",
        "update certificate set subject = gen_random_uuid()",
        "update membership_suspension set starts_at = now()",
        "update certificate_suspension set starts_at = now()",
        "delete from erased_subject",
        "update membership set applied_by = 'x'",
        "update erased_subject set erased_at = now()",
        "truncate membership",
        "drop table certificate"
      })
  @DisplayName("the runtime role may not")
  void mayNot(String statement) {
    assertEquals(DENIED, refusal(statement));
  }
}

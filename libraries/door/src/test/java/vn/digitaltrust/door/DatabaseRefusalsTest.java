package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("DOOR-1 what the database refuses is told for what it is")
class DatabaseRefusalsTest {

  @ParameterizedTest(name = "SQL state {0}: {1}")
  @CsvSource({
    "23505, 409, illegal-state",
    "23P01, 409, illegal-state",
    "40001, 409, illegal-state",
    "40P01, 409, illegal-state",
    "23503, 422, rule-refused",
    "23514, 422, rule-refused",
    "22008, 400, malformed-request",
    "22021, 400, malformed-request",
    "23502, 500, internal",
    "23000, 500, internal",
    "57014, 500, internal",
    "08001, 503, unavailable",
    "08006, 503, unavailable",
    "53300, 503, unavailable",
    "57P01, 503, unavailable",
    "57P03, 503, unavailable",
    ", 503, unavailable"
  })
  void byState(String state, int status, String slug) {
    var problem =
        DatabaseRefusals.explain(new PersistenceException(new SQLException("never told", state)));
    assertEquals(status, problem.getStatusCode());
    assertEquals("urn:digital-trust:problem:" + slug, problem.getType().toString());
  }

  @Test
  @DisplayName("DOOR-1 a database that is lost in a commit is no promise that nothing was changed")
  void inCommit() {
    SQLException lost = new SQLException("never told", "08006");
    assertEquals(500, DatabaseRefusals.explain(rolledBack(lost)).getStatusCode());
    PersistenceException statement = new PersistenceException(lost);
    assertEquals(503, DatabaseRefusals.explain(rolledBack(statement)).getStatusCode());
  }

  @Test
  @DisplayName("DOOR-1 the journal's own statements are told as all others")
  void journal() {
    var lost = new IllegalStateException("x", new SQLException("never told", "08006"));
    assertEquals(503, DatabaseRefusals.explain(lost).getStatusCode());
    assertEquals(500, DatabaseRefusals.explain(new IllegalStateException("x")).getStatusCode());
  }

  private static RollbackException rolledBack(Throwable cause) {
    RollbackException rolledBack = new RollbackException("x");
    rolledBack.initCause(cause);
    return rolledBack;
  }
}

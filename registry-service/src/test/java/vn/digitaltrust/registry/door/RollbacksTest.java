package vn.digitaltrust.registry.door;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("DOOR-1 what the database refuses is told for what it is")
class RollbacksTest {

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
    "08006, 500, internal"
  })
  void byState(String state, int status, String slug) {
    var problem =
        Rollbacks.explain(new PersistenceException(new SQLException("never told", state)));
    assertEquals(status, problem.getStatusCode());
    assertEquals("urn:digital-trust:problem:" + slug, problem.getType().toString());
  }
}

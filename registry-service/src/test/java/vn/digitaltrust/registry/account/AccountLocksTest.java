package vn.digitaltrust.registry.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.registry.testing.Registry;

/** An erasure locks the subject and then its accounts; so does everything else. */
@QuarkusTest
class AccountLocksTest extends Registry {

  @ParameterizedTest
  @DisplayName("ACC-6 a change of an account waits for its subject, and holds no account meanwhile")
  @CsvSource({"closures, 200", "handles, 201"})
  void subjectFirst(String action, int status) throws Exception {
    var holder = registered("Khóa Trước");
    String id =
        open(holder, "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(freshHandle()))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    clock.advance(java.time.Duration.ofMinutes(1));
    var body = action.equals("handles") ? "{\"handle\":\"%s\"}".formatted(freshHandle()) : "{}";
    var pool = Executors.newSingleThreadExecutor();
    try (var connection = Postgres.superuser("registry");
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("select from subject where id = '" + holder + "' for update");
      var change = pool.submit(() -> act("/accounts/" + id, action, body).extract().statusCode());
      awaitDoneOrWaiting(change);
      assertFalse(change.isDone(), "the change did not wait for the subject");
      statement.execute("select from account where id = '" + id + "' for update nowait");
      connection.commit();
      assertEquals(status, change.get());
    } finally {
      pool.shutdown();
    }
  }

  private static void awaitDoneOrWaiting(Future<?> change) {
    while (!change.isDone()
        && query(
                "select pid from pg_stat_activity where datname = 'registry' and wait_event_type ="
                    + " 'Lock'")
            .isEmpty()) {
      Thread.onSpinWait();
    }
  }
}

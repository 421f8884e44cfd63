package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
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

  @Test
  @DisplayName(
      "JRN-12: reads are written 500 at a time; what fails stays; beyond 10,000 is refused")
  void bounded() {
    AtomicBoolean away = new AtomicBoolean(true);
    AtomicInteger batches = new AtomicInteger();
    DataSource switched =
        (DataSource)
            Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                  if (away.get()) {
                    throw new SQLException("the database is away");
                  }
                  batches.incrementAndGet();
                  return method.invoke(dataSource, arguments);
                });
    AccessLog log = new AccessLog(switched, Standalone.background("tests"), Clock.systemUTC());
    UUID subject = UUID.randomUUID();
    int taken = 0;
    try {
      while (true) {
        log.read("note", subject);
        taken++;
      }
    } catch (IllegalStateException refused) {
      assertEquals(10_500, taken, "ten thousand wait, and one batch is in hand");
    }
    assertThrows(IllegalStateException.class, () -> log.read("note", subject));

    away.set(false);
    log.read("note", subject);
    log.stop(null);
    assertEquals(10_501, logged("subject = '" + subject + "'"), "none was lost, none twice");
    assertEquals(22, batches.get());
  }
}

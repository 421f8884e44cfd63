package vn.digitaltrust.alliance.door;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.journal.testing.Tokens;

/** DOOR-5, on the log of refusals, which is silent but here. */
@QuarkusTest
class RequestIdsTest extends Suite {
  private static final Logger LOG = Logger.getLogger("http-problem");

  private final Queue<ExtLogRecord> lines = new ConcurrentLinkedQueue<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          ExtLogRecord copy = ExtLogRecord.wrap(line);
          copy.copyAll();
          lines.add(copy);
        }

        @Override
        public void flush() {
          // nothing is held back
        }

        @Override
        public void close() {
          // nothing is open
        }
      };
  private Level before;

  @BeforeEach
  void listen() {
    before = LOG.getLevel();
    LOG.setLevel(Level.INFO);
    LOG.addHandler(handler);
  }

  @AfterEach
  void leave() {
    LOG.removeHandler(handler);
    LOG.setLevel(before);
  }

  private static Response refused(String id) {
    return given()
        .auth()
        .oauth2(Tokens.as("alliance-admin"))
        .header("X-Request-Id", id)
        .get("/alliance/v1/memberships/" + UUID.randomUUID());
  }

  @Test
  @DisplayName("DOOR-5 the gateway's id is in the answer and in every line logged for it")
  void kept() {
    String id = UUID.randomUUID().toString();
    Response answer = refused(id);
    assertEquals(404, answer.statusCode());
    assertEquals(List.of(id), answer.getHeaders().getValues("X-Request-Id"));
    assertFalse(lines.isEmpty());
    lines.forEach(line -> assertEquals(id, line.getMdcCopy().get("requestId")));
  }

  @Test
  @DisplayName("DOOR-5 an id that could forge a line is replaced")
  void replaced() {
    String forged = "a b\tlevel=ERROR forged";
    String id = refused(forged).getHeader("X-Request-Id");
    assertNotEquals(forged, id);
    lines.forEach(line -> assertEquals(id, line.getMdcCopy().get("requestId")));
  }
}

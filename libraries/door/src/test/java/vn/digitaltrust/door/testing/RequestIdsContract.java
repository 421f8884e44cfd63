package vn.digitaltrust.door.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;

/** DOOR-5, on the log of refusals, which is silent but here. Each service extends it. */
public abstract class RequestIdsContract {
  private static final Logger LOG = Logger.getLogger("http-problem");

  private final String list;
  private final String role;
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

  /**
   * Of a service.
   *
   * @param list the path of a list whose rows have addresses of their own
   * @param role who may ask for a row
   */
  protected RequestIdsContract(String list, String role) {
    this.list = list;
    this.role = role;
  }

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

  private Response refused(String id) {
    return given()
        .auth()
        .oauth2(Tokens.as(role))
        .header("X-Request-Id", id)
        .basePath("")
        .get(list + "/" + UUID.randomUUID());
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

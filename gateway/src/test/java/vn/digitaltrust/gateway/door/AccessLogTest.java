package vn.digitaltrust.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.journal.testing.Tokens;

/** DOOR-11. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class AccessLogTest {
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

  @BeforeEach
  void listen() {
    Logger.getLogger("access").addHandler(handler);
  }

  @AfterEach
  void leave() {
    Logger.getLogger("access").removeHandler(handler);
  }

  private Map<String, String> only() {
    Patience.until("a line is written", () -> !lines.isEmpty());
    return lines.element().getMdcCopy();
  }

  @Test
  @DisplayName("DOOR-11 A line names request, client, method, way, status and time, and nobody")
  void line() {
    String token = Tokens.of("a-person", "platform").claim("azp", "platform-one").sign();
    Response answer =
        given()
            .auth()
            .oauth2(token)
            .get("/trust/v1/accounts?platform=TIKTOK&handle=somebody.known");
    Map<String, String> line = only();
    assertThat(line.get("requestId"), equalTo(answer.getHeader("X-Request-Id")));
    assertThat(line.get("client"), equalTo("platform-one"));
    assertThat(line.get("method"), equalTo("GET"));
    assertThat(line.get("path"), equalTo("/trust/v1/accounts"));
    assertThat(line.get("status"), equalTo("200"));
    String all = Arrays.toString(lines.element().getParameters()) + line;
    assertThat(all, not(containsString("somebody")));
    assertThat(all, not(containsString("a-person")));
    assertThat(all, not(containsString(token)));
    assertThat(all, not(containsString("127.0.0.1")));
  }

  @Test
  @DisplayName("DOOR-11 What is passed on and what is refused have their lines too")
  void others() {
    given().auth().oauth2(Tokens.as("kol")).get("/registry/v1/kols/KOL-1/secret-name.x");
    assertThat(only().get("path"), equalTo("/registry/v1/kols/*/*"));
    lines.clear();
    given().get("/registry/v1/kols");
    assertThat(only().get("status"), equalTo("401"));
    assertThat(only().get("client"), equalTo("-"));
  }

  @Test
  @DisplayName("DOOR-11 A client that names itself oddly writes nothing into the log")
  void forged() {
    String token = Tokens.of("x", "platform").claim("azp", "a\nFAKE LINE").sign();
    given().auth().oauth2(token).get("/registry/v1/kols");
    assertThat(only().get("client"), equalTo("unnamed"));
  }
}

package vn.digitaltrust.door.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.journal.testing.TraceReceiver;

/**
 * DOOR-8, with a collector that is really there. Each service extends it, with {@code
 * QuarkusTestResource(value = TraceReceiver.class, restrictToAnnotatedClass = true)}.
 */
public abstract class TracesContract {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String GATEWAY = "b7ad6b7169203331";

  @TraceReceiver.Given TraceReceiver collector;

  private final String service;
  private final String list;
  private final String role;

  /**
   * Of a service.
   *
   * @param service where its paths begin
   * @param list the path behind it of a list whose rows have addresses of their own
   * @param role who may ask for a row
   */
  protected TracesContract(String service, String list, String role) {
    this.service = service;
    this.list = list;
    this.role = role;
  }

  @Test
  @DisplayName(
      "DOOR-8 the gateway's trace goes on, names the operation and the request, and nobody")
  void continued() {
    String about = UUID.randomUUID().toString();
    String request = UUID.randomUUID().toString();
    given()
        .auth()
        .oauth2(Tokens.of("a-person", role).sign())
        .header("traceparent", "00-" + TRACE + "-" + GATEWAY + "-01")
        .header("X-Request-Id", request)
        .header("X-Forwarded-For", "203.0.113.7")
        .header("User-Agent", "somebody's browser")
        .queryParam("q", "somebody.known")
        .basePath("")
        .get(service + list + "/" + about)
        .then()
        .statusCode(400); // of a parameter that nobody knows
    String told = collector.told(request);
    assertThat(told, containsString(TraceReceiver.bytes(TRACE)));
    assertThat("its parent", told, containsString(TraceReceiver.bytes(GATEWAY)));
    assertThat(told, containsString("GET " + list + "/{id}"));
    for (String secret : new String[] {about, "somebody", "a-person", "203.0.113.7", "127.0.0.1"}) {
      assertThat(told, not(containsString(secret)));
    }
  }
}

package vn.digitaltrust.gateway.door;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.journal.testing.TraceReceiver;

/** GATE-12, with a collector; without one see ProxyTest. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
@QuarkusTestResource(value = TraceReceiver.class, restrictToAnnotatedClass = true)
class TracesTest {
  private static final String CLAIMED = "0af7651916cd43dd8448eb211c80319c";

  @TraceReceiver.Given TraceReceiver collector;

  private final String id = UUID.randomUUID().toString();
  private final String token =
      Tokens.of("a-person", "platform").claim("azp", "platform-one").sign();

  private Response get(String path) {
    return given()
        .auth()
        .oauth2(token)
        .header("traceparent", "00-" + CLAIMED + "-b7ad6b7169203331-01")
        .header("tracestate", "vendor=outside")
        .header("baggage", "who=somebody")
        .header("User-Agent", "somebody's browser")
        .get(path);
  }

  @Test
  @DisplayName("GATE-12 The service goes on with the gateway's own trace, not with a claimed one")
  void passedOn() {
    Response answer = get("/registry/v1/kols/" + id + "?q=somebody.known");
    String[] passed = answer.<String>path("headers.traceparent[0]").split("-");
    assertThat(answer.<List<String>>path("headers.traceparent").size(), equalTo(1));
    assertThat(passed[1], not(equalTo(CLAIMED)));
    assertThat(answer.path("headers.tracestate"), nullValue());
    assertThat(answer.path("headers.baggage"), nullValue());
    String told = collector.told(answer.getHeader("X-Request-Id"));
    assertThat("it is the trace", told, containsString(TraceReceiver.bytes(passed[1])));
    assertThat("it is the parent", told, containsString(TraceReceiver.bytes(passed[2])));
    assertThat(told, containsString("GET /registry/v1/kols/*"));
    assertThat(told, containsString("platform-one"));
    namesNobody(told);
  }

  @Test
  @DisplayName(
      "GATE-12 What the gateway answers or refuses itself is traced as well, and names nobody")
  void own() {
    for (String path :
        new String[] {
          "/trust/v1/accounts?platform=TIKTOK&handle=somebody.known",
          "/trust/v1/kols/KOL-" + id,
          "/registry/v1/;somebody"
        }) {
      Response answer = get(path);
      namesNobody(collector.told(answer.getHeader("X-Request-Id")));
    }
  }

  private void namesNobody(String told) {
    for (String secret : new String[] {"somebody", "a-person", id, token, "127.0.0.1", "outside"}) {
      assertThat(told, not(containsString(secret)));
    }
    assertThat(told, not(containsString(TraceReceiver.bytes(CLAIMED))));
  }
}

package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.States;
import vn.digitaltrust.gateway.testing.TestClock;
import vn.digitaltrust.journal.testing.Tokens;

/** GW-18: who keeps an answer is told whether it still holds, by a check of its own. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class EvidenceTest {
  private static final String NUMBER = "KOL-10001000O";

  @Neighbours.Given Neighbours neighbours;

  @Inject TestClock clock;

  private final UUID kol = UUID.randomUUID();
  private final UUID limit = UUID.randomUUID();
  private final String path =
      "/trust/v1/accounts?platform=TIKTOK&handle=hu.cau." + kol.toString().substring(0, 8);

  @BeforeEach
  void registered() {
    UUID account = UUID.randomUUID();
    String handle = path.substring(path.lastIndexOf('=') + 1);
    var feed = neighbours.registry().feed();
    feed.append("subject", kol, kol, States.subject(kol, "REGISTERED", null, null));
    feed.append("account", kol, account, States.account(account, kol, "TIKTOK", handle, null));
    until("CLEAR");
  }

  private static RequestSpecification platform() {
    return given().auth().oauth2(Tokens.as("platform"));
  }

  private Response check(String held) {
    return platform().header("If-None-Match", held).get(path);
  }

  /** The tag of the first answer with this verdict. */
  private String until(String verdict) {
    Patience.until(
        "the verdict is " + verdict, () -> verdict.equals(platform().get(path).path("verdict")));
    return platform().get(path).getHeader("ETag");
  }

  private void impose(Object... changes) {
    neighbours
        .sanctions()
        .feed()
        .append("measure", kol, limit, States.with(States.limit(limit, kol), changes));
  }

  /** What a caller sees who holds an answer while another takes its place. */
  private Response changed(String held) {
    Patience.until("something has changed", () -> check(held).statusCode() == 200);
    Response answer = check(held);
    assertThat(answer.getHeader("ETag"), not(equalTo(held)));
    return answer;
  }

  @Test
  @DisplayName("GW-18 The same said again is 304, and a check with an id and an age of its own")
  void sameAgain() {
    Response first = platform().get(path);
    String tag = first.getHeader("ETag");
    assertThat(tag, matchesPattern("W/\"[0-9a-f]{32}\""));
    assertThat(first.getHeader("Cache-Control"), equalTo("no-store"));
    assertThat(first.getHeader("Trust-Check-Id"), nullValue());

    Response again = check(tag);

    assertThat(again.statusCode(), equalTo(304));
    assertThat(again.asString(), emptyString());
    assertThat(again.getHeader("ETag"), equalTo(tag));
    assertThat(again.getHeader("Cache-Control"), equalTo("no-store"));
    String id = UUID.fromString(again.getHeader("Trust-Check-Id")).toString();
    assertThat(id, not(equalTo(first.path("checkId"))));
    assertThat(id, not(equalTo(check(tag).getHeader("Trust-Check-Id"))));
    Instant.parse(again.getHeader("Trust-At"));
    assertThat(
        again.getHeader("Trust-As-Of"),
        matchesPattern(
            "registry=\\d+;age-millis=\\d+, sanctions=\\d+;age-millis=\\d+,"
                + " alliance=\\d+;age-millis=\\d+"));
    assertThat(check("W/\"0\", " + tag).statusCode(), equalTo(304));
    assertThat(check("W/\"0\"").statusCode(), equalTo(200));
    assertThat(
        "of two lines the second",
        platform().header("If-None-Match", "\"x\"", tag).get(path).statusCode(),
        equalTo(304));
  }

  @Test
  @DisplayName("GW-18 A measure that is imposed, altered or lifted is another answer")
  void measures() {
    String clear = until("CLEAR");
    impose();
    Response restricted = changed(clear);
    assertThat(restricted.path("verdict"), equalTo("RESTRICTED"));
    String imposed = restricted.getHeader("ETag");
    assertThat(check(imposed).statusCode(), equalTo(304));

    impose("statement", "It was my cousin (hư cấu).");
    String altered = changed(imposed).getHeader("ETag");

    impose("end", States.object("state", "LIFTED", "at", "2026-01-02T00:00:00Z"));
    Response lifted = changed(altered);
    assertThat(lifted.path("verdict"), equalTo("CLEAR"));
    assertThat("what was said before", check(clear).statusCode(), equalTo(304));
  }

  @Test
  @DisplayName("GW-18 A measure that ends by time is another answer, though no journal says so")
  void endsByTime() {
    impose("endsAt", clock.instant().plusSeconds(20).toString());
    String restricted = until("RESTRICTED");
    assertThat(check(restricted).statusCode(), equalTo(304));

    clock.forward(Duration.ofSeconds(20));

    Response ended = check(restricted);
    assertThat(ended.statusCode(), equalTo(200));
    assertThat(ended.path("restrictions"), equalTo(List.of()));
  }

  @Test
  @DisplayName("GW-18 By registration number, too")
  void byNumber() {
    neighbours
        .registry()
        .feed()
        .append("subject", kol, kol, States.subject(kol, "REGISTERED", NUMBER, null));
    String byNumber = "/trust/v1/kols/" + NUMBER;
    Patience.until(
        "the number is known",
        () -> kol.toString().equals(platform().get(byNumber).path("subject.id")));
    String tag = platform().get(byNumber).getHeader("ETag");
    Response again = platform().header("If-None-Match", tag).get(byNumber);
    assertThat(again.statusCode(), equalTo(304));
    UUID.fromString(again.getHeader("Trust-Check-Id"));
  }
}

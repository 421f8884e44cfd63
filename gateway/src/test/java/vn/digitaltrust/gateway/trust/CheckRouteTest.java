package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static vn.digitaltrust.gateway.trust.Asking.isProblem;
import static vn.digitaltrust.gateway.trust.Asking.untilLoaded;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.RawHttp;
import vn.digitaltrust.journal.testing.Tokens;

/** A single check has one way, however it is asked for: methods, media types and odd addresses. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class CheckRouteTest {
  private static final String ACCOUNT = "/trust/v1/accounts?platform=TIKTOK&handle=dt.nobody";
  private static final String KOL = "/trust/v1/kols/KOL-100000011";

  @BeforeEach
  void loaded() {
    untilLoaded();
  }

  private static RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.as(role)).urlEncodingEnabled(false);
  }

  private static String accepting(String method, String accept) {
    return RawHttp.send(
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n%s\r\n"
            .formatted(method, ACCOUNT, Tokens.as("platform"), accept));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Accept:\r\n",
        "Accept: *\r\n",
        "Accept: */*\r\n",
        "Accept: text/html, */*;q=0.1\r\n",
        "Accept: application/*\r\n",
        "Accept: application/json\r\n",
        "Accept: APPLICATION/JSON\r\n",
        "Accept: application/json;charset=utf-8\r\n",
        "Accept: text/html\r\nAccept: application/json\r\n"
      })
  @DisplayName("Whoever accepts JSON, in whatever spelling, gets it")
  void accepted(String accept) {
    String answer = accepting("GET", accept);
    assertThat(answer, startsWith("HTTP/1.1 200"));
    assertThat(answer, containsString("\"verdict\":\"UNKNOWN\""));
    assertThat(accepting("HEAD", accept), startsWith("HTTP/1.1 200"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/png",
        "text/*",
        "application/problem+json",
        "application/vnd.x+json",
        "nonsense"
      })
  @DisplayName("GATE-1 Whoever accepts no JSON is told so, also one who may not check")
  void notAccepted(String accept) {
    isProblem(as("platform").accept(accept).get(ACCOUNT).then(), 406, "not-acceptable");
    isProblem(as("trust-replica").accept(accept).get(ACCOUNT).then(), 406, "not-acceptable");
    assertThat(as("platform").accept(accept).head(KOL).statusCode(), equalTo(406));
    isProblem(given().accept(accept).get(ACCOUNT).then(), 401, "unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(strings = {ACCOUNT, KOL})
  @DisplayName("HEAD says what GET says, without the body")
  void head(String check) {
    Response get = as("platform").get(check);
    Response head = as("platform").head(check);
    assertThat(head.statusCode(), equalTo(200));
    assertThat(head.asString(), emptyString());
    assertThat(get.asString(), not(emptyString()));
    for (String name : new String[] {"ETag", "Cache-Control", "Content-Type"}) {
      assertThat(name, head.header(name), equalTo(get.header(name)));
    }
    as("platform")
        .header("If-None-Match", get.header("ETag"))
        .head(check)
        .then()
        .statusCode(304)
        .header("Trust-Check-Id", not(emptyString()));
    assertThat(as("trust-replica").head(check).statusCode(), equalTo(403));
    assertThat(given().head(check).statusCode(), equalTo(401));
  }

  @ParameterizedTest
  @CsvSource({
    "/trust/v1/accounts/?platform=TIKTOK&handle=dt.nobody, 200",
    "/trust/v1/kols/KOL-100000011/, 200",
    "/trust/v1/kols/KOL-10000%20011, 400",
    "/trust/v1/kols/%C3%A1, 400",
    "/trust/v1/kols/x/, 400",
    "/trust/v1/kols/KOL-100000011?x=1, 400",
    "/trust/v1/accounts/x?platform=TIKTOK&handle=dt.nobody, 404",
    "/trust/v1/accountsx, 404",
    "/trust/v1/kols, 404",
    "/trust/v1/kols/, 404",
    "/trust/v1/kols/KOL-100000011/x, 404",
    "/trust/v1, 404",
    "/trust/v1/, 404"
  })
  @DisplayName("Odd addresses are a check, a bad check, or nothing, for GET as for HEAD")
  void addresses(String target, int status) {
    assertThat(as("platform").get(target).statusCode(), equalTo(status));
    assertThat(as("platform").head(target).statusCode(), equalTo(status));
  }

  @Test
  @DisplayName("A number is read as it was meant, not as it was escaped")
  void decoded() {
    as("platform").get("/trust/v1/kols/%20KOL-100000011%20").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    ACCOUNT + ", POST",
    ACCOUNT + ", PUT",
    ACCOUNT + ", PATCH",
    ACCOUNT + ", DELETE",
    KOL + ", POST",
    KOL + "/, DELETE"
  })
  @DisplayName("GATE-1 Any other method is refused with 405 and Allow, whoever asks")
  void methods(String target, String method) {
    for (String role : new String[] {"platform", "trust-replica"}) {
      isProblem(as(role).request(method, target).then(), 405, "method-not-allowed")
          .header("Allow", "GET, HEAD, OPTIONS");
    }
    isProblem(given().request(method, target).then(), 401, "unauthenticated");
  }

  @Test
  @DisplayName("OPTIONS is answered without a check")
  void options() {
    as("platform").options(ACCOUNT).then().statusCode(204).header("Allow", containsString("GET"));
    assertThat(given().options(ACCOUNT).statusCode(), equalTo(401));
  }
}

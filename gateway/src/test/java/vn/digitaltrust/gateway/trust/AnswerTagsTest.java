package vn.digitaltrust.gateway.trust;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.journal.testing.Tokens;

/** GW-18. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class AnswerTagsTest {
  @Neighbours.Given Neighbours neighbours;

  private final UUID kol = UUID.randomUUID();
  private final String number = number();

  private static String number() {
    String digits = Integer.toString(ThreadLocalRandom.current().nextInt(200_000_000, 900_000_000));
    return "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        .chars()
        .mapToObj(check -> RegistrationNumber.canonical("KOL-" + digits + (char) check))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private Response get(String known) {
    var request = given().auth().oauth2(Tokens.as("platform"));
    return (known == null ? request : request.header("If-None-Match", known))
        .get("/trust/v1/kols/" + number);
  }

  private void become(String status) {
    Map<String, Object> state = new HashMap<>();
    state.put("kind", "KOL");
    state.put("status", status);
    state.put("registrationNumber", number);
    neighbours.registry().feed().append("subject", kol, kol, state);
  }

  @BeforeEach
  void register() {
    become("REGISTERED");
    Patience.until("it is known", () -> "CLEAR".equals(get(null).path("verdict")));
  }

  @Test
  @DisplayName("GW-18 The same finding has the same tag, and is not sent to who has it")
  void same() {
    String tag = get(null).getHeader("ETag");
    assertThat(tag, startsWith("W/\""));
    assertThat(get(null).getHeader("ETag"), equalTo(tag));
    Response again = get(tag);
    assertThat(again.statusCode(), equalTo(304));
    assertThat(again.asString(), emptyString());
    assertThat(again.getHeader("ETag"), equalTo(tag));
    assertThat(get("\"another\", " + tag).statusCode(), equalTo(304));
  }

  @Test
  @DisplayName("GW-18 Another finding is sent, with another tag")
  void another() {
    String tag = get(null).getHeader("ETag");
    become("DEREGISTERED");
    Patience.until("it is known", () -> get(tag).statusCode() == 200);
    assertThat(get(tag).path("verdict"), equalTo("UNKNOWN"));
  }
}

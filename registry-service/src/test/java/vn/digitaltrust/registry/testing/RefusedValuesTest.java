package vn.digitaltrust.registry.testing;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that the database could not keep are refused before it is asked. */
@QuarkusTest
class RefusedValuesTest extends Registry {

  private static ValidatableResponse enter(String name, String birthDate) {
    return registrar()
        .body(kolBody(name, "Tên Thật").replace("1996-05-17", birthDate))
        .post("/kols")
        .then();
  }

  @ParameterizedTest
  @DisplayName("a birth date lies in the past, and not before 1900")
  @CsvSource({
    "-5000-01-01, 400",
    "1899-12-31, 400",
    "1900-01-01, 201",
    "2026-11-23, 422",
    "2026-11-24, 400",
    "+999999999-12-31, 400"
  })
  void birthDates(String birthDate, int status) {
    enter("Ngày Sinh", birthDate).statusCode(status);
  }

  @ParameterizedTest
  @DisplayName("a name has a letter or a digit")
  @ValueSource(strings = {"\\u00a0", "\\u200b", "\\u0301", "…", "\\u202e"})
  void names(String name) {
    enter(name, "1996-05-17")
        .statusCode(400)
        .body("violations.field", hasItem("names[0].value"))
        .body("type", equalTo("urn:digital-trust:problem:invalid-value"));
  }

  @ParameterizedTest
  @DisplayName("DOOR-4 control characters and halves of characters are refused")
  @ValueSource(strings = {"a\\u0000b", "a\\u001bb", "a\\u0085b", "a\\ud800b", "a\\udc00"})
  void controlCharacters(String name) {
    enter(name, "1996-05-17").statusCode(400).contentType("application/problem+json");
  }

  @ParameterizedTest
  @DisplayName("control characters in a search are refused")
  @ValueSource(
      strings = {
        "/kols/candidates?name=ab%00",
        "/organisations/candidates?name=ab%1b",
        "/kols/by-number/KOL-1%00",
        "/accounts?platform=YOUTUBE&handle=abc%00d",
        "/accounts?platform=FACEBOOK&platformId=%00",
        "/accounts?url=https://www.tiktok.com/@abc%2500",
        "/kols?cursor=%00"
      })
  void searches(String path) {
    registrar()
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  @DisplayName("an organisation that is only recorded has no category")
  void categoriesAreOfKols() {
    registrar()
        .body(
            "{\"kind\":\"ORGANISATION\",\"category\":\"ARTIST\","
                + "\"names\":[{\"type\":\"LEGAL\",\"value\":\"Công ty Được Nêu\"}]}")
        .post("/recorded-subjects")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("category"));
  }

  @ParameterizedTest
  @DisplayName("ACC-4 an account does not begin before there were any")
  @CsvSource({
    "-9999-01-01T00:00:00Z, 400",
    "-1000000000-01-01T00:00:00Z, 400",
    "1999-12-31T23:59:59Z, 422",
    "2000-01-01T00:00:00Z, 201",
    "+1000000000-12-31T23:59:59Z, 400"
  })
  void beginnings(String startsAt, int status) {
    open(
            recorded("Tài Khoản Cổ"),
            "{\"platform\":\"TIKTOK\",\"handle\":\"%s\",\"startsAt\":\"%s\"}"
                .formatted(freshHandle(), startsAt))
        .then()
        .statusCode(status);
  }

  @ParameterizedTest
  @DisplayName("an identity was verified in the past, and not before 2000")
  @CsvSource({
    "-9999-01-01T00:00:00Z, 400",
    "2026-11-24T03:00:00.000001Z, 400",
    "2026-11-24T03:00:00Z, 200"
  })
  void verifications(String verifiedAt, int status) {
    act(
            "/kols/" + submitted("Xác Minh"),
            "verifications",
            "{\"method\":\"VNEID\",\"level\":2,\"verifiedAt\":\"%s\"}".formatted(verifiedAt))
        .statusCode(status);
  }

  @Test
  @DisplayName("ACC-4 instants count to the microsecond, in the row and in the journal alike")
  void instantsAreExact() {
    var holder = recorded("Phần Tỷ Giây");
    String id =
        open(
                holder,
                "{\"platform\":\"TIKTOK\",\"handle\":\"%s\",\"startsAt\":\"2026-01-01T00:00:00.0000009Z\"}"
                    .formatted(freshHandle()))
            .then()
            .statusCode(201)
            .body("startsAt", equalTo("2026-01-01T00:00:00Z"))
            .extract()
            .path("id");
    act("/accounts/" + id, "closures", "{\"endsAt\":\"2026-01-01T00:00:00.0000004Z\"}")
        .statusCode(422)
        .body("rule", equalTo("ACC-4"));
    act(
            "/accounts/" + id,
            "handles",
            "{\"handle\":\"x.y\",\"from\":\"2026-01-01T00:00:00.0000004Z\"}")
        .statusCode(422);
    clock.advance(Duration.ofHours(1));
    act("/accounts/" + id, "closures", "{\"endsAt\":\"2026-02-01T00:00:00.0000019Z\"}")
        .statusCode(200)
        .body("endsAt", equalTo("2026-02-01T00:00:00.000001Z"));
    assertEquals(
        List.of("2026-01-01T00:00:00Z 2026-02-01T00:00:00.000001Z"),
        query(
            "select convert_from(payload, 'UTF8')::jsonb ->> 'startsAt' || ' ' ||"
                + " (convert_from(payload, 'UTF8')::jsonb ->> 'endsAt') from journal_entry where"
                + " type = 'account.closed' and aggregate_id = '%s'".formatted(id)));
  }
}

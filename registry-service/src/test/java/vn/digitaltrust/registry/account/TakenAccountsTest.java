package vn.digitaltrust.registry.account;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;

/** What somebody is told who asks for an account that is taken. */
@QuarkusTest
class TakenAccountsTest extends Registry {
  private final String handle = freshHandle();
  private final String id = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 2);

  private String both() {
    return "{\"platform\":\"TIKTOK\",\"handle\":\"%s\",\"platformId\":\"%s\"}"
        .formatted(handle, id);
  }

  private static ValidatableResponse isTaken(
      String subject, String body, String field, String key) {
    return open(subject, body)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:digital-trust:problem:illegal-state"))
        .body("violations.field", contains(field))
        .body("violations[0].message", containsString(key));
  }

  @Test
  @DisplayName("ACC-21 the field and what it says are named, and nothing of who has it")
  void named() {
    var holder = registered("Người Giữ");
    var other = recorded("Người Hỏi");
    open(holder, both()).then().statusCode(201);
    isTaken(
            other,
            "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(handle),
            "handle",
            handle)
        .body("detail", containsString("open at somebody else"))
        .body("detail", containsString("TIKTOK"))
        .body("detail", not(containsString(holder)));
    isTaken(
        other, "{\"platform\":\"TIKTOK\",\"platformId\":\"%s\"}".formatted(id), "platformId", id);
    isTaken(
        other,
        "{\"platform\":\"TIKTOK\",\"handle\":\"%s\",\"platformId\":\"%s\"}"
            .formatted(freshHandle(), id),
        "platformId",
        id);
    isTaken(
        other, "{\"url\":\"https://www.tiktok.com/@%s?_t=1\"}".formatted(handle), "url", handle);
    isTaken(holder, both(), "handle", handle)
        .body("detail", containsString("open at this person already"));
    with(Tokens.as("registrar"))
        .header("Accept-Language", "vi")
        .body(both())
        .post("/subjects/" + other + "/accounts")
        .then()
        .statusCode(409)
        .body("detail", containsString("đang mở ở người khác"));
  }

  @Test
  @DisplayName("ACC-21 a new handle that is taken is named, and so is a time that overlaps")
  void renamedAndOverlapping() {
    var holder = registered("Người Trước");
    var other = registered("Người Sau");
    String held = open(holder, both()).then().statusCode(201).extract().path("id");
    String own =
        open(other, "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(freshHandle()))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    clock.advance(Duration.ofDays(1));
    act("/accounts/" + own, "handles", "{\"handle\":\"%s\"}".formatted(handle))
        .statusCode(409)
        .body("violations.field", contains("handle"))
        .body("detail", containsString(handle));
    act("/accounts/" + held, "closures", "{}").statusCode(200);
    isTaken(
            other,
            "{\"platform\":\"TIKTOK\",\"handle\":\"%s\",\"startsAt\":\"2026-11-24T12:00:00Z\"}"
                .formatted(handle),
            "handle",
            handle)
        .body("detail", containsString("2026-11-25T03:00:00Z"));
    act("/accounts/" + own, "handles", "{\"handle\":\"%s\"}".formatted(handle)).statusCode(201);
  }

  @Test
  @DisplayName("ACC-20 a canonical subject has the accounts of all that were merged into it")
  void ofAPerson() {
    var first = registered("Tài Khoản Cũ");
    var second = registered("Tài Khoản Giữa");
    var canonical = registered("Tài Khoản Nay");
    open(first, both()).then().statusCode(201).body("canonicalId", equalTo(first));
    var later = freshHandle();
    open(canonical, "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(later));
    act("/subjects/" + first, "merges", "{\"into\":\"%s\",\"reason\":\"r\"}".formatted(second))
        .statusCode(200);
    act("/subjects/" + second, "merges", "{\"into\":\"%s\",\"reason\":\"r\"}".formatted(canonical))
        .statusCode(200);
    as("platform")
        .get("/subjects/" + canonical + "/accounts")
        .then()
        .statusCode(200)
        .body("items.handle", contains(handle, later))
        .body("items.subject", contains(first, canonical))
        .body("items.canonicalId", contains(canonical, canonical));
    var page = as("platform").get("/subjects/" + canonical + "/accounts?limit=1").then().extract();
    as("platform")
        .get("/subjects/" + canonical + "/accounts?limit=1&cursor=" + page.path("next"))
        .then()
        .body("items.handle", contains(later))
        .body("next", equalTo(null));
    as("platform")
        .get("/accounts?platform=TIKTOK&handle=" + handle)
        .then()
        .body("items.subject", contains(first))
        .body("items.canonicalId", contains(canonical));
  }
}

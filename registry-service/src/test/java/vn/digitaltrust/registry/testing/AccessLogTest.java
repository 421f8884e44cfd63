package vn.digitaltrust.registry.testing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Tokens;

/** The access log over HTTP, on the service with the clearest private parts. */
@QuarkusTest
class AccessLogTest extends Registry {
  private final String reader = "reader-" + UUID.randomUUID();
  private String mine;
  private String yours;

  /** Three readings, a minute apart. */
  @BeforeEach
  void readings() {
    mine = submitted("Được Đọc");
    yours = submitted("Cũng Được Đọc");
    for (var id : List.of(mine, yours, mine)) {
      with(Tokens.of(reader, "registrar").sign()).get("/kols/" + id).then().statusCode(200);
      clock.advance(Duration.ofMinutes(1));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (query("select 1 from access_log where actor = '" + reader + "'").size() < 3) {
            Thread.sleep(50);
          }
        });
  }

  private static ValidatableResponse log(String query) {
    return as("auditor").get("/access-log" + query).then().statusCode(200);
  }

  @Test
  @DisplayName("JRN-25 the auditor reads who read what of whom, newest first, by each filter")
  void filters() {
    log("?actor=" + reader)
        .body("items.subject", contains(mine, yours, mine))
        .body("items.resource", everyItem(equalTo("subject-file")))
        .body("items[2].readAt", equalTo("2026-11-24T03:00:00Z"))
        .body("next", nullValue());
    log("?actor=" + reader + "&subject=" + yours).body("items.subject", contains(yours));
    log("?actor=" + reader + "&resource=case").body("items", equalTo(List.of()));
    log("?actor=" + reader + "&from=2026-11-24T03:01:00Z&to=2026-11-24T03:02:00Z")
        .body("items.subject", contains(yours));
  }

  @Test
  @DisplayName("JRN-25 it comes in pages whose cursors fit no other filter")
  void pages() {
    List<String> subjects = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          as("auditor")
              .queryParam("limit", 1)
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .get("/access-log?actor=" + reader)
              .then()
              .statusCode(200)
              .extract();
      subjects.addAll(page.path("items.subject"));
      cursor = page.path("next");
      if (cursor != null) {
        as("auditor")
            .queryParam("cursor", cursor)
            .get("/access-log?actor=another")
            .then()
            .statusCode(400)
            .body("violations.field", hasItem("cursor"));
      }
    } while (cursor != null);
    assertEquals(List.of(mine, yours, mine), subjects);
  }

  @Test
  @DisplayName("JRN-25 reading it is logged, with whose reads were asked for")
  void logged() {
    var auditor = "auditor-" + UUID.randomUUID();
    var token = Tokens.of(auditor, "auditor").sign();
    with(token).get("/access-log?limit=1").then().statusCode(200);
    with(token).get("/access-log?subject=" + mine).then().statusCode(200);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          while (query("select 1 from access_log where actor = '" + auditor + "'").size() < 2) {
            Thread.sleep(50);
          }
        });
    log("?actor=" + auditor)
        .body("items.resource", everyItem(equalTo("access-log")))
        .body("items.subject", contains(mine, null));
  }

  @Test
  @DisplayName("JRN-25 an auditor who is bound to a subject or a member does not read it")
  void bound() {
    for (var claim : List.of("subject_id", "member_id")) {
      with(Tokens.of("bound", "auditor").claim(claim, mine).sign())
          .get("/access-log")
          .then()
          .statusCode(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"from=yesterday", "to=2026-11-24", "from=1200-01-01T00:00:00Z", "limit=201"})
  @DisplayName("JRN-25 a value that cannot be is named")
  void malformed(String query) {
    as("auditor")
        .get("/access-log?" + query)
        .then()
        .statusCode(400)
        .body("violations.field", contains(query.substring(0, query.indexOf('='))));
  }
}

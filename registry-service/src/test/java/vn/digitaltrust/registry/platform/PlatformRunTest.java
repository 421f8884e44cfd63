package vn.digitaltrust.registry.platform;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class PlatformRunTest extends Registry {
  private static final String TIKTOK = "{\"platform\":\"TIKTOK\"}";

  private static ValidatableResponse enter(String organisation, String body) {
    return registrar().body(body).post("/organisations/" + organisation + "/platforms").then();
  }

  private static String entered(String organisation, String body) {
    return enter(organisation, body).statusCode(201).extract().path("id");
  }

  @Test
  @DisplayName("PLT-1 a registrar enters what a registered platform runs, and every member sees it")
  void entered() {
    var organisation = platform("Nền Tảng Một");
    String id =
        enter(organisation, "{\"platform\":\"TIKTOK\",\"startsAt\":\"2026-01-15T03:00:00Z\"}")
            .statusCode(201)
            .header("ETag", equalTo("\"0\""))
            .body("organisation", equalTo(organisation))
            .body("host", nullValue())
            .body("startsAt", equalTo("2026-01-15T03:00:00Z"))
            .body("endsAt", nullValue())
            .extract()
            .path("id");
    entered(organisation, "{\"platform\":\"X\"}");
    as("business")
        .get("/organisations/" + organisation + "/platforms")
        .then()
        .statusCode(200)
        .body("items.platform", contains("TIKTOK", "X"));
    as("kol").get("/platform-runs/" + id).then().statusCode(200).body("id", equalTo(id));
    assertEquals(2, journalOf(organisation).stream().filter("platform-run.opened"::equals).count());
    as("platform").get("/platform-runs/" + UUID.randomUUID()).then().statusCode(404);
    as("platform").get("/organisations/" + UUID.randomUUID() + "/platforms").then().statusCode(404);
  }

  @ParameterizedTest
  @DisplayName("PLT-1 no business and no state body runs a platform")
  @ValueSource(strings = {"BUSINESS", "AGENCY", "PRESS", "STATE_BODY"})
  void others(String type) {
    refusedByFirstRule(organisation("Không Phải Nền Tảng", type, true));
  }

  @Test
  @DisplayName("PLT-1 neither a KOL nor an organisation that is not registered runs a platform")
  void notRegistered() {
    refusedByFirstRule(registered("Linh Không Vận Hành"));
    var submitted = organisation("Nền Tảng Chưa Đăng Ký", "PLATFORM", false);
    refusedByFirstRule(submitted);
    var direct =
        assertThrows(SQLException.class, () -> insert(submitted, "TIKTOK", "", "2026-01-01Z"));
    assertEquals("23000", direct.getSQLState());
  }

  private static void refusedByFirstRule(String subject) {
    enter(subject, TIKTOK).statusCode(422).body("rule", equalTo("PLT-1"));
    as("platform").get("/organisations/" + subject + "/platforms").then().body("items", empty());
  }

  @Test
  @DisplayName("PLT-1 nobody enters the platforms of the organisation that their token is bound to")
  void ownMatter() {
    var organisation = platform("Nền Tảng Của Tôi");
    with(Tokens.of("registrar-own", "registrar").claim("member_id", organisation).sign())
        .body(TIKTOK)
        .post("/organisations/" + organisation + "/platforms")
        .then()
        .statusCode(422)
        .body("rule", equalTo("REG-86"));
  }

  @Test
  @DisplayName("PLT-2 an organisation runs a platform once at a time, several may run the same one")
  void onceAtATime() throws SQLException {
    var organisation = platform("Nền Tảng Hai");
    var id =
        entered(organisation, "{\"platform\":\"TIKTOK\",\"startsAt\":\"2026-01-01T00:00:00Z\"}");
    enter(organisation, TIKTOK).statusCode(409).body("violations.field", contains("platform"));
    entered(platform("Nền Tảng Ba"), TIKTOK);
    act("/platform-runs/" + id, "closures", "{\"endsAt\":\"2026-02-01T00:00:00Z\"}")
        .statusCode(200)
        .body("endsAt", equalTo("2026-02-01T00:00:00Z"));
    enter(organisation, "{\"platform\":\"TIKTOK\",\"startsAt\":\"2026-01-31T00:00:00Z\"}")
        .statusCode(409)
        .body("violations.field", contains("startsAt"));
    entered(organisation, "{\"platform\":\"TIKTOK\",\"startsAt\":\"2026-02-01T00:00:00Z\"}");
    var clash =
        assertThrows(SQLException.class, () -> insert(organisation, "TIKTOK", "", "2026-03-01Z"));
    assertEquals("23P01", clash.getSQLState());
  }

  private static void insert(String organisation, String platform, String host, String startsAt)
      throws SQLException {
    try (var connection = Postgres.app("registry");
        var statement = connection.createStatement()) {
      statement.execute(
          ("insert into platform_run (id, version, organisation, platform, host, starts_at) values"
                  + " ('%s', 0, '%s', '%s', '%s', '%s')")
              .formatted(UUID.randomUUID(), organisation, platform, host, startsAt));
    }
  }

  @Test
  @DisplayName("PLT-2 a merged organisation's platforms are those of the one it was merged into")
  void merged() {
    var organisation = platform("Nền Tảng Còn Lại");
    var other = platform("Nền Tảng Trùng");
    entered(other, TIKTOK);
    act(
            "/subjects/" + other,
            "merges",
            "{\"into\":\"%s\",\"reason\":\"trùng\"}".formatted(organisation))
        .statusCode(200);
    registrar()
        .get("/organisations/" + organisation + "/platforms")
        .then()
        .body("items.organisation", contains(other));
    enter(organisation, TIKTOK).statusCode(409);
  }

  @Test
  @DisplayName("PLT-3 what has been is not rewritten, not even by SQL")
  void historyIsKept() throws SQLException {
    var organisation = platform("Nền Tảng Bốn");
    var path = "/platform-runs/" + entered(organisation, TIKTOK);
    var first = etag(path);
    clock.advance(Duration.ofHours(1));
    registrar().body("{}").post(path + "/closures").then().statusCode(428);
    act(path, "closures", "{}").statusCode(200).body("endsAt", equalTo("2026-11-24T04:00:00Z"));
    registrar()
        .header("If-Match", first)
        .body("{}")
        .post(path + "/closures")
        .then()
        .statusCode(412);
    act(path, "closures", "{}").statusCode(409);
    assertTrue(journalOf(organisation).contains("platform-run.closed"));
    try (var connection = Postgres.app("registry");
        var statement = connection.createStatement()) {
      for (var change :
          List.of(
              "update platform_run set ends_at = null where organisation = '%s'",
              "update platform_run set platform = 'X' where organisation = '%s'",
              "delete from platform_run where organisation = '%s'")) {
        assertThrows(
            SQLException.class, () -> statement.execute(change.formatted(organisation)), change);
      }
    }
  }

  @ParameterizedTest(name = "start {0}, end {1}: {2}")
  @DisplayName("PLT-4 a run begins since 2000 and by now, and ends after its beginning and by now")
  @CsvSource({
    "1999-12-31T23:59:59Z, , 422",
    "2000-01-01T00:00:00Z, , 201",
    "2026-11-24T03:00:00Z, , 201",
    "2026-11-24T03:00:00.000001Z, , 422",
    "2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z, 422",
    "2026-11-01T00:00:00Z, 2026-11-24T03:00:00Z, 200",
    "2026-11-01T00:00:00Z, 2026-11-24T03:00:00.000001Z, 422"
  })
  void bounds(String start, String end, int status) {
    var opened =
        enter(
            platform("Nền Tảng Năm"),
            "{\"platform\":\"TIKTOK\",\"startsAt\":\"%s\"}".formatted(start));
    if (end == null) {
      opened.statusCode(status);
      return;
    }
    String id = opened.statusCode(201).extract().path("id");
    act("/platform-runs/" + id, "closures", "{\"endsAt\":\"%s\"}".formatted(end))
        .statusCode(status);
  }

  @ParameterizedTest
  @DisplayName("PLT-5 of OTHER the listed host is named, of every other platform none")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"platform\":\"OTHER\"}|host",
        "{\"platform\":\"OTHER\",\"host\":\"example.com\"}|host",
        "{\"platform\":\"TIKTOK\",\"host\":\"lotus.vn\"}|host",
        "{\"host\":\"lotus.vn\"}|platform"
      })
  void hosts(String body, String field) {
    enter(platform("Nền Tảng Sáu"), body).statusCode(400).body("violations.field", hasItem(field));
  }

  @Test
  @DisplayName("PLT-5 two small platforms are two, and the database asks for the host, too")
  void smallPlatforms() {
    var organisation = platform("Nền Tảng Bảy");
    entered(organisation, "{\"platform\":\"OTHER\",\"host\":\"lotus.vn\"}");
    enter(organisation, "{\"platform\":\"OTHER\",\"host\":\"gapo.vn\"}")
        .statusCode(201)
        .body("host", equalTo("gapo.vn"));
    for (var wrong : List.of(List.of("OTHER", ""), List.of("TIKTOK", "lotus.vn"))) {
      var refused =
          assertThrows(
              SQLException.class,
              () -> insert(organisation, wrong.get(0), wrong.get(1), "2026-01-01Z"));
      assertEquals("23514", refused.getSQLState());
    }
  }

  @Test
  @DisplayName("PLT-6 an erased organisation runs nothing any more")
  void erased() {
    var organisation = platform("Nền Tảng Tám");
    var id = entered(organisation, TIKTOK);
    erase(organisation);
    registrar()
        .get("/platform-runs/" + id)
        .then()
        .body("endsAt", equalTo("2026-11-24T03:00:00.000001Z"));
    assertTrue(journalOf(organisation).contains("platform-run.closed"));
    assertEquals(
        List.of("1 1"),
        query(
            "select r.version || ' ' || max(e.version) from platform_run r join journal_entry e on"
                + " e.aggregate = 'platform-run' and e.aggregate_id = r.id where r.id = '"
                + id
                + "' group by r.version"));
  }
}

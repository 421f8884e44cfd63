package vn.digitaltrust.registry.account;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;
import vn.digitaltrust.vocabulary.account.Platform;

@QuarkusTest
class AccountTest extends Registry {

  private static String tiktok(String handle) {
    return "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(handle);
  }

  @Test
  @DisplayName("ACC-2 the same account under any spelling is one subject's at a time")
  void oneHolderAtATime() {
    var handle = freshHandle();
    var linh = registered("Linh Một");
    var nam = registered("Nam Một");
    String id = open(linh, tiktok(handle)).then().statusCode(201).extract().path("id");
    open(nam, tiktok("@" + handle.toUpperCase())).then().statusCode(409);
    open(nam, "{\"url\":\"https://m.tiktok.com/@%s/?_t=1\"}".formatted(handle))
        .then()
        .statusCode(409);
    assertEquals(2, journalOf(nam).stream().filter(t -> t.startsWith("kol.registered")).count());
    assertTrue(journalOf(nam).stream().noneMatch(t -> t.startsWith("account")));

    clock.advance(Duration.ofDays(1));
    act("/accounts/" + id, "closures", "{}")
        .statusCode(200)
        .body("endsAt", equalTo("2026-11-25T03:00:00Z"));
    open(nam, tiktok(handle))
        .then()
        .statusCode(201)
        .body("startsAt", equalTo("2026-11-25T03:00:00Z"));
    as("platform")
        .get("/accounts?platform=TIKTOK&handle=" + handle)
        .then()
        .statusCode(200)
        .body("items.subject", contains(linh, nam));
    assertTrue(journalOf(linh).contains("account.closed"));
  }

  @Test
  @DisplayName("ACC-2 the database itself keeps intervals apart, by handle and by id")
  void theDatabaseKeepsThemApart() throws SQLException {
    var linh = registered("Linh Hai");
    var insert =
        "insert into account (id, version, subject, platform, handle_key, display_handle,"
            + " platform_id, starts_at, ends_at, erased) values ('%s', 0, '%s', 'TIKTOK', %s, %s,"
            + " %s, '%s', '%s', false)";
    var handle = "'" + freshHandle() + "'";
    try (var connection = Postgres.app("registry");
        var statement = connection.createStatement()) {
      statement.execute(
          insert.formatted(
              UUID.randomUUID(), linh, handle, handle, "'777'", "2026-01-01Z", "2026-02-01Z"));
      statement.execute(
          insert.formatted(
              UUID.randomUUID(), linh, handle, handle, "'777'", "2026-02-01Z", "2026-03-01Z"));
      for (var clash :
          new String[][] {{handle, handle, "null"}, {"'dt.other'", "'dt.other'", "'777'"}}) {
        var refused =
            assertThrows(
                SQLException.class,
                () ->
                    statement.execute(
                        insert.formatted(
                            UUID.randomUUID(),
                            linh,
                            clash[0],
                            clash[1],
                            clash[2],
                            "2026-01-31Z",
                            "2026-01-31T23:00:00Z")));
        assertEquals("23P01", refused.getSQLState());
      }
    }
  }

  @Test
  @DisplayName("ACC-3 what has been is not rewritten, not even by SQL")
  void historyIsKept() throws SQLException {
    var linh = registered("Linh Ba");
    String id = open(linh, tiktok(freshHandle())).then().extract().path("id");
    clock.advance(Duration.ofHours(1));
    act("/accounts/" + id, "closures", "{}").statusCode(200);
    act("/accounts/" + id, "closures", "{}").statusCode(409);
    try (var connection = Postgres.app("registry");
        var statement = connection.createStatement()) {
      for (var change :
          new String[] {"ends_at = null", "starts_at = starts_at - interval '1 day'"}) {
        assertThrows(
            SQLException.class,
            () -> statement.execute("update account set " + change + " where id = '" + id + "'"));
      }
      assertThrows(
          SQLException.class,
          () -> statement.execute("delete from account where id = '" + id + "'"));
    }
  }

  @ParameterizedTest(name = "start {0}, end {1}: {2}")
  @DisplayName(
      "ACC-4 an account begins at the latest now and ends after its beginning, at the latest now")
  @CsvSource({
    "2026-11-24T03:00:00Z, , 201",
    "2026-11-24T03:00:00.000001Z, , 422",
    "2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z, 422",
    "2026-11-01T00:00:00Z, 2026-11-01T00:00:00.000001Z, 200",
    "2026-11-01T00:00:00Z, 2026-11-24T03:00:00Z, 200",
    "2026-11-01T00:00:00Z, 2026-11-24T03:00:00.000001Z, 422"
  })
  void bounds(String start, String end, int status) {
    var linh = registered("Linh Bốn");
    var opened =
        open(
                linh,
                "{\"platform\":\"TIKTOK\",\"handle\":\"%s\",\"startsAt\":\"%s\"}"
                    .formatted(freshHandle(), start))
            .then();
    if (end == null) {
      opened.statusCode(status);
      return;
    }
    String id = opened.statusCode(201).extract().path("id");
    act("/accounts/" + id, "closures", "{\"endsAt\":\"%s\"}".formatted(end)).statusCode(status);
  }

  @Test
  @DisplayName("ACC-3 a new handle closes one interval and opens another under the same id")
  void rename() {
    var linh = registered("Linh Năm");
    var old = freshHandle();
    var fresh = freshHandle();
    String id =
        open(
                linh,
                "{\"platform\":\"TIKTOK\",\"handle\":\"%s\",\"platformId\":\"%d\"}"
                    .formatted(old, Math.abs(UUID.randomUUID().getLeastSignificantBits()) | 1))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    clock.advance(Duration.ofMinutes(5));
    act("/accounts/" + id, "handles", "{\"handle\":\"%s\"}".formatted(fresh))
        .statusCode(201)
        .body("handle", equalTo(fresh))
        .body("endsAt", nullValue());
    as("platform")
        .get("/subjects/" + linh + "/accounts")
        .then()
        .body("items.handle", contains(old, fresh))
        .body("items.endsAt", contains("2026-11-24T03:05:00Z", null));
    open(registered("Khác"), tiktok(old)).then().statusCode(201);
  }

  @ParameterizedTest
  @DisplayName("ACC-1 an address that is none is refused in its own words")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"url\":\"https://www.tіktok.com/@dt.linh\"}|url",
        "{\"url\":\"http://www.tiktok.com/@dt.linh\"}|url",
        "{\"url\":\"https://vm.tiktok.com/abc\"}|url",
        "{\"platform\":\"TIKTOK\",\"handle\":\"dt linh\"}|handle",
        "{\"platform\":\"ZALO_OA\",\"handle\":\"0912345678\"}|handle",
        "{\"url\":\"https://zalo.me/0912345678\"}|url",
        "{\"platform\":\"X\",\"handle\":\"abcdefghijklmnop\"}|handle",
        "{\"url\":\"https://www.instagram.com/p/CxYz12AbCdE/\"}|url",
        "{\"platform\":\"YOUTUBE\",\"platformId\":\"uc123\"}|platformId",
        "{\"platform\":\"YOUTUBE\",\"url\":\"https://www.tiktok.com/@dt.linh\"}|platform",
        "{\"platform\":\"TIKTOK\"}|handle",
        "{\"handle\":\"dt.linh\"}|platform",
        "{\"handle\":\"dt.linh\",\"url\":\"https://www.tiktok.com/@dt.linh\"}|url"
      })
  void refusals(String body, String field) {
    var linh = recorded("Linh Sáu");
    open(linh, body)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:digital-trust:problem:invalid-value"))
        .body("violations.field", hasItem(field))
        .body("violations", hasSize(1));
  }

  @ParameterizedTest
  @DisplayName("ACC-1 an account of every platform is kept, and found by its page")
  @EnumSource(Platform.class)
  void everyPlatform(Platform platform) {
    var linh = registered("Linh Mọi Nền Tảng");
    var unique = Long.toString(Math.abs(UUID.randomUUID().getLeastSignificantBits()) % 1_000_000L);
    var handle = platform == Platform.OTHER ? "gapo.vn/dt" + unique : "dtlinh" + unique;
    String page =
        open(linh, "{\"platform\":\"%s\",\"handle\":\"%s\"}".formatted(platform, handle))
            .then()
            .statusCode(201)
            .body("platform", equalTo(platform.name()))
            .body("handle", equalTo(handle))
            .extract()
            .path("url");
    as("platform")
        .queryParam("url", page)
        .get("/accounts")
        .then()
        .statusCode(200)
        .body("items.subject", contains(linh));
  }

  private static String recordedBy(String token) {
    return with(token)
        .body("{\"kind\":\"KOL\",\"names\":[{\"type\":\"STAGE\",\"value\":\"Được Nêu\"}]}")
        .post("/recorded-subjects")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String authority(String code, String person) {
    return Tokens.of(person, "authority").claim("authority", code).sign();
  }

  @Test
  @DisplayName("REG-11 only who recorded a subject, and registrars, open accounts for it")
  void onlyTheirOwnRecorded() {
    var culture = authority("BVHTTDL", "cán bộ một");
    var colleague = authority("BVHTTDL", "cán bộ hai");
    var police = authority("A05", "cán bộ ba");
    var officer = Tokens.of("officer-1", "case-officer").sign();
    var otherOfficer = Tokens.of("officer-2", "case-officer").sign();
    var byCulture = recordedBy(culture);
    var byAlliance = recordedBy(officer);
    var byRegistry = recorded("Do Đăng Ký Ghi");
    for (var allowed :
        List.of(
            List.of(culture, byCulture),
            List.of(colleague, byCulture),
            List.of(officer, byAlliance),
            List.of(otherOfficer, byAlliance))) {
      tryOpen(allowed.get(0), allowed.get(1), 201);
    }
    for (var subject : List.of(byCulture, byAlliance, byRegistry)) {
      tryOpen(Tokens.as("registrar"), subject, 201);
    }
    var registered = registered("Linh Bảy");
    for (var refused :
        List.of(
            List.of(police, byCulture),
            List.of(officer, byCulture),
            List.of(Tokens.as("authority"), byCulture),
            List.of(culture, byAlliance),
            List.of(culture, byRegistry),
            List.of(officer, byRegistry),
            List.of(culture, registered),
            List.of(officer, registered))) {
      tryOpen(refused.get(0), refused.get(1), 403);
    }
    as("authority")
        .body("{\"kind\":\"KOL\",\"names\":[{\"type\":\"STAGE\",\"value\":\"Không Gắn\"}]}")
        .post("/recorded-subjects")
        .then()
        .statusCode(403);
  }

  private static void tryOpen(String token, String subject, int status) {
    with(token)
        .body(tiktok(freshHandle()))
        .post("/subjects/" + subject + "/accounts")
        .then()
        .statusCode(status);
  }
}

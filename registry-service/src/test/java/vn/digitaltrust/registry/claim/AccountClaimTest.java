package vn.digitaltrust.registry.claim;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class AccountClaimTest extends Registry {
  private String tiktok;

  @BeforeEach
  void aPlatform() {
    tiktok = platform("Nền Tảng Chứng Thực");
    runs(tiktok, "{\"platform\":\"TIKTOK\"}");
  }

  private static void runs(String organisation, String body) {
    registrar()
        .body(body)
        .post("/organisations/" + organisation + "/platforms")
        .then()
        .statusCode(201);
  }

  private static String clientOf(String organisation) {
    return Tokens.of("client-of-" + organisation, "platform")
        .claim("member_id", organisation)
        .sign();
  }

  private static String opened(String subject) {
    return open(subject, "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(freshHandle()))
        .then()
        .statusCode(201)
        .body("provenSince", nullValue())
        .extract()
        .path("id");
  }

  private static ValidatableResponse claim(String token, String account, String subject) {
    return with(token)
        .body("{\"subject\":\"%s\"}".formatted(subject))
        .post("/accounts/" + account + "/claims")
        .then();
  }

  private static Claim claimed(String account, String subject) {
    var made =
        claim(kolToken(subject), account, subject)
            .statusCode(201)
            .body("status", equalTo("CLAIMED"))
            .body("code", matchesPattern("DT(-[0-9A-HJKMNP-TV-Z]{4}){4}"))
            .extract();
    return new Claim(made.path("id"), made.path("code"));
  }

  private record Claim(String id, String code) {}

  private static ValidatableResponse attest(String organisation, String account, String code) {
    return with(clientOf(organisation))
        .body("{\"code\":\"%s\"}".formatted(code))
        .post("/accounts/" + account + "/attestations")
        .then();
  }

  private static ValidatableResponse decide(String claim, String outcome) {
    return act(
        "/account-claims/" + claim,
        "decisions",
        "{\"outcome\":\"%s\",\"reason\":\"Đã xem giấy tờ của hai bên\"}".formatted(outcome));
  }

  @Test
  @DisplayName("CLM-5 what the platform saw on the holder's account proves it, from that instant")
  void proven() {
    var linh = registered("Linh Chứng Minh");
    var account = opened(linh);
    var claim = claimed(account, linh);
    clock.advance(Duration.ofDays(13));
    attest(tiktok, account, claim.code().toLowerCase().replace("-", " "))
        .statusCode(201)
        .body("id", equalTo(claim.id()))
        .body("status", equalTo("PROVEN"))
        .body("attestedBy", equalTo(tiktok))
        .body("attestedAt", equalTo("2026-12-07T03:00:00Z"))
        .body("code", nullValue());
    as("business")
        .get("/accounts/" + account)
        .then()
        .body("provenSince", equalTo("2026-12-07T03:00:00Z"));
    assertTrue(journalOf(linh).contains("account.proven"));
    for (var told : List.of("account", "account_claim")) {
      assertEquals(
          List.of(),
          query(
              "select r.id from %1$s r where r.subject = '%2$s' and r.version <> (select e.version from"
                      .formatted(told, linh)
                  + " journal_entry e where e.aggregate = '%s' and e.aggregate_id = r.id order by"
                      .formatted(told.replace('_', '-'))
                  + " position desc limit 1)"));
    }
    claim(kolToken(linh), account, linh).statusCode(409);
  }

  @Test
  @DisplayName("CLM-1 nobody claims for another, but the guardian for the minor")
  void forOthers() {
    var linh = registered("Linh Tự Làm");
    var account = opened(linh);
    claim(kolToken(registered("Người Khác")), account, linh).statusCode(403);
    claim(Tokens.as("kol"), account, linh).statusCode(403);
    claim(Tokens.as("registrar"), account, linh).statusCode(403);
    var guardian = registered("Người Giám Hộ");
    String minor =
        registrar()
            .body(
                kolBody("Bé Được Giám Hộ", "Tên Bé")
                    .replace("1996-05-17", "2014-05-17")
                    .replace(
                        "\"influence\"",
                        "\"guardian\":{\"subject\":\"%s\",\"relation\":\"mẹ\"},\"influence\""
                            .formatted(guardian)))
            .post("/kols")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    var minors = opened(minor);
    claim(kolToken(guardian), minors, minor).statusCode(201).body("subject", equalTo(minor));
  }

  @Test
  @DisplayName("CLM-2 a code ends 14 days after the claim and then makes room for the next")
  void codesEnd() {
    var linh = registered("Linh Chậm");
    var account = opened(linh);
    var first = claimed(account, linh);
    clock.advance(Duration.ofDays(14).minusNanos(1_000));
    claim(kolToken(linh), account, linh).statusCode(409);
    with(kolToken(linh))
        .get("/account-claims/" + first.id())
        .then()
        .body("code", equalTo(first.code()));
    clock.advance(Duration.ofNanos(1_000));
    with(kolToken(linh)).get("/account-claims/" + first.id()).then().body("code", nullValue());
    attest(tiktok, account, first.code()).statusCode(409);
    var second = claimed(account, linh);
    with(kolToken(linh))
        .get("/account-claims/" + first.id())
        .then()
        .body("status", equalTo("REFUSED"));
    attest(tiktok, account, first.code()).statusCode(409);
    attest(tiktok, account, second.code()).statusCode(201);
  }

  @Test
  @DisplayName("CLM-3 a code is attested by a client of the account's own platform alone")
  void otherPlatforms() {
    var linh = registered("Linh Nền Tảng Khác");
    var account = opened(linh);
    var claim = claimed(account, linh);
    var other = platform("Nền Tảng Khác Hẳn");
    runs(other, "{\"platform\":\"YOUTUBE\"}");
    attest(other, account, claim.code()).statusCode(403).body("detail", notNullValue());
    attest(platform("Chưa Vận Hành Gì"), account, claim.code()).statusCode(403);
    with(Tokens.as("platform"))
        .body("{\"code\":\"%s\"}".formatted(claim.code()))
        .post("/accounts/" + account + "/attestations")
        .then()
        .statusCode(403);
    registrar().get("/account-claims/" + claim.id()).then().body("status", equalTo("CLAIMED"));
  }

  @Test
  @DisplayName("CLM-3 who runs one small platform, or ran it once, attests for no other")
  void smallPlatforms() {
    var linh = registered("Linh Nền Tảng Nhỏ");
    var number = 1 + Math.abs(UUID.randomUUID().getMostSignificantBits()) % 1_000_000_000L;
    String account =
        open(linh, "{\"url\":\"https://lotus.vn/w/profile/%d.htm\"}".formatted(number))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    var claim = claimed(account, linh);
    var gapo = platform("Nền Tảng Gapo Mẫu");
    runs(gapo, "{\"platform\":\"OTHER\",\"host\":\"gapo.vn\"}");
    attest(gapo, account, claim.code()).statusCode(403);
    var lotus = platform("Nền Tảng Lotus Mẫu");
    runs(lotus, "{\"platform\":\"OTHER\",\"host\":\"lotus.vn\"}");
    String run =
        registrar()
            .get("/organisations/" + lotus + "/platforms")
            .then()
            .extract()
            .path("items[0].id");
    clock.advance(Duration.ofHours(1));
    act("/platform-runs/" + run, "closures", "{}").statusCode(200);
    attest(lotus, account, claim.code()).statusCode(403);
    runs(lotus, "{\"platform\":\"OTHER\",\"host\":\"lotus.vn\"}");
    attest(lotus, account, claim.code()).statusCode(201);
  }

  @Test
  @DisplayName("CLM-3 a platform does not attest its own account")
  void ownMatter() {
    var account = opened(tiktok);
    String code = claim(clientOf(tiktok), account, tiktok).statusCode(201).extract().path("code");
    attest(tiktok, account, code).statusCode(422).body("rule", equalTo("REG-86"));
  }

  @Test
  @DisplayName("CLM-4 a code counts once, for one claim of one account")
  void once() {
    var linh = registered("Linh Một Lần");
    var account = opened(linh);
    var claim = claimed(account, linh);
    var another = opened(linh);
    attest(tiktok, another, claim.code()).statusCode(422).body("rule", equalTo("CLM-4"));
    attest(tiktok, account, "DT-0000-0000-0000-0000")
        .statusCode(422)
        .body("rule", equalTo("CLM-4"));
    attest(tiktok, account, claim.code()).statusCode(201);
    attest(tiktok, account, claim.code()).statusCode(409);
  }

  @Test
  @DisplayName("CLM-5 a claim of an account that somebody else holds is contested, not proven")
  void contested() {
    var holder = registered("Người Đang Giữ");
    var account = opened(holder);
    var claimant = registered("Người Đòi Lại");
    var claim = claimed(account, claimant);
    with(kolToken(holder)).get("/account-claims/" + claim.id()).then().statusCode(404);
    assertEquals(List.of("false"), namesHolder(claim, holder));
    attest(tiktok, account, claim.code()).statusCode(201).body("status", equalTo("CONTESTED"));
    assertEquals(List.of("false", "true"), namesHolder(claim, holder));
    as("platform").get("/accounts/" + account).then().body("provenSince", nullValue());
    with(kolToken(holder))
        .get("/account-claims/" + claim.id())
        .then()
        .statusCode(200)
        .body("status", equalTo("CONTESTED"))
        .body("code", nullValue());
    registrar()
        .queryParam("limit", 200)
        .get("/account-claims?status=CONTESTED")
        .then()
        .statusCode(200)
        .body("items.status", not(hasItem("CLAIMED")))
        .body("items.id", hasItem(claim.id()));
  }

  /** For each entry of a claim, whether whoever holds the account is a party of it. */
  private static List<String> namesHolder(Claim claim, String holder) {
    return query(
        "select case when '%s' = any (parties) then 'true' else 'false' end from journal_entry"
                .formatted(holder)
            + " where aggregate_id = '%s' order by position".formatted(claim.id()));
  }

  @Test
  @DisplayName("CLM-6 granted, the holder's interval ends and the claimant's begins, proven")
  void granted() {
    var holder = registered("Người Mất");
    var account = opened(holder);
    var claimant = registered("Người Được");
    var claim = claimed(account, claimant);
    clock.advance(Duration.ofDays(1));
    decide(claim.id(), "GRANTED").statusCode(409);
    attest(tiktok, account, claim.code()).statusCode(201);
    clock.advance(Duration.ofDays(1));
    decide(claim.id(), "GRANTED")
        .statusCode(200)
        .body("status", equalTo("PROVEN"))
        .body("decidedAt", equalTo("2026-11-26T03:00:00Z"))
        .body("decidedBy", notNullValue())
        .body("reason", equalTo("Đã xem giấy tờ của hai bên"));
    as("platform")
        .get("/accounts/" + account)
        .then()
        .body("endsAt", equalTo("2026-11-26T03:00:00Z"));
    as("platform")
        .get("/subjects/" + claimant + "/accounts")
        .then()
        .body("items.startsAt", contains("2026-11-26T03:00:00Z"))
        .body("items.provenSince", contains("2026-11-26T03:00:00Z"));
    with(kolToken(claimant))
        .get("/account-claims/" + claim.id())
        .then()
        .body("decidedBy", nullValue());
    decide(claim.id(), "REFUSED").statusCode(409);
  }

  @Test
  @DisplayName("CLM-6 refused, nothing changes for the holder; an open claim is refused as well")
  void refused() {
    var holder = registered("Người Vẫn Giữ");
    var account = opened(holder);
    var claimant = registered("Người Không Được");
    var claim = claimed(account, claimant);
    attest(tiktok, account, claim.code()).statusCode(201);
    decide(claim.id(), "REFUSED").statusCode(200).body("status", equalTo("REFUSED"));
    as("platform")
        .get("/accounts/" + account)
        .then()
        .body("endsAt", nullValue())
        .body("subject", equalTo(holder));
    var open = claimed(account, claimant);
    decide(open.id(), "REFUSED").statusCode(200);
    attest(tiktok, account, open.code()).statusCode(409);
  }

  @Test
  @DisplayName("CLM-7 a code is told to the claimant alone and kept nowhere")
  void secret() {
    var linh = registered("Linh Giữ Kín");
    var account = opened(linh);
    var claim = claimed(account, linh);
    var path = "/account-claims/" + claim.id();
    registrar().get(path).then().statusCode(200).body("code", nullValue());
    with(kolToken(registered("Người Tò Mò"))).get(path).then().statusCode(404);
    with(clientOf(tiktok)).get(path).then().statusCode(404);
    registrar()
        .get("/account-claims?limit=200")
        .then()
        .body("items.code.findAll { it != null }", equalTo(List.of()));
    attest(tiktok, account, claim.code()).statusCode(201);
    for (var spelled : List.of(claim.code(), claim.code().replace("-", ""))) {
      assertEquals(
          List.of("0"),
          query(
              "select count(*) from journal_entry where convert_from(payload, 'UTF8') like '%"
                  + spelled
                  + "%'"));
      assertEquals(
          List.of("0"),
          query("select count(*) from account_claim c where c::text like '%" + spelled + "%'"));
    }
    assertEquals(
        2, journalOf(linh).stream().filter(type -> type.matches("account-claim.* PARTY")).count());
  }

  @Test
  @DisplayName("CLM-8 a person has at most 100 open claims")
  void full() {
    var linh = registered("Linh Đòi Nhiều");
    var account = opened(linh);
    run(
        "with opened as (insert into account (id, version, subject, platform, handle_key,"
            + " display_handle, starts_at, erased) select gen_random_uuid(), 0, '%1$s', 'TIKTOK', h, h,"
                .formatted(linh)
            + " '2026-01-01Z', false from (select substr(md5('%1$s' || n), 1, 24) h from"
                .formatted(linh)
            + " generate_series(1, 100) n) f returning id) insert into account_claim (id, version,"
            + " account, subject, claim_status, mark, claimed_at, code_ends_at) select"
            + " gen_random_uuid(), 0, id, '%1$s', 'CLAIMED', sha256(id::text::bytea), '2026-01-01Z',"
                .formatted(linh)
            + " '2026-01-15Z' from opened");
    claim(kolToken(linh), account, linh).statusCode(422).body("rule", equalTo("CLM-8"));
  }

  @Test
  @DisplayName("CLM-9 an erasure refuses open claims and deletes the reasons")
  void erasure() {
    var linh = registered("Linh Sẽ Xóa");
    var refused = claimed(opened(linh), linh);
    decide(refused.id(), "REFUSED").statusCode(200);
    var open = claimed(opened(linh), linh);
    erase(linh);
    registrar()
        .get("/account-claims/" + open.id())
        .then()
        .body("status", equalTo("REFUSED"))
        .body("reason", nullValue());
    registrar().get("/account-claims/" + refused.id()).then().body("reason", nullValue());
  }

  @Test
  @DisplayName("CLM-10 a new handle is proven only where the platform's own id says it is the same")
  void renamed() {
    var linh = registered("Linh Đổi Tên");
    var byHandle = opened(linh);
    attest(tiktok, byHandle, claimed(byHandle, linh).code()).statusCode(201);
    var number = 1 + Math.abs(UUID.randomUUID().getMostSignificantBits()) % 1_000_000_000_000L;
    String byId =
        open(
                linh,
                "{\"platform\":\"TIKTOK\",\"handle\":\"%s\",\"platformId\":\"%d\"}"
                    .formatted(freshHandle(), number))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    attest(tiktok, byId, claimed(byId, linh).code()).statusCode(201);
    clock.advance(Duration.ofDays(1));
    rename(byHandle).body("provenSince", nullValue());
    rename(byId).body("provenSince", equalTo("2026-11-24T03:00:00Z"));
  }

  private static ValidatableResponse rename(String account) {
    return act("/accounts/" + account, "handles", "{\"handle\":\"%s\"}".formatted(freshHandle()))
        .statusCode(201);
  }

  @Test
  @DisplayName("CLM-4, CLM-6 the database itself lets nothing be proven that nobody attested")
  void theDatabaseGuards() throws SQLException {
    var linh = registered("Linh Cơ Sở Dữ Liệu");
    var account = opened(linh);
    var claim = claimed(account, linh);
    try (var connection = Postgres.app("registry");
        var statement = connection.createStatement()) {
      for (var change :
          List.of(
              "update account_claim set claim_status = 'PROVEN' where id = '%s'",
              "update account_claim set claim_status = 'CONTESTED' where id = '%s'",
              "update account_claim set subject = account where id = '%s'",
              "delete from account_claim where id = '%s'")) {
        assertThrows(
            SQLException.class, () -> statement.execute(change.formatted(claim.id())), change);
      }
    }
    attest(tiktok, account, claim.code()).statusCode(201);
    try (var connection = Postgres.app("registry");
        var statement = connection.createStatement()) {
      for (var change :
          List.of(
              "update account_claim set claim_status = 'CLAIMED', attested_at = null, attested_by ="
                  + " null where id = '%s'",
              "update account_claim set attested_at = now() where id = '%s'")) {
        assertThrows(
            SQLException.class, () -> statement.execute(change.formatted(claim.id())), change);
      }
      assertThrows(
          SQLException.class,
          () ->
              statement.execute(
                  "update account set proven_at = null where id = '" + account + "'"));
    }
  }
}

package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.AccessLog;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class PrivacyTest extends Registry {
  private static final String LEGAL = "Nguyễn Thị Riêng Tư";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "platform",
        "business",
        "press",
        "authority",
        "case-officer",
        "decision-maker",
        "appeal-panel",
        "assessor",
        "alliance-admin",
        "service"
      })
  @DisplayName("REG-3 members see the public view, without legal names or files")
  void membersSeeThePublicView(String role) {
    var id = registered("Tên Công Khai");
    var body =
        as(role).get("/kols/" + id).then().statusCode(200).body("$", not(hasKey("file"))).extract();
    assertFalse(body.asString().contains(LEGAL));
    assertEquals("Tên Công Khai", body.path("displayName"));
  }

  @Test
  @DisplayName("REG-4 a KOL sees its own file and nobody else's, and reading is logged")
  void ownFileOnly() {
    var mine = registered("Của Tôi");
    var yours = registered("Của Bạn");
    with(kolToken(mine))
        .get("/kols/" + mine)
        .then()
        .statusCode(200)
        .body("file.names.value", hasItem(LEGAL));
    with(kolToken(mine)).get("/kols/" + yours).then().statusCode(200).body("file", nullValue());
    registrar().get("/kols/" + yours).then().body("file.names.value", hasItem(LEGAL));
    as("auditor").get("/kols/" + yours).then().body("file", notNullValue());
    accessLogWritten();
    assertEquals(
        1, query("select 1 from access_log where actor = 'kol-%s'".formatted(mine)).size());
    assertTrue(
        query("select actor from access_log where subject = '%s'".formatted(yours)).size() >= 2);
    assertTrue(
        query(
                "select 1 from access_log where actor = 'kol-%s' and subject = '%s'"
                    .formatted(mine, yours))
            .isEmpty());
  }

  @Inject AccessLog accessLog;

  /** Writes what waits: a full batch is written at once. */
  private void accessLogWritten() {
    for (var i = 0; i < 1_000; i++) {
      accessLog.read("test", UUID.fromString("00000000-0000-0000-0000-000000000001"));
    }
    org.junit.jupiter.api.Assertions.assertTimeout(
        java.time.Duration.ofSeconds(20),
        () -> {
          while (query("select 1 from access_log where resource = 'test' limit 1").isEmpty()) {
            Thread.onSpinWait();
          }
        });
  }

  @Test
  @DisplayName("REG-3 who is only submitted is public as a status alone")
  void submittedIsAStatus() {
    var id = submitted("Chưa Công Khai");
    var body = as("platform").get("/kols/" + id).then().statusCode(200).extract().asString();
    assertFalse(body.contains("Chưa Công Khai"));
    assertFalse(body.contains("ARTIST"));
    var feed =
        query(
            "select convert_from(payload, 'UTF8') from journal_entry where audience = 'PUBLIC' and"
                + " subject = '"
                + id
                + "'");
    assertTrue(feed.stream().noneMatch(p -> p.contains("Chưa Công Khai") || p.contains(LEGAL)));
  }

  /** What somebody finds about a subject in the whole feed and in the snapshot. */
  private static List<String> told(String token, String subject) {
    var lines = new ArrayList<String>();
    var after = 0;
    int read;
    do {
      var page =
          with(token)
              .accept("application/x-ndjson")
              .get("/journal?limit=1000&after=" + after)
              .then()
              .statusCode(200)
              .extract()
              .asString();
      read = (int) page.lines().count() - 1;
      after += read;
      lines.addAll(page.lines().toList());
    } while (read > 0);
    lines.addAll(
        with(token).get("/snapshot").then().statusCode(200).extract().asString().lines().toList());
    return lines.stream().filter(line -> line.contains(subject)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"withheld", "deactivations", "deregistrations", "merged"})
  @DisplayName("REG-3 a name that is no longer shown is found in no feed and in no snapshot")
  void nameIsGone(String why) {
    var name = "Tên Từng Công Khai " + UUID.randomUUID();
    var id = registered(name);
    var number =
        as("platform").get("/kols/" + id).then().extract().<String>path("registrationNumber");
    assertTrue(told(platform(), id).stream().anyMatch(line -> line.contains(name)));
    switch (why) {
      case "withheld" ->
          registrar()
              .header("If-Match", etag("/kols/" + id))
              .body(
                  kolBody(name, LEGAL)
                      .replace("\"influence\"", "\"namesWithheld\":true,\"influence\""))
              .put("/kols/" + id)
              .then()
              .statusCode(200);
      case "merged" ->
          act(
                  "/subjects/" + id,
                  "merges",
                  "{\"into\":\"%s\",\"reason\":\"r\"}".formatted(registered("Tên Khác")))
              .statusCode(200);
      default -> act("/kols/" + id, why, REASON).statusCode(200);
    }
    var told = told(platform(), id);
    assertEquals(2, told.size(), "once in the feed and once in the snapshot");
    for (var line : told) {
      assertFalse(line.contains(name), line);
      if (why.equals("withheld")) {
        assertTrue(line.contains("REGISTERED") && line.contains(number), line);
      }
    }
    for (var service : List.of("gateway", "sanctions-service", "alliance-service")) {
      assertTrue(
          told(Tokens.service(service), id).stream()
              .filter(line -> !line.contains("\"subject-name\""))
              .noneMatch(line -> line.contains(name)),
          service);
    }
    assertTrue(
        told(Tokens.as("auditor"), id).stream().anyMatch(line -> line.contains(name)),
        "auditors see all");
  }

  /** A member that has not read a snapshot yet. */
  private static String platform() {
    return Tokens.of(UUID.randomUUID().toString(), "platform").sign();
  }

  @Test
  @DisplayName("REG-5 a minor needs a guardian, and the name is withheld by default")
  void minors() {
    var body =
        """
        {"names":[{"type":"STAGE","value":"Bé Mẫu"}],"influence":"KOL","category":"ARTIST",
         "homeProvince":"2025:79","birthDate":"%s"%s}
        """;
    registrar()
        .body(body.formatted("2010-11-25", ""))
        .post("/kols")
        .then()
        .statusCode(422)
        .body("rule", equalTo("REG-5"));
    registrar().body(body.formatted("2010-11-24", "")).post("/kols").then().statusCode(201);
    registrar()
        .body(body.formatted("2010-11-25", ",\"guardian\":{\"relation\":\"mẹ\"}"))
        .post("/kols")
        .then()
        .statusCode(400);
    String id =
        registrar()
            .body(body.formatted("2010-11-25", ",\"guardian\":{\"name\":\"Mẹ Mẫu\"}"))
            .post("/kols")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    act("/kols/" + id, "verifications", VERIFICATION).statusCode(200);
    act("/kols/" + id, "registrations", "{}").statusCode(200).body("displayName", nullValue());
    as("platform")
        .get("/kols/candidates?name=Bé Mẫu")
        .then()
        .statusCode(200)
        .body("items.subject.id", not(hasItem(id)));
    registrar().get("/kols/candidates?name=Bé Mẫu").then().body("items.subject.id", hasItem(id));
  }

  @Test
  @DisplayName("ID-2 a personal ID number is sealed and shown by its end")
  void personalId() {
    var number =
        "0%011d"
            .formatted(Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 99_999_999_999L));
    var body =
        """
        {"names":[{"type":"STAGE","value":"Có Số"}],"influence":"KOL","category":"ARTIST",
         "homeProvince":"2025:79","personalId":"%s"}
        """;
    String answer =
        registrar()
            .body(body.formatted(number))
            .post("/kols")
            .then()
            .statusCode(201)
            .extract()
            .asString();
    assertFalse(answer.contains(number));
    assertTrue(answer.contains("\"personalIdEnd\":\"" + number.substring(9) + "\""));
    registrar()
        .body(body.formatted("12345"))
        .post("/kols")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem("personalId"));
    for (var table :
        new String[] {"subject", "personal_id", "journal_entry", "journal_retry_key"}) {
      assertTrue(
          query("select 1 from %s t where t::text like '%%%s%%'".formatted(table, number))
              .isEmpty());
    }
    assertTrue(
        query("select convert_from(payload, 'UTF8') from journal_entry where payload is not null")
            .stream()
            .noneMatch(payload -> payload.contains(number)));
  }

  @Test
  @DisplayName("REG-2 candidates say why they match, the same spelling first")
  void candidates() {
    var mark = Long.toString(System.nanoTime(), 36);
    var exact = registered("Ánh Sáng " + mark);
    var letters = registered("Anh Sang " + mark);
    registered("Nguyễn Thị Ánh Sáng " + mark + " Rất Dài");
    as("platform")
        .get("/kols/candidates?name=Ánh Sáng " + mark)
        .then()
        .statusCode(200)
        .body("items[0].subject.id", equalTo(exact))
        .body("items[0].match", equalTo("EXACT"))
        .body("items[1].subject.id", equalTo(letters))
        .body("items[1].match", equalTo("SAME_LETTERS"))
        .body("items[2].match", equalTo("SIMILAR"));
    as("platform")
        .get("/kols/candidates?name=" + LEGAL)
        .then()
        .body("items.findAll { it.matched == '" + LEGAL + "' }", empty());
    registrar().get("/kols/candidates?name=" + LEGAL).then().body("items.matched", hasItem(LEGAL));
    as("platform").get("/kols/candidates?name=a").then().statusCode(400);
    as("platform").get("/kols/candidates?name=%25_%27").then().statusCode(200);
  }

  @Test
  @DisplayName("a KOL enters itself under the id that its token is bound to, once")
  void entersItself() {
    var bound = UUID.randomUUID().toString();
    with(kolToken(bound))
        .body(kolBody("Tự Đăng Ký", LEGAL))
        .post("/kols")
        .then()
        .statusCode(201)
        .body("id", equalTo(bound))
        .body("status", equalTo("SUBMITTED"));
    with(kolToken(bound)).body(kolBody("Lần Nữa", LEGAL)).post("/kols").then().statusCode(409);
    as("kol").body(kolBody("Không Gắn", LEGAL)).post("/kols").then().statusCode(403);
    var member = UUID.randomUUID().toString();
    with(Tokens.of("business-1", "business").claim("member_id", member).sign())
        .body(
            "{\"names\":[{\"type\":\"LEGAL\",\"value\":\"Công ty Tự Ghi\"}],"
                + "\"organisationType\":\"BUSINESS\",\"homeProvince\":\"2025:01\"}")
        .post("/organisations")
        .then()
        .statusCode(201)
        .body("id", equalTo(member));
  }
}

package vn.digitaltrust.registry.testing;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What all endpoints do alike, shown on this service. */
@QuarkusTest
class RequestsTest extends Registry {

  @ParameterizedTest(name = "{1}")
  @DisplayName("DOOR-4 each way to be wrong has its own problem, and nothing is written")
  @CsvSource(
      delimiter = '|',
      value = {
        "{not json|malformed-request|400",
        "[]|malformed-request|400",
        "{\"names\":1}|malformed-request|400",
        "{\"nmes\":[]}|unknown-property|400",
        "{\"names\":[],\"names\":[]}|malformed-request|400",
        "{}|invalid-value|400",
        "{\"names\":[{\"type\":\"STAGE\",\"value\":\"\"}],\"influence\":\"KOL\",\"category\":\"ARTIST\",\"homeProvince\":\"2025:79\"}|invalid-value|400",
        "{\"names\":[{\"type\":\"STAGE\",\"value\":\"a\"}],\"influence\":\"KOL\",\"category\":\"MUSIC\",\"homeProvince\":\"2025:79\"}|malformed-request|400",
        "{\"names\":[{\"type\":\"LEGAL\",\"value\":\"a\"}],\"influence\":\"KOL\",\"category\":\"ARTIST\",\"homeProvince\":\"2025:79\"}|rule-refused|422"
      })
  void wrongBodies(String body, String slug, int status) {
    var before = query("select position from journal_head");
    registrar()
        .body(body)
        .post("/kols")
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("X-Request-Id", matchesPattern("[A-Za-z0-9-]{8,64}"))
        .body("type", equalTo("urn:digital-trust:problem:" + slug))
        .body("detail", not(containsString("Exception")))
        .body("detail", not(containsString("com.fasterxml")));
    assertEquals(before, query("select position from journal_head"));
  }

  @ParameterizedTest
  @DisplayName("DOOR-22 a body in error names the path of the field")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'names':[{'type':'STAGE','type':'STAGE'}]}|\"names[0].type\" is given twice",
        "{'names':[],'names':[]}|\"names\" is given twice",
        "{'names':[{'type':'STAGE','value':'a'},{'type':'STAGES','value':'a'}]}|\"names[1].type\"",
        "{'names':[{'type':'STAGE','value':'a'},{'typ':'STAGE'}]}|\"names[1].typ\"",
        "{'guardian':{'subject':'x'}}|\"guardian.subject\"",
        "[]|one JSON object",
        "{} {}|one JSON object"
      })
  void paths(String body, String told) {
    registrar()
        .body(body.replace('\'', '"'))
        .post("/kols")
        .then()
        .statusCode(400)
        .body("detail", containsString(told));
  }

  @Test
  @DisplayName("DOOR-22 so does one whose values are out of bounds, in lists and beside others")
  void violations() {
    registrar()
        .body(
            "{\"names\":[{\"type\":\"STAGE\",\"value\":\"a\"},null,{\"type\":null,\"value\":\"\"}],"
                + "\"influence\":\"KOL\",\"category\":\"ARTIST\",\"homeProvince\":\"2025:79\","
                + "\"guardian\":{\"name\":\"\"}}")
        .post("/kols")
        .then()
        .statusCode(400)
        .body(
            "violations.field",
            contains("guardian.name", "names[1]", "names[2].type", "names[2].value"));
  }

  @Test
  @DisplayName("DOOR-4 too long, wrong media type, wrong method, wrong id, no body")
  void otherWrongs() {
    registrar()
        .body(kolBody("x".repeat(201), "y"))
        .post("/kols")
        .then()
        .statusCode(400)
        .body("violations.field", hasItem(containsString("value")));
    registrar().contentType("text/plain").body("x").post("/kols").then().statusCode(415);
    registrar()
        .contentType("text/plain")
        .body("x")
        .post("/kols/" + submitted("Chữ Trơn") + "/deactivations")
        .then()
        .statusCode(415);
    registrar().delete("/kols").then().statusCode(405);
    registrar().post("/kols").then().statusCode(400);
    registrar()
        .get("/kols/abc")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("instance", equalTo("/registry/v1/kols/abc"));
    registrar().get("/kols?limit=0").then().statusCode(400);
    registrar().get("/kols?limit=201").then().statusCode(400);
    registrar().get("/kols?limit=x").then().statusCode(400);
    registrar()
        .get("/kols?status=NONE")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:digital-trust:problem:invalid-value"))
        .body("violations.field", hasItem("status"));
    registrar().get("/kols?cursor=" + "x".repeat(8_000)).then().statusCode(400);
    registrar().accept("text/html").get("/kols").then().statusCode(406);
  }

  @Test
  @DisplayName("DOOR-2 a change names the version it read: absent 428, stale 412")
  void versions() {
    var id = submitted("Phiên Bản");
    registrar().body(VERIFICATION).post("/kols/" + id + "/verifications").then().statusCode(428);
    registrar()
        .header("If-Match", "\"0\"")
        .body("{\"method\":\"VNEID\",\"level\":2,\"verifiedAt\":1772438400}")
        .post("/kols/" + id + "/verifications")
        .then()
        .statusCode(400);
    registrar()
        .header("If-Match", "\"7\"")
        .body(VERIFICATION)
        .post("/kols/" + id + "/verifications")
        .then()
        .statusCode(412);
    registrar()
        .header("If-Match", "\"0\"")
        .body(VERIFICATION)
        .post("/kols/" + id + "/verifications")
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"");
  }

  @Test
  @DisplayName("reading changes no version")
  void readingChangesNothing() {
    var id = submitted("Chỉ Đọc");
    assertEquals("\"0\"", etag("/kols/" + id));
    assertEquals("\"0\"", etag("/kols/" + id));
  }

  @Test
  @DisplayName("a POST repeated under its key gives the first outcome, another body 422")
  void retryKeys() {
    var key = UUID.randomUUID().toString();
    String first =
        registrar()
            .header("Idempotency-Key", key)
            .body(kolBody("Lặp Lại", "Tên Thật"))
            .post("/kols")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    registrar()
        .header("Idempotency-Key", key)
        .body(kolBody("Lặp Lại", "Tên Thật"))
        .post("/kols")
        .then()
        .statusCode(201)
        .body("id", equalTo(first));
    registrar()
        .header("Idempotency-Key", key)
        .body(kolBody("Khác", "Tên Thật"))
        .post("/kols")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:digital-trust:problem:retry-key-reused"));
    assertEquals(2, journalOf(first).size());
  }

  @Test
  @DisplayName("DOOR-3 pages join without gap or overlap, and a cursor works only with its filter")
  void pages() {
    for (var i = 0; i < 5; i++) {
      submitted("Trang " + i);
    }
    var seen = new ArrayList<String>();
    String cursor = null;
    String kept = null;
    do {
      var page =
          registrar()
              .queryParam("limit", 2)
              .queryParam("status", "SUBMITTED")
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .get("/kols")
              .then()
              .statusCode(200)
              .extract();
      seen.addAll(page.path("items.id"));
      cursor = page.path("next");
      kept = cursor == null ? kept : cursor;
    } while (cursor != null && seen.size() < 1_000);
    assertEquals(seen.stream().sorted().distinct().toList(), seen);
    assertEquals(
        query(
            "select id from subject where kind = 'KOL' and status = 'SUBMITTED' order by id limit "
                + seen.size()),
        seen);
    registrar().queryParam("cursor", kept).get("/kols?status=VERIFIED").then().statusCode(400);
    registrar()
        .queryParam("cursor", kept + "A")
        .get("/kols?status=SUBMITTED")
        .then()
        .statusCode(400);
    as("platform").get("/kols?status=SUBMITTED").then().statusCode(403);
  }

  @Test
  @DisplayName("DOOR-1 problems speak Vietnamese or English")
  void languages() {
    var id = UUID.randomUUID();
    var vietnamese =
        registrar()
            .header("Accept-Language", "vi")
            .get("/kols/" + id)
            .then()
            .statusCode(404)
            .extract();
    var english =
        registrar()
            .header("Accept-Language", "en")
            .get("/kols/" + id)
            .then()
            .statusCode(404)
            .extract();
    assertEquals("Không tìm thấy", vietnamese.path("title"));
    assertEquals("vi", vietnamese.header("Content-Language"));
    assertNotEquals(vietnamese.<String>path("detail"), english.<String>path("detail"));
  }

  @Test
  @DisplayName("health knows the database, and metrics speak of the field")
  void operations() {
    registered("Đếm Được");
    RestAssured.given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("status", equalTo("UP"))
        .body("checks", notNullValue());
    var metrics =
        RestAssured.given()
            .accept("text/plain")
            .get("/q/metrics")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertTrue(
        Pattern.compile("registry_subject_changes_total.action=.registered.,kind=.kol.,?. [1-9]")
            .matcher(metrics)
            .find());
  }

  @Test
  @DisplayName("journal and snapshot show members what is public, and a KOL its own file too")
  void feeds() {
    var id = registered("Trên Bảng Tin");
    var last = Long.parseLong(query("select position from journal_head").get(0));
    var after =
        query(
                "select position from journal_entry where subject = '"
                    + id
                    + "' order by position limit 1")
            .get(0);
    var hash =
        query("select encode(hash, 'hex') from journal_entry where position = " + after).get(0);
    var path = "/journal?limit=200&after=" + after + "&hash=" + hash;
    String member = as("platform").get(path).then().statusCode(200).extract().asString();
    assertTrue(member.contains("Trên Bảng Tin"));
    assertTrue(!member.contains("subject-file"));
    String own = with(kolToken(id)).get(path).then().statusCode(200).extract().asString();
    assertTrue(own.contains("subject-file"));
    assertTrue(last > 0);
    registrar()
        .get("/journal?after=" + after + "&hash=" + "ab".repeat(32))
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:digital-trust:problem:journal-diverged"));
  }
}

package vn.digitaltrust.registry.erasure;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class ErasureByTwoTest extends Registry {
  private static final String CLEAR = "{\"answer\":\"CLEAR\"}";
  private static final String HELD =
      "{\"answer\":\"HELD\",\"code\":\"MEASURE\",\"until\":\"2026-12-20\"}";

  @Test
  @DisplayName("REG-80, DOOR-19 who asked approves and refuses nothing, under whichever token")
  void twoPeople() {
    var subject = registered("Hai Người");
    var request = erasureAsked(subject);
    cleared(request);
    var same = UUID.nameUUIDFromBytes("registrar".getBytes()).toString();
    for (var token :
        List.of(
            Tokens.as("registrar"),
            Tokens.of(same, "registrar", "auditor").claim("azp", "another-client").sign())) {
      decide(with(token), request, "approvals").statusCode(422).body("rule", equalTo("DOOR-19"));
      decide(with(token), request, "refusals").statusCode(422).body("rule", equalTo("DOOR-19"));
    }
    decide(secondRegistrar(), request, "withdrawals")
        .statusCode(422)
        .body("rule", equalTo("DOOR-20"));
    secondRegistrar()
        .header("If-Match", "*")
        .body(REASON)
        .post("/erasure-requests/" + request + "/approvals")
        .then()
        .statusCode(428);
    registrar().get("/subjects/" + subject).then().body("status", equalTo("REGISTERED"));

    approve(request)
        .statusCode(200)
        .body("status", equalTo("APPROVED"))
        .body("requestedBy", equalTo(same))
        .body("decidedBy", equalTo("registrar-two"))
        .body("reason", equalTo("Theo yêu cầu"));
    registrar().get("/subjects/" + subject).then().body("status", equalTo("ERASED"));
    for (var deed : List.of("approvals", "refusals", "withdrawals")) {
      decide(secondRegistrar(), request, deed).statusCode(409);
      decide(registrar(), request, deed).statusCode(409);
    }
    ask(subject).statusCode(409);
  }

  @Test
  @DisplayName("REG-80 there is one open request; refused or taken back, it can be asked for anew")
  void anew() {
    var subject = registered("Hỏi Lại");
    var first = erasureAsked(subject);
    ask(subject).statusCode(409).body("detail", containsString(first));
    decide(secondRegistrar(), first, "refusals").statusCode(200).body("status", equalTo("REFUSED"));
    var second = erasureAsked(subject);
    decide(registrar(), second, "withdrawals")
        .statusCode(200)
        .body("status", equalTo("TAKEN_BACK"));
    erase(subject);
    registrar()
        .get("/erasure-requests?subject=" + subject)
        .then()
        .body("items.status", equalTo(List.of("REFUSED", "TAKEN_BACK", "APPROVED")))
        .body("items[0].reason", nullValue())
        .body("items[1].decisionReason", nullValue())
        .body("items[2].reason", equalTo("Theo yêu cầu"));
    registrar()
        .get("/erasure-requests?status=REFUSED&subject=" + subject)
        .then()
        .body("items.id", equalTo(List.of(first)));
  }

  @Test
  @DisplayName("REG-80 the journal tells id, subject and status, to services and auditors alone")
  void told() {
    var subject = registered("Kể Ít");
    var request = erasureAsked(subject);
    assertEquals(
        List.of(
            "INTERNAL {\"id\":\"%s\",\"subject\":\"%s\",\"status\":\"REQUESTED\"}"
                .formatted(request, subject)),
        query(
            "select audience || ' ' || convert_from(payload, 'UTF8') from journal_entry"
                + " where aggregate = 'erasure-request' and aggregate_id = '"
                + request
                + "'"));
  }

  @Test
  @DisplayName("REG-81 without the answers of all holders nothing is erased")
  void unanswered() {
    var subject = registered("Còn Chờ");
    var request = erasureAsked(subject);
    approve(request).statusCode(422).body("rule", equalTo("REG-81"));
    answer("alliance", request, CLEAR).statusCode(200);
    approve(request)
        .statusCode(422)
        .body("rule", equalTo("REG-81"))
        .body("detail", containsString("sanctions"));
    answer("sanctions", request, HELD).statusCode(200).body("missing", equalTo(false));
    approve(request).statusCode(422).body("detail", containsString("MEASURE"));
    clock.advance(Duration.ofDays(60)); // the hold has lapsed, which is no CLEAR
    approve(request).statusCode(422).body("rule", equalTo("REG-81"));
    answer("sanctions", request, CLEAR).statusCode(200);
    answer(
            "sanctions",
            request,
            "{\"answer\":\"HELD\",\"code\":\"PROCEDURE\",\"until\":\"2027-02-01\"}")
        .statusCode(200);
    approve(request).statusCode(422).body("detail", containsString("PROCEDURE"));
    registrar().get("/subjects/" + subject).then().body("status", equalTo("REGISTERED"));
    answer("sanctions", request, CLEAR).statusCode(200);
    approve(request).statusCode(200);
  }

  @Test
  @DisplayName("REG-81 CLEAR counts only from behind the request and behind the last merge")
  void readOn() {
    var subject = registered("Đọc Tiếp");
    var before = query("select position from journal_head").get(0);
    var request = erasureAsked(subject);
    holder("sanctions")
        .header("If-Match", "\"0\"")
        .body("{\"answer\":\"CLEAR\",\"position\":%s}".formatted(before))
        .put("/erasure-requests/" + request + "/answer")
        .then()
        .statusCode(422)
        .body("rule", equalTo("REG-81"));
    cleared(request);
    var twin = recorded("Trùng Với Đọc Tiếp");
    merge(twin, subject).statusCode(200);
    approve(request).statusCode(422).body("rule", equalTo("REG-81"));
    holder("sanctions")
        .get("/erasure-requests/" + request + "/answer")
        .then()
        .body("missing", equalTo(true));
    cleared(request);
    approve(request).statusCode(200);
    registrar().get("/subjects/" + twin).then().body("status", equalTo("ERASED"));
  }

  @Test
  @DisplayName(
      "REG-82 an answer is given by the client of its holder, whole, and from what it read")
  void holders() {
    var request = erasureAsked(registered("Ai Trả Lời"));
    var path = "/erasure-requests/" + request + "/answer";
    for (var stranger :
        List.of(
            Tokens.of("gateway-machine", "service").claim("azp", "gateway").sign(),
            Tokens.as("service"))) {
      with(stranger).get(path).then().statusCode(403);
      with(stranger)
          .header("If-Match", "\"0\"")
          .body("{\"answer\":\"CLEAR\",\"position\":1}")
          .put(path)
          .then()
          .statusCode(403);
    }
    with(Tokens.of("kol-machine", "registrar").claim("azp", "sanctions-service").sign())
        .get(path)
        .then()
        .statusCode(403);
    for (var bad :
        Map.of(
                "code", "{\"answer\":\"CLEAR\",\"code\":\"MEASURE\"}",
                "until", "{\"answer\":\"HELD\",\"code\":\"MEASURE\"}",
                "position", "{\"answer\":\"CLEAR\",\"position\":99999999999}")
            .entrySet()) {
      answerRaw(path, bad.getValue().contains("position") ? bad.getValue() : placed(bad.getValue()))
          .statusCode(400)
          .body("violations.field", hasItem(bad.getKey()));
    }
    for (var until : List.of("2026-11-23", "2027-12-24")) {
      answerRaw(path, placed(HELD.replace("2026-12-20", until)))
          .statusCode(400)
          .body("violations.field", hasItem("until"));
    }
    answer("sanctions", request, HELD).statusCode(200).body("holder", equalTo("sanctions"));
    answerRaw(path, placed(CLEAR)).statusCode(412); // whoever read before that hold
    holder("alliance").get(path).then().statusCode(200).body("answer", nullValue());
    decide(secondRegistrar(), request, "refusals").statusCode(200);
    answer("sanctions", request, CLEAR).statusCode(409);
  }

  @Test
  @DisplayName("REG-83 the list shows what is missing, when it is due, and what is overdue")
  void overdue() {
    var request = erasureAsked(registered("Quá Hạn"));
    answer("alliance", request, HELD).statusCode(200);
    registrar()
        .get("/erasure-requests/" + request)
        .then()
        .body("answers.holder", equalTo(List.of("alliance", "sanctions")))
        .body("answers.missing", equalTo(List.of(false, true)))
        .body("answers[0].dueOn", nullValue())
        .body("answers[1].dueOn", equalTo("2026-11-26"))
        .body("answers.overdue", equalTo(List.of(false, false)));
    clock.advance(Duration.ofDays(2));
    overdue(request, false, false);
    clock.advance(Duration.ofDays(1));
    overdue(request, false, true);
    clock.advance(Duration.ofDays(27)); // 24 December: the hold lapsed on the 20th, a Sunday
    registrar()
        .get("/erasure-requests/" + request)
        .then()
        .body("answers[0].missing", equalTo(true))
        .body("answers[0].dueOn", equalTo("2026-12-22"));
    overdue(request, true, true);
  }

  private static void overdue(String request, boolean alliance, boolean sanctions) {
    registrar()
        .get("/erasure-requests/" + request)
        .then()
        .body("answers.overdue", equalTo(List.of(alliance, sanctions)));
  }

  @Test
  @DisplayName(
      "REG-84, REG-95 a request takes the names from members' eyes; the holders are told of it")
  void display() {
    var name = "Ẩn Tên " + Long.toString(System.nanoTime(), 36);
    var subject = registered(name);
    var handle = freshHandle();
    open(subject, "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(handle))
        .then()
        .statusCode(201);
    String number = registrar().get("/kols/" + subject).path("registrationNumber");
    shows(subject, number, name, true);
    var request = erasureAsked(subject);
    shows(subject, number, name, false);
    for (var office : List.of("case-officer", "decision-maker", "authority", "registrar")) {
      as(office)
          .get("/kols/candidates?name=" + name)
          .then()
          .body("items.subject.id", hasItem(subject));
    }
    as("platform")
        .get("/accounts?platform=TIKTOK&handle=" + handle)
        .then()
        .body("items.subject", hasItem(subject));
    for (var told : List.of(registrar(), as("auditor"), holder("sanctions"), holder("alliance"))) {
      told.get("/subjects/" + subject).then().body("erasureRequest", equalTo(request));
    }
    for (var others : List.of("platform", "case-officer", "service")) {
      as(others).get("/subjects/" + subject).then().body("$", not(hasKey("erasureRequest")));
    }
    decide(secondRegistrar(), request, "refusals").statusCode(200);
    shows(subject, number, name, true);
    holder("sanctions").get("/subjects/" + subject).then().body("$", not(hasKey("erasureRequest")));
  }

  private static void shows(String subject, String number, String name, boolean shown) {
    var value = shown ? equalTo(name) : nullValue();
    for (var path :
        List.of("/subjects/" + subject, "/kols/" + subject, "/kols/by-number/" + number)) {
      as("platform").get(path).then().statusCode(200).body("displayName", value);
    }
    as("platform")
        .get("/kols/candidates?name=" + name)
        .then()
        .body("items.subject.id", shown ? hasItem(subject) : not(hasItem(subject)));
    var listed = new java.util.ArrayList<String>();
    String cursor = null;
    do {
      var page =
          as("platform")
              .queryParam("limit", 200)
              .queryParams(cursor == null ? Map.of() : Map.of("cursor", cursor))
              .get("/kols")
              .then()
              .statusCode(200)
              .extract();
      listed.addAll(page.path("items.id"));
      cursor = page.path("next");
    } while (cursor != null);
    assertEquals(shown, listed.contains(subject));
    assertEquals(
        List.of(shown ? "true" : "false"),
        query(
                "select convert_from(payload, 'UTF8')::jsonb ->> 'displayName' is not null"
                    + " from journal_entry where aggregate = 'subject' and audience = 'PUBLIC'"
                    + " and subject = '%s' order by position desc limit 1".formatted(subject))
            .stream()
            .map(it -> it.startsWith("t") ? "true" : "false")
            .toList());
  }

  @Test
  @DisplayName("REG-85 who is asked to be erased is not merged away from under the request")
  void merges() {
    var subject = registered("Không Gộp");
    var other = registered("Người Khác");
    var request = erasureAsked(subject);
    merge(subject, other).statusCode(422).body("rule", equalTo("REG-85"));
    merge(other, subject).statusCode(200);
    holder("alliance").get("/subjects/" + other).then().body("erasureRequest", equalTo(request));
    act("/subjects/" + other, "unmerges", REASON).statusCode(200);
    holder("alliance").get("/subjects/" + other).then().body("$", not(hasKey("erasureRequest")));
  }

  @Test
  @DisplayName("REG-96 a holder that is not in the settings any more is named, and not passed over")
  void holderGone() {
    var subject = registered("Bên Đã Rút");
    var request = erasureAsked(subject);
    cleared(request);
    run(
        "insert into erasure_answer (id, version, request, holder) values (gen_random_uuid(), 0, '"
            + request
            + "', 'archive')");
    approve(request)
        .statusCode(422)
        .body("rule", equalTo("REG-96"))
        .body("detail", containsString("archive"));
    decide(registrar(), request, "withdrawals").statusCode(200);
    erase(subject);
  }

  @Test
  @DisplayName("REG-97 a CLEAR from before the first answer of a later holder replaces no hold")
  void laterHolder() {
    var request = erasureAsked(registered("Bên Đến Sau"));
    run("delete from erasure_answer where holder = 'sanctions' and request = '" + request + "'");
    var path = "/erasure-requests/" + request + "/answer";
    answer("sanctions", request, HELD).statusCode(200).header("ETag", equalTo("\"1\""));
    answerRaw(path, placed(CLEAR)).statusCode(412);
    holder("sanctions").get(path).then().body("answer", equalTo("HELD"));
    answer("sanctions", request, CLEAR).statusCode(200);
  }

  @Test
  @DisplayName("REG-80, REG-81 the database erases nobody for one person or without all answers")
  void guards() throws SQLException {
    var subject = registered("Máy Giữ");
    var request = erasureAsked(subject);
    var approve =
        "update erasure_request set request_status = 'APPROVED', decided_by = '%s', decided_at = now()"
            + " where id = '"
            + request
            + "'";
    refused(approve.formatted("somebody"));
    refused(
        "update subject set status = 'ERASED', status_reason = 'x', erased_at = now(),"
            + " display_name = null, influence = null, category = null, home_province = null,"
            + " birth_date = null, verification_method = null, erasure_request = null where id = '"
            + subject
            + "'");
    cleared(request);
    refused(approve.formatted(UUID.nameUUIDFromBytes("registrar".getBytes())));
    refused(
        "update erasure_request set request_status = 'TAKEN_BACK', decided_by = 'x',"
            + " decided_at = now() where id = '"
            + request
            + "'");
    refused(
        "insert into erasure_request (id, version, subject, request_status, requested_by, requested_at)"
            + " values (gen_random_uuid(), 0, '"
            + subject
            + "', 'REQUESTED', 'x', now())");
    decide(registrar(), request, "withdrawals").statusCode(200);
    refused(
        "insert into erasure_request (id, version, subject, request_status, requested_by,"
            + " requested_at, decided_by, decided_at) values (gen_random_uuid(), 0, '"
            + subject
            + "', 'APPROVED', 'x', now(), 'y', now())");
    refused(approve.formatted("somebody"));
    refused("update erasure_answer set position = 0 where request = '" + request + "'");
    refused("delete from erasure_request");
  }

  private static void refused(String sql) throws SQLException {
    try (var connection = Postgres.app("registry");
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      assertThrows(
          SQLException.class,
          () -> {
            statement.execute(sql);
            statement.execute("set constraints all immediate");
          },
          sql);
      connection.rollback();
    }
  }

  private static ValidatableResponse answerRaw(String path, String body) {
    return holder("sanctions").header("If-Match", "\"0\"").body(body).put(path).then();
  }

  private static String placed(String body) {
    return body.replace(
        "}", ",\"position\":" + query("select position from journal_head").get(0) + "}");
  }

  private static ValidatableResponse ask(String subject) {
    return registrar()
        .body("{\"subject\":\"%s\",\"reason\":\"Theo yêu cầu\"}".formatted(subject))
        .post("/erasure-requests")
        .then();
  }

  private static ValidatableResponse decide(RequestSpecification who, String request, String deed) {
    var path = "/erasure-requests/" + request;
    return who.header("If-Match", etag(path)).body(REASON).post(path + "/" + deed).then();
  }

  private static ValidatableResponse merge(String from, String into) {
    return act(
        "/subjects/" + from, "merges", "{\"into\":\"%s\",\"reason\":\"trùng\"}".formatted(into));
  }
}

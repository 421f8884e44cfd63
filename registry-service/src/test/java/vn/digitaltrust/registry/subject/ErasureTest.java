package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class ErasureTest extends Registry {

  @Test
  @DisplayName("REG-10, ACC-5 erasure leaves a tombstone everywhere, and the chain still verifies")
  void leavesATombstone() {
    var mark = Long.toString(System.nanoTime(), 36);
    var id = registered("Sẽ Bị Xóa " + mark);
    var handle = freshHandle();
    open(id, "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(handle))
        .then()
        .statusCode(201);
    String number = registrar().get("/kols/" + id).path("registrationNumber");
    var twin = recorded("Bản Sao " + mark);
    act("/subjects/" + twin, "merges", "{\"into\":\"%s\",\"reason\":\"trùng\"}".formatted(id));

    erase(id);
    registrar()
        .get("/subjects/" + id)
        .then()
        .body("status", equalTo("ERASED"))
        .body("registrationNumber", equalTo(number))
        .body("displayName", nullValue());

    for (var gone : List.of(id, twin)) {
      as("platform").get("/subjects/" + gone).then().body("status", equalTo("ERASED"));
      var rest =
          query(
              "select convert_from(payload, 'UTF8') from journal_entry where payload is not null"
                  + " and subject = '"
                  + gone
                  + "'");
      assertTrue(rest.stream().noneMatch(p -> p.contains(mark) || p.contains(handle)));
      assertTrue(query("select value from subject_name where subject = '" + gone + "'").isEmpty());
    }
    assertEquals(
        List.of("kol.named", "kol.erased", "erasure.approved", "account.erased"),
        query(
            "select type from journal_entry where payload is not null and subject = '%s' order by type desc"
                .formatted(id)));
    as("platform")
        .get("/accounts?platform=TIKTOK&handle=" + handle)
        .then()
        .body("items.size()", equalTo(0));
    open(recorded("Người Sau"), "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(handle))
        .then()
        .statusCode(201);
    as("auditor").get("/journal/verification").then().statusCode(200).body("intact", equalTo(true));
    var snapshot =
        as("platform")
            .accept("application/x-ndjson")
            .get("/snapshot")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertTrue(snapshot.contains(id));
    assertFalse(snapshot.contains(mark));
    ask(id).statusCode(409);
    as("platform")
        .get("/kols/candidates?name=Sẽ Bị Xóa " + mark)
        .then()
        .body("items.subject.id", not(hasItem(id)));
  }

  @Test
  @DisplayName("REG-10 who is merged is the other one too, and is erased with it or not at all")
  void neverHalfAPerson() {
    var first = recorded("Một Nửa");
    var second = registered("Nửa Kia");
    var third = registered("Cả Người");
    merge(first, second);
    merge(second, third);
    for (var half : List.of(first, second)) {
      ask(half)
          .statusCode(409)
          .body("type", equalTo("urn:digital-trust:problem:illegal-state"))
          .body("detail", containsString(third));
      registrar()
          .get("/subjects/" + half)
          .then()
          .body("status", equalTo("MERGED"))
          .body("canonicalId", equalTo(third));
    }
    erase(third);
    for (var part : List.of(first, second, third)) {
      registrar().get("/subjects/" + part).then().body("status", equalTo("ERASED"));
    }
  }

  private static ValidatableResponse ask(String subject) {
    return registrar()
        .body("{\"subject\":\"%s\",\"reason\":\"Theo yêu cầu\"}".formatted(subject))
        .post("/erasure-requests")
        .then();
  }

  private static void merge(String from, String into) {
    act("/subjects/" + from, "merges", "{\"into\":\"%s\",\"reason\":\"trùng\"}".formatted(into))
        .statusCode(200);
  }

  @Test
  @DisplayName("REG-7, REG-10 the database lets no program change a number or a tombstone")
  void guards() throws SQLException {
    var id = registered("Có Số Rồi");
    var erased = recorded("Đã Xóa");
    erase(erased);
    try (var connection = Postgres.app("registry");
        var statement = connection.createStatement()) {
      for (var change :
          List.of(
              "update subject set registration_number = 'KOL-99999999A' where id = '" + id + "'",
              "update subject set registration_number = null where id = '" + id + "'",
              "update subject set kind = 'ORGANISATION' where id = '" + id + "'",
              "update subject set status_reason = 'khác' where id = '" + erased + "'",
              "delete from subject where id = '" + id + "'",
              "update province set name = 'Khác'",
              "update journal_entry set type = 'x'")) {
        assertThrows(SQLException.class, () -> statement.execute(change), change);
      }
    }
  }
}

package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class MergeTest extends Registry {

  private static ValidatableResponse merge(String from, String into) {
    return act(
        "/subjects/" + from,
        "merges",
        "{\"into\":\"%s\",\"reason\":\"Nhập hai lần\"}".formatted(into));
  }

  @Test
  @DisplayName("REG-9 chains of merges are resolved on read, and unmerging gives the status back")
  void chains() {
    var a = recorded("A Một");
    var b = registered("B Một");
    var c = registered("C Một");
    merge(a, b).statusCode(200).body("status", equalTo("MERGED")).body("canonicalId", equalTo(b));
    merge(b, c).statusCode(200).body("canonicalId", equalTo(c));
    as("service")
        .get("/subjects/" + a)
        .then()
        .body("mergedInto", equalTo(b))
        .body("canonicalId", equalTo(c));
    merge(c, a).statusCode(422).body("rule", equalTo("REG-9"));
    act("/subjects/" + b, "unmerges", REASON)
        .statusCode(200)
        .body("status", equalTo("REGISTERED"))
        .body("mergedInto", nullValue())
        .body("canonicalId", equalTo(b));
    as("service").get("/subjects/" + a).then().body("canonicalId", equalTo(b));
    act("/subjects/" + a, "unmerges", REASON).statusCode(200).body("status", equalTo("RECORDED"));
    act("/subjects/" + a, "unmerges", REASON).statusCode(409);
    assertTrue(journalOf(a).containsAll(List.of("kol.merged", "kol.unmerged")));
  }

  @Test
  @DisplayName("REG-60 what is told to a subject alone is read under each id that is this person")
  void partiesAreOne() {
    var former = registered("Tên Cũ");
    var today = registered("Tên Mới");
    merge(former, today).statusCode(200);
    act("/kols/" + today, "deactivations", REASON).statusCode(200);
    for (var id : List.of(former, today)) {
      assertEquals(
          List.of(former, today).stream().sorted().toList(),
          query(
              "select unnest(parties)::text from journal_entry where audience = 'PARTY' and position"
                  + " = (select max(position) from journal_entry where audience = 'PARTY' and"
                  + " subject = '"
                  + id
                  + "') order by 1"));
    }
  }

  @Test
  @DisplayName("REG-9 refuses itself, another kind, a tombstone, and losing a registration")
  void refusals() {
    var kol = registered("K Hai");
    var recorded = recorded("R Hai");
    merge(kol, kol).statusCode(422);
    merge(kol, recorded).statusCode(422);
    String organisation =
        registrar()
            .body(
                "{\"kind\":\"ORGANISATION\",\"names\":[{\"type\":\"LEGAL\",\"value\":\"O Hai\"}]}")
            .post("/recorded-subjects")
            .then()
            .extract()
            .path("id");
    merge(recorded, organisation).statusCode(422);
    merge(recorded, UUID.randomUUID().toString()).statusCode(404);
    var gone = recorded("G Hai");
    erase(gone);
    merge(recorded, gone).statusCode(422);
  }

  @Test
  @DisplayName("REG-9 two merges at once cannot close a circle, in the service or in SQL")
  void noCircles() throws Exception {
    var a = recorded("A Ba");
    var b = recorded("B Ba");
    var pool = Executors.newFixedThreadPool(2);
    try {
      var codes =
          Stream.of(List.of(a, b), List.of(b, a))
              .map(p -> pool.submit(() -> merge(p.get(0), p.get(1)).extract().statusCode()))
              .toList();
      var sorted = Stream.of(codes.get(0).get(), codes.get(1).get()).sorted().toList();
      assertEquals(200, sorted.get(0));
      assertTrue(Set.of(409, 412, 422).contains(sorted.get(1)), () -> "refused as " + sorted);
    } finally {
      pool.shutdown();
    }
    var c = recorded("C Ba");
    var d = recorded("D Ba");
    merge(c, d).statusCode(200);
    try (var connection = Postgres.superuser("registry");
        var statement = connection.createStatement()) {
      assertThrows(
          SQLException.class,
          () ->
              statement.execute(
                  "update subject set status = 'MERGED', status_before_merge = 'RECORDED',"
                      + " merged_into = '%s' where id = '%s'".formatted(c, d)));
    }
  }
}

package vn.digitaltrust.registry.account;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class AccountBoundsTest extends Registry {
  /** Closed accounts, as years of renaming leave them. */
  private static void give(String subject, int accounts) {
    run(
        "insert into account (id, version, subject, platform, handle_key, display_handle, starts_at,"
            + " ends_at, erased) select gen_random_uuid(), 0, '%s', 'TIKTOK', h, h, '2020-01-01',"
                .formatted(subject)
            + " '2020-01-02', false from (select 'old.' || replace(gen_random_uuid()::text, '-', '')"
            + " as h from generate_series(1, %d)) as handles".formatted(accounts));
  }

  private static String account() {
    return "{\"platform\":\"TIKTOK\",\"handle\":\"" + freshHandle() + "\"}";
  }

  @Test
  @DisplayName("ACC-7 the five hundredth account is the last, and all of them can be erased")
  void full() {
    var kol = registered("Nhiều Kênh");
    give(kol, 499);
    String last = open(kol, account()).then().statusCode(201).extract().path("id");
    open(kol, account()).then().statusCode(422).body("rule", equalTo("ACC-7"));
    registrar()
        .header("If-Match", etag("/accounts/" + last))
        .body("{\"handle\":\"" + freshHandle() + "\"}")
        .post("/accounts/" + last + "/handles")
        .then()
        .statusCode(422)
        .body("rule", equalTo("ACC-7"));
    erase(kol);
    assertEquals(
        List.of("500"),
        query("select count(*) from account where erased and subject = '" + kol + "'"));
  }

  @Test
  @DisplayName("ACC-7, REG-12 two persons with too many accounts or names are not merged into one")
  void merges() {
    var from = registered("Trước Gộp");
    var into = registered("Sau Gộp");
    var merge = "{\"into\":\"%s\",\"reason\":\"Một người\"}".formatted(into);
    give(from, 250);
    give(into, 251);
    act("/subjects/" + from, "merges", merge).statusCode(422).body("rule", equalTo("ACC-7"));
    run(
        "insert into subject (id, version, kind, status, status_before_merge, merged_into,"
            + " names_withheld, created_at) select gen_random_uuid(), 0, 'KOL', 'MERGED', 'RECORDED',"
            + " '%s', false, now() from generate_series(1, 99)".formatted(into));
    var other = registered("Người Thứ Ba");
    act("/subjects/" + other, "merges", merge).statusCode(422).body("rule", equalTo("REG-12"));
    erase(into);
  }
}

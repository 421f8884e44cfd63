package vn.digitaltrust.registry.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class DuplicatesTest extends Registry {
  private static String number() {
    return "0%011d"
        .formatted(Math.floorMod(UUID.randomUUID().getLeastSignificantBits(), 99_999_999_999L));
  }

  private static String body(String name, String number) {
    return kolBody(name, "Nguyễn Thị Riêng Tư").strip().replaceFirst("}$", "")
        + ",\"personalId\":\"%s\"}".formatted(number);
  }

  private static String entered(String name, String number) {
    return registrar()
        .body(body(name, number))
        .post("/kols")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** All candidates in which this subject is the later one: the other by the subject. */
  private static Map<String, String> candidates() {
    var found = new HashMap<String, String>();
    String next = null;
    do {
      var page = registrar().queryParam("limit", 2);
      if (next != null) {
        page.queryParam("cursor", next);
      }
      var answer = page.get("/duplicates").then().statusCode(200).extract().jsonPath();
      List<Map<String, Map<String, String>>> items = answer.getList("items");
      items.forEach(item -> found.put(item.get("subject").get("id"), item.get("other").get("id")));
      next = answer.getString("next");
    } while (next != null);
    return found;
  }

  @Test
  @DisplayName("ID-3 who enters a number that another subject has is told nothing of it")
  void nobodyIsTold() {
    var number = number();
    var first = entered("Người Thứ Nhất", number);
    var answers = new ArrayList<Set<?>>();
    for (var given : List.of(number, number())) {
      answers.add(
          with(kolToken(UUID.randomUUID().toString()))
              .body(body("Tự Nhập", given))
              .post("/kols")
              .then()
              .statusCode(201)
              .extract()
              .jsonPath()
              .getMap("")
              .keySet());
    }
    assertEquals(answers.get(1), answers.get(0));
    with(kolToken(first)).get("/duplicates").then().statusCode(403);
  }

  @Test
  @DisplayName("ID-3 two subjects with one number are a candidate until they are merged")
  void mergedAway() {
    var number = number();
    var first = entered("Một Người", number);
    var second = entered("Cùng Người", number);
    var third = entered("Lại Người Ấy", number);
    var sorted = List.of(first, second, third).stream().sorted().toList();
    var found = candidates();
    assertEquals(sorted.get(0), found.get(sorted.get(1)));
    assertEquals(sorted.get(0), found.get(sorted.get(2)));

    merge(sorted.get(0), sorted.get(1));
    assertEquals(null, candidates().get(sorted.get(1)));
    assertEquals(sorted.get(0), candidates().get(sorted.get(2)));
    merge(sorted.get(2), sorted.get(1));
    assertEquals(null, candidates().get(sorted.get(2)));
    act("/subjects/" + sorted.get(2), "unmerges", REASON).statusCode(200);
    assertEquals(sorted.get(0), candidates().get(sorted.get(2)));
  }

  @Test
  @DisplayName("ID-3 a candidate is gone when the number of one is corrected or forgotten")
  void correctedAway() {
    var number = number();
    var ids =
        List.of(entered("Nhầm Số", number), entered("Đúng Số", number)).stream().sorted().toList();
    assertEquals(ids.get(0), candidates().get(ids.get(1)));
    registrar()
        .header("If-Match", etag("/kols/" + ids.get(0)))
        .body(body("Nhầm Số", number()))
        .put("/kols/" + ids.get(0))
        .then()
        .statusCode(200);
    assertEquals(null, candidates().get(ids.get(1)));

    var again = entered("Lại Nhầm", number);
    assertEquals(ids.get(1), candidates().get(again));
    erase(ids.get(1));
    assertEquals(null, candidates().get(again));
  }

  private static void merge(String from, String into) {
    act("/subjects/" + from, "merges", "{\"into\":\"%s\",\"reason\":\"trùng\"}".formatted(into))
        .statusCode(200);
  }
}

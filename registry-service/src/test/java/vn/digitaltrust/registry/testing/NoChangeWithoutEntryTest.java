package vn.digitaltrust.registry.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoChangeWithoutEntryTest extends Registry {
  private static final String AFTER =
      "select r.id || ' row ' || r.version || ' entry ' || coalesce(e.version::text, 'none') from %1$s"
          + " r left join lateral (select version from journal_entry where aggregate = '%1$s' and"
          + " aggregate_id = r.id order by position desc limit 1) e on true where %2$s in ('%3$s') and"
          + " e.version is distinct from r.version";

  @Test
  @DisplayName("every row has the version of its latest entry, whatever was done to it")
  void versionsAgree() {
    var first = registered("Qua Mọi Việc");
    var path = "/kols/" + first;
    put(path, kolBody("Tên Khác", "Tên Thật"));
    put(path, kolBody("Tên Khác", "Tên Thật"));
    act(path, "deactivations", REASON).statusCode(200);
    act(path, "reactivations", REASON).statusCode(200);
    var account = opened(first);
    var renamed = opened(first);
    var second = recorded("Ghi Trước");
    var seconds = opened(second);
    act("/kols/" + second, "submissions", kolBody("Ghi Sau", "Tên Thật")).statusCode(200);
    var third = recorded("Trùng Người");
    opened(third);
    clock.advance(Duration.ofMinutes(1));
    act("/accounts/" + account, "closures", "{}").statusCode(200);
    act("/accounts/" + renamed, "handles", "{\"handle\":\"%s\"}".formatted(freshHandle()))
        .statusCode(201);
    merge(third, second);
    act("/subjects/" + third, "unmerges", REASON).statusCode(200);
    merge(third, second);
    agree(first, second, third);

    erase(second);
    registrar().get("/accounts/" + seconds).then().statusCode(200);
    act(path, "deregistrations", REASON).statusCode(200);
    agree(first, second, third);
  }

  private static void agree(String... subjects) {
    var ids = String.join("','", subjects);
    assertEquals(List.of(), query(AFTER.formatted("subject", "r.id", ids)));
    assertEquals(List.of(), query(AFTER.formatted("account", "r.subject", ids)));
  }

  private static void put(String path, String body) {
    registrar().header("If-Match", etag(path)).body(body).put(path).then().statusCode(200);
  }

  private static String opened(String subject) {
    return open(subject, "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(freshHandle()))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void merge(String from, String into) {
    act("/subjects/" + from, "merges", "{\"into\":\"%s\",\"reason\":\"trùng\"}".formatted(into))
        .statusCode(200);
  }
}

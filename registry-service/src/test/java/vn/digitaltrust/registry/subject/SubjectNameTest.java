package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class SubjectNameTest extends Registry {
  @Inject UntoldNames untold;
  @Inject EntityManagerFactory database;

  /** What offices were told of a subject's name, in order: the name, a slash and the number. */
  private static List<String> told(String subject) {
    return query(
        """
        select coalesce(state ->> 'displayName', '-') || '/' || coalesce(state ->> 'registrationNumber', '-')
        from (select position, cast(convert_from(payload, 'UTF8') as json) as state from journal_entry
              where aggregate = 'subject-name' and audience = 'INTERNAL' and aggregate_id = '%1$s'
                and subject = '%1$s' and payload is not null) as entry
        order by position
        """
            .formatted(subject));
  }

  private static void put(String id, String stage, boolean withheld) {
    var body = kolBody(stage, "Tên Thật");
    registrar()
        .header("If-Match", etag("/kols/" + id))
        .body(body.replaceFirst("\\{", "{\"namesWithheld\":%s,".formatted(withheld)))
        .put("/kols/" + id)
        .then()
        .statusCode(200);
  }

  @Test
  @DisplayName("REG-70 offices are told the shown name and the number with every change of either")
  void everyChange() {
    var id = submitted("Tên Đầu");
    act("/kols/" + id, "verifications", VERIFICATION).statusCode(200);
    assertEquals(List.of("Tên Đầu/-"), told(id), "what changes neither tells nothing");
    act("/kols/" + id, "registrations", "{}").statusCode(200);
    String number = registrar().get("/kols/" + id).path("registrationNumber");
    put(id, "Tên Hai", false);
    put(id, "Tên Hai", false);
    put(id, "Tên Hai", true);
    put(id, "Tên Ba", true);
    put(id, "Tên Ba", false);
    act("/kols/" + id, "deregistrations", REASON).statusCode(200);
    var twin = registered("Bản Sao");
    merge(id, twin);
    act("/subjects/" + id, "unmerges", REASON).statusCode(200);
    assertEquals(
        List.of(
            "Tên Đầu/-",
            "Tên Đầu/" + number,
            "Tên Hai/" + number,
            "-/" + number,
            "Tên Ba/" + number,
            "-/" + number,
            "Tên Ba/" + number),
        told(id));
    assertEquals("Bản Sao/-", told(twin).get(0), "whatever the status");
    erase(id);
    assertEquals(List.of("-/" + number), told(id), "of what was told before nothing is left");
  }

  @Test
  @DisplayName("REG-70 members are told nothing of it, and a KOL without a shown name has none")
  void nobodyElse() {
    String id =
        registrar()
            .body("{\"kind\":\"KOL\",\"names\":[{\"type\":\"LEGAL\",\"value\":\"Tên Thật\"}]}")
            .post("/recorded-subjects")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertEquals(List.of(), told(id));
    var after = query("select position - 1 from journal_head").get(0);
    var named = recorded("Chỉ Văn Phòng Biết");
    var path = "/journal?limit=200&after=" + after;
    assertFalse(as("platform").get(path).asString().contains("Chỉ Văn Phòng Biết"));
    assertFalse(with(kolToken(id)).get(path).asString().contains("Chỉ Văn Phòng Biết"));
    assertEquals(List.of("Chỉ Văn Phòng Biết/-"), told(named));
  }

  @Test
  @DisplayName("REG-71 names of subjects that were there before are told once, in steps")
  void before() {
    var there = IntStream.range(0, 3).mapToObj(i -> recorded("Có Từ Trước " + i)).toList();
    there.forEach(id -> run("insert into untold_name values ('" + id + "')"));
    untold.tellAll();
    untold.tellAll();
    for (var i = 0; i < there.size(); i++) {
      var name = "Có Từ Trước " + i + "/-";
      assertEquals(List.of(name, name), told(there.get(i)), "at its entry, and once afterwards");
    }
    assertTrue(query("select subject from untold_name").isEmpty());
    assertEquals(
        List.of("service:registry-service"),
        query(
            "select actor from journal_entry where aggregate = 'subject-name' and aggregate_id = '%s'"
                    .formatted(there.get(0))
                + " order by position desc limit 1"));
  }

  @Test
  @DisplayName("REG-98 a name that cannot be told keeps no other waiting")
  void oneThatFails() {
    var there =
        IntStream.range(0, 4).mapToObj(i -> recorded("Không Kể Được " + i)).sorted().toList();
    var bad = there.get(1);
    there.forEach(id -> run("insert into untold_name values ('" + id + "')"));
    run(
        """
        create function refuse_%1$s() returns trigger language plpgsql as $$
        begin raise exception 'for a test'; end $$;
        create trigger refuse_%1$s before insert on journal_entry for each row
          when (new.aggregate_id = '%2$s') execute function refuse_%1$s()
        """
            .formatted(bad.replace("-", ""), bad));
    try {
      untold.tellAll();
    } finally {
      run(
          "drop trigger refuse_%1$s on journal_entry; drop function refuse_%1$s()"
              .formatted(bad.replace("-", "")));
    }
    for (var id : there) {
      assertEquals(id.equals(bad) ? 1 : 2, told(id).size());
    }
    assertEquals(List.of(bad), query("select subject from untold_name"));
    untold.tellAll();
    assertEquals(2, told(bad).size());
    assertTrue(query("select subject from untold_name").isEmpty());
  }

  private long statementsOf(String list) {
    var statistics = database.unwrap(SessionFactory.class).getStatistics();
    // What the service does by itself meanwhile only makes it more.
    return LongStream.range(0, 5)
        .map(
            i -> {
              statistics.clear();
              registrar().get(list).then().statusCode(200);
              return statistics.getPrepareStatementCount();
            })
        .min()
        .orElseThrow();
  }

  @Test
  @DisplayName("REG-72 a page of merged subjects costs as many statements as one of them")
  void statements() {
    for (var i = 0; i < 6; i++) {
      var first = recorded("Thứ Nhất " + i);
      var second = recorded("Thứ Hai " + i);
      var third = recorded("Thứ Ba " + i);
      merge(first, second);
      merge(second, third);
      registrar().get("/subjects/" + first).then().body("canonicalId", equalTo(third));
    }
    assertEquals(
        statementsOf("/kols?status=MERGED&limit=1"), statementsOf("/kols?status=MERGED&limit=6"));
  }

  private static void merge(String from, String into) {
    act("/subjects/" + from, "merges", "{\"into\":\"%s\",\"reason\":\"trùng\"}".formatted(into))
        .statusCode(200);
  }
}

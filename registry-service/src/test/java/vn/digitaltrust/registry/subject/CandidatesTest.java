package vn.digitaltrust.registry.subject;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.registry.testing.Registry;
import vn.digitaltrust.vocabulary.Folding;

/** Who is found by which name. Each test has words of its own, so that no other disturbs it. */
@QuarkusTest
class CandidatesTest extends Registry {
  /** Three letters that no other name has. */
  private static String mark() {
    var letters = new StringBuilder();
    var number = UUID.randomUUID().getMostSignificantBits() >>> 20;
    for (var i = 0; i < 8; i++) {
      letters.append((char) ('b' + number % 23));
      number /= 23;
    }
    return letters.toString().replace('y', 'w');
  }

  private static JsonPath who(String role, String kind, String name) {
    return as(role)
        .queryParam("name", name)
        .queryParam("limit", 200)
        .get("/" + kind + "/candidates")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static List<String> found(String name) {
    return who("registrar", "kols", name).getList("items.subject.id");
  }

  private static String match(String name, String id) {
    return who("registrar", "kols", name)
        .getString("items.find { it.subject.id == '" + id + "' }.match");
  }

  @ParameterizedTest
  @CsvSource({
    "\u00D0ào, Đào, SAME_LETTERS",
    "\u0189ào, Đào, SAME_LETTERS",
    "\u00D0ào, dao, SAME_LETTERS",
    "\uFF33\uFF41\uFF4F, Sao, SAME_LETTERS",
    "\uD835\uDC12\uD835\uDC1A\uD835\uDC28, Sao, SAME_LETTERS",
    "Hòa Mẫu, Hoà Mẫu, EXACT",
    "Thuý Mẫu, Thúy Mẫu, EXACT",
    "Lý Mỹ Ca, Lí Mĩ Ca, SAME_LETTERS",
    "Lý Mỹ Ca, li mi ca, SAME_LETTERS",
    "Quý Kỳ, Quí Kì, SAME_LETTERS"
  })
  @DisplayName("REG-2, VOC-1 one word written in two ways is found, and says how it matched")
  void writtenTwice(String name, String searched, String match) {
    var mark = mark();
    var id = registered(name + " " + mark);
    assertEquals(match, match(searched + " " + mark, id));
  }

  @Test
  @DisplayName("REG-2, VOC-1 a short name is found by its other spelling")
  void shortName() {
    var id = registered("Mỹ");
    assertEquals("SAME_LETTERS", match("Mĩ", id));
  }

  @Test
  @DisplayName("REG-2 the same word with the tone in another place comes before other words")
  void toneFirst() {
    var mark = mark();
    registered("Hoa " + mark);
    registered("Hoả " + mark);
    var meant = registered("Hòa " + mark);
    assertEquals(meant, found("Hoà " + mark).get(0));
    assertEquals("SAME_LETTERS", match("Hoả " + mark, meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CáVoi%sXanhMẫu",
        "cavoi%sxanhmau",
        "CáVoi %s Xanh Mẫu",
        "Ca sĩ Cá Voi %s Xanh Mẫu Official",
        "KOC cá voi %s xanh mẫu (TikTok)",
        "Ca sĩ CáVoi%sXanhMẫu Official",
        "NSƯT ca sĩ diễn viên Cá Voi %s Xanh Mẫu Official TikTok Channel Việt Nam 2026",
        "chị Cá Voi %s Xanh Mẫu",
        "xanh mẫu cá voi %s"
      })
  @DisplayName("REG-91 a name is found with titles and other words around it, and written together")
  void amongOthers(String searched) {
    var mark = mark();
    var id = registered("Cá Voi %s Xanh Mẫu".formatted(mark));
    assertEquals("SIMILAR", match(searched.formatted(mark), id));
    assertEquals(id, found(searched.formatted(mark)).get(0));
  }

  @Test
  @DisplayName("REG-91 a name that was entered written together is found by its words")
  void enteredTogether() {
    var mark = mark();
    var id = registered("CáVoi%sMẫu".formatted(mark));
    assertEquals("SIMILAR", match("Cá Voi %s Mẫu".formatted(mark), id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Công ty TNHH Mẫu %s Rêu Việt Nam",
        "Công ty Mẫu %s Rêu chi nhánh Hà Nội",
        "Mẫu %s Rêu",
        "CTY MẪU %s RÊU"
      })
  @DisplayName("REG-91 so is an organisation, before those that share only what all companies have")
  void organisations(String searched) {
    var mark = mark();
    var meant = organisation("Công ty Mẫu %s Rêu".formatted(mark));
    organisation("Công ty TNHH Khác Hẳn Việt Nam");
    organisation("Công ty Mẫu Khác chi nhánh Hà Nội");
    var answer = who("registrar", "organisations", searched.formatted(mark));
    assertEquals(meant, answer.getString("items[0].subject.id"));
    assertEquals("SIMILAR", answer.getString("items[0].match"));
  }

  private static String organisation(String name) {
    return registrar()
        .body(
            "{\"names\":[{\"type\":\"LEGAL\",\"value\":\"%s\"}],\"organisationType\":\"STATE_BODY\",\"homeProvince\":\"2025:01\"}"
                .formatted(name))
        .post("/organisations")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  @DisplayName("REG-92 candidates come in pages without holes or doubles, and the last one says so")
  void pages() {
    var mark = mark();
    for (var i = 0; i < 7; i++) {
      registered("Hư Cấu " + mark + (i < 3 ? "" : " Số " + i % 2));
    }
    var whole = who("platform", "kols", "hư cấu " + mark);
    assertEquals(7, whole.getList("items").size());
    assertNull(whole.get("next"));
    var ids = new ArrayList<String>();
    String next = null;
    do {
      var page =
          as("platform")
              .queryParam("name", "hư cấu " + mark)
              .queryParam("limit", 2)
              .queryParams(next == null ? Map.of() : Map.of("cursor", next))
              .get("/kols/candidates")
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.subject.id"));
      next = page.getString("next");
    } while (next != null);
    assertEquals(whole.getList("items.subject.id"), ids);
    assertEquals(7, new LinkedHashSet<>(ids).size());
    var cursor =
        as("platform")
            .queryParam("name", "hư cấu " + mark)
            .queryParam("limit", 2)
            .get("/kols/candidates")
            .<String>path("next");
    as("platform")
        .queryParam("name", "khác")
        .queryParam("cursor", cursor)
        .get("/kols/candidates")
        .then()
        .statusCode(400);
  }

  @Test
  @DisplayName(
      "REG-90 who was merged is found as the canonical subject, with the name that matched")
  void merged() {
    var mark = mark();
    var first = registered("Rắn Mối " + mark);
    var second = registered("Cà Cuống " + mark);
    var canonical = registered("Sao La " + mark);
    merge(first, second);
    merge(second, canonical);
    for (var role : List.of("platform", "registrar", "case-officer")) {
      var answer = who(role, "kols", "Rắn Mối " + mark);
      assertEquals(canonical, answer.getString("items[0].subject.id"), role);
      assertEquals(canonical, answer.getString("items[0].subject.canonicalId"), role);
      assertEquals("Rắn Mối " + mark, answer.getString("items[0].matched"), role);
      assertEquals("EXACT", answer.getString("items[0].match"), role);
    }
    var all = who("platform", "kols", mark).getList("items.subject.id");
    assertEquals(List.of(canonical), all);
    act("/subjects/" + second, "unmerges", REASON).statusCode(200);
    assertEquals(second, found("Rắn Mối " + mark).get(0));
  }

  @Test
  @DisplayName("REG-90 members find nobody under a name that they could not see before the merge")
  void mergedUnseen() {
    var mark = mark();
    var never = recorded("Chưa Đăng Ký " + mark);
    var withheld = registered("Giấu Tên " + mark);
    registrar()
        .header("If-Match", etag("/kols/" + withheld))
        .body(
            kolBody("Giấu Tên " + mark, "Tên Thật")
                .replace("\"influence\"", "\"namesWithheld\":true,\"influence\""))
        .put("/kols/" + withheld)
        .then()
        .statusCode(200);
    var canonical = registered("Sao Biển " + mark);
    merge(never, canonical);
    merge(withheld, canonical);
    for (var name : List.of("Chưa Đăng Ký " + mark, "Giấu Tên " + mark)) {
      List<String> seen = who("platform", "kols", name).getList("items.matched");
      assertFalse(seen.contains(name), name);
      assertEquals(canonical, found(name).get(0), name);
    }
    assertEquals(
        "Chưa Đăng Ký " + mark,
        who("case-officer", "kols", "Chưa Đăng Ký " + mark).getString("items[0].matched"));
  }

  private static void merge(String subject, String into) {
    act("/subjects/" + subject, "merges", "{\"into\":\"%s\",\"reason\":\"r\"}".formatted(into))
        .statusCode(200);
  }

  @Test
  @DisplayName("REG-92 names of a release before are found by the new forms once these are made")
  void migrated() throws SQLException {
    var mark = mark();
    var id = registered("\u00D0ào Mỹ " + mark);
    run(
        "update subject_name set folded = '\u00F0ao my %s', spelled = '', joined = '' where subject = '%s'"
            .formatted(mark, id));
    assertFalse(found("Đào Mĩ").contains(id));
    for (var again = 0; again < 2; again++) {
      try (var connection = Postgres.superuser("registry")) {
        V13__FoldedNames.fold(connection);
      }
      assertEquals("SAME_LETTERS", match("Đào Mĩ " + mark, id));
      assertEquals("EXACT", match("\u00D0ào Mỹ " + mark, id));
    }
    assertEquals(
        List.of(Folding.joined(Folding.fold("Đào Mỹ " + mark))),
        query("select joined from subject_name where subject = '%s' and place = 0".formatted(id)));
  }

  @Test
  @DisplayName("REG-91 a name of many words or signs is looked for like any other")
  void odd() {
    for (var name : List.of("%", "a b", "_'\"\\ %s", "x ".repeat(100), "\uFDFA".repeat(150))) {
      as("registrar")
          .queryParam("name", name)
          .get("/kols/candidates")
          .then()
          .statusCode(name.equals("%") ? 400 : 200);
    }
    registrar()
        .queryParam("name", "Không Ai Tên Thế " + mark())
        .get("/kols/candidates")
        .then()
        .body("items.findAll { it.match != 'SIMILAR' }", empty())
        .body("next", equalTo(null))
        .body("items", not(equalTo(null)));
  }

  private static List<String> narrowed(String role, String name, String parameter, String value) {
    return as(role)
        .queryParam("name", name)
        .queryParam(parameter, value)
        .get("/kols/candidates")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.subject.id");
  }

  @Test
  @DisplayName("REG-93 candidates are narrowed by status, province and category")
  void narrowing() {
    var name = "Sếu Mẫu " + mark();
    var id = registered(name);
    var waiting = submitted(name);
    var subject = as("registrar").get("/kols/" + id).then().statusCode(200).extract().jsonPath();

    assertEquals(List.of(id), narrowed("registrar", name, "status", "REGISTERED"));
    assertEquals(List.of(waiting), narrowed("registrar", name, "status", "SUBMITTED"));
    assertEquals(List.of(), narrowed("platform", name, "status", "SUBMITTED"));
    var province = subject.getString("homeProvince");
    assertEquals(List.of(id), narrowed("platform", name, "homeProvince", province));
    assertEquals(
        List.of(),
        narrowed(
            "platform", name, "homeProvince", province.equals("2025:01") ? "2025:79" : "2025:01"));
    var category = subject.getString("category");
    assertEquals(List.of(id), narrowed("platform", name, "category", category));
    assertEquals(
        List.of(),
        narrowed("platform", name, "category", category.equals("HOST") ? "ARTIST" : "HOST"));
    // What is not shown of those who are not registered is not found out by a search.
    assertEquals(List.of(id), narrowed("case-officer", name, "category", category));
    assertEquals(2, narrowed("registrar", name, "category", category).size());
  }

  @Test
  @DisplayName("REG-93 candidates are narrowed by a platform on which they have an account")
  void platform() {
    var name = "Sếu Mẫu " + mark();
    var id = registered(name);
    assertEquals(List.of(), narrowed("platform", name, "platform", "TIKTOK"));
    var account =
        open(id, "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(freshHandle()))
            .then()
            .statusCode(201)
            .extract()
            .jsonPath()
            .getString("id");
    assertEquals(List.of(id), narrowed("platform", name, "platform", "TIKTOK"));
    assertEquals(List.of(), narrowed("platform", name, "platform", "YOUTUBE"));
    clock.advance(Duration.ofSeconds(1));
    act("/accounts/" + account, "closures", "{}").statusCode(200);
    assertEquals(List.of(), narrowed("platform", name, "platform", "TIKTOK"));
  }

  @Test
  @DisplayName("REG-93 a province without its list is refused")
  void bareProvince() {
    as("platform")
        .queryParam("name", "Sếu Mẫu")
        .queryParam("homeProvince", "79")
        .get("/kols/candidates")
        .then()
        .statusCode(400)
        .body("violations[0].field", equalTo("homeProvince"));
  }
}

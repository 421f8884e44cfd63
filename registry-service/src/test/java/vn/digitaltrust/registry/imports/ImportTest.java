package vn.digitaltrust.registry.imports;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Metrics;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class ImportTest extends Registry {
  @Inject ObjectMapper json;

  private static String line(String name, String handle) {
    return """
    {"names":[{"type":"STAGE","value":"%s"},{"type":"LEGAL","value":"Trần Văn Thử"}],"influence":"KOC",\
    "category":"REVIEWER","homeProvince":"2025:48","birthDate":"1996-05-17","accounts":[{"platform":"TIKTOK","handle":"%s"}],\
    "verification":{"method":"VNEID","level":2,"verifiedAt":"2026-11-01T00:00:00Z"},"register":true}\
    """
        .formatted(name, handle);
  }

  private List<JsonNode> send(String key, List<String> lines) throws Exception {
    var request = registrar().config(NDJSON).contentType("application/x-ndjson");
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    var answer =
        request
            .body(String.join("\n", lines))
            .post("/imports")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString();
    var results = new ArrayList<JsonNode>();
    for (var row : answer.lines().toList()) {
      results.add(json.readTree(row));
    }
    return results;
  }

  private static List<String> statuses(List<JsonNode> results) {
    return results.stream().map(result -> result.path("status").asText()).toList();
  }

  private static double counted(String status) {
    return Metrics.value("registry_import_lines_total", "status=\"" + status + "\"");
  }

  @Test
  @DisplayName("lines are counted by what became of them")
  void counted() throws Exception {
    var created = counted("CREATED");
    var refused = counted("REFUSED");
    var repeated = counted("REPEATED");
    var lines = List.of(line("Dòng Đếm", freshHandle()), "{not json");
    var key = UUID.randomUUID().toString();
    send(key, lines);
    send(key, lines);
    assertEquals(created + 1, counted("CREATED"));
    assertEquals(repeated + 1, counted("REPEATED"));
    assertEquals(refused + 2, counted("REFUSED"));
  }

  @Test
  @DisplayName("DOOR-17 an import with a byte order mark is read, one in UTF-16 is not guessed at")
  void encodings() throws Exception {
    assertEquals(
        List.of("CREATED"),
        statuses(send(null, List.of("\ufeff" + line("Dòng Có Dấu Đầu", freshHandle())))));
    registrar()
        .config(NDJSON)
        .contentType("application/x-ndjson")
        .body(line("Dòng Khác", freshHandle()).getBytes(StandardCharsets.UTF_16))
        .post("/imports")
        .then()
        .statusCode(400)
        .body("detail", containsString("UTF-8"));
    registrar()
        .config(NDJSON)
        .contentType("application/x-ndjson")
        .header("Content-Encoding", "gzip")
        .body("{}")
        .post("/imports")
        .then()
        .statusCode(415);
  }

  @Test
  @DisplayName("IMP-1 every line has its own result in order, and a bad one fails no other")
  void badLinesFailNoOther() throws Exception {
    var handle = freshHandle();
    var results =
        send(
            null,
            List.of(
                line("Dòng Một", freshHandle()),
                "{not json",
                line("Dòng Ba", handle),
                line("Dòng Bốn", handle.toUpperCase()),
                line("Dòng Năm", freshHandle()).replace("2025:48", "2025:26"),
                line("Dòng Sáu", freshHandle()).replace("KOC", "KOX"),
                line("Dòng Bảy", freshHandle()).replace("\"register\"", "\"registre\""),
                line("", freshHandle()),
                "[]",
                "null",
                line("Dòng Mười Một", "a b"),
                "x".repeat(70_000),
                line("Dòng Mười Ba", freshHandle())));
    assertEquals(
        List.of(
            "CREATED", "REFUSED", "CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED",
            "REFUSED", "REFUSED", "REFUSED", "REFUSED", "CREATED"),
        statuses(results));
    assertEquals(
        IntStream.rangeClosed(1, 13).boxed().toList(),
        results.stream().map(result -> result.path("line").asInt()).toList());
    for (var result : results) {
      if (result.path("status").asText().equals("REFUSED")) {
        assertTrue(
            result.path("problem").path("type").asText().startsWith("urn:digital-trust:problem:"),
            result::toString);
        assertTrue(result.path("problem").path("detail").asText().length() > 10, result::toString);
      } else {
        assertTrue(result.path("registrationNumber").asText().startsWith("KOL-"));
        assertEquals(
            List.of("kol.registered", "kol.registered PARTY", "account.opened"),
            journalOf(result.path("id").asText()));
      }
    }
  }

  private static String path(JsonNode result) {
    return result.path("problem").path("violations").path(0).path("field").asText();
  }

  @Test
  @DisplayName("DOOR-22, ACC-21 a line that is refused names the path of the field")
  void paths() throws Exception {
    var taken = freshHandle();
    var open = registered("Giữ Tài Khoản");
    open(open, "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(taken));
    var accounts = "\"accounts\":[{\"platform\":\"TIKTOK\",\"handle\":\"%s\"},%s]";
    var results = new ArrayList<JsonNode>();
    for (var second :
        List.of(
            "{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}".formatted(taken),
            "{\"platform\":\"TIKTOK\",\"handle\":\"a b\"}",
            "{\"platform\":\"TIKTOK\",\"handle\":\"\"}",
            "{\"platform\":\"YOUTUBE\",\"platformId\":\"x\"}",
            "{\"url\":\"https://www.facebook.com/saved\"}",
            "null")) {
      var handle = freshHandle();
      var line =
          line("Dòng Có Hai", handle)
              .replace(
                  "\"accounts\":[{\"platform\":\"TIKTOK\",\"handle\":\"%s\"}]".formatted(handle),
                  accounts.formatted(handle, second));
      results.addAll(send(null, List.of(line("Dòng Tốt", freshHandle()), line)));
    }
    assertEquals(
        List.of(
            "accounts[1].handle",
            "accounts[1].handle",
            "accounts[1].handle",
            "accounts[1].platformId",
            "accounts[1].url",
            "accounts[1]"),
        IntStream.range(0, 6).mapToObj(i -> path(results.get(2 * i + 1))).toList());
    assertTrue(
        results.get(1).path("problem").path("detail").asText().contains("open at somebody else"),
        results.get(1)::toString);
    var name = send(null, List.of(line("Dòng\\u200B", freshHandle())));
    assertEquals("names[0].value", path(name.get(0)));
    var own = freshHandle();
    var twice =
        line("Hai Lần", own)
            .replace(
                "}],\"verification",
                "},{\"platform\":\"TIKTOK\",\"handle\":\"@%s\"}],\"verification".formatted(own));
    assertEquals("accounts[1].handle", path(send(null, List.of(twice)).get(0)));
  }

  @Test
  @DisplayName("IMP-6 a result has the number of its line, blank ones counted")
  void numbers() throws Exception {
    var results =
        send(
            null,
            List.of(
                "", line("Dòng Hai", freshHandle()), "  ", "", "{", line("Sáu", freshHandle())));
    assertEquals(
        List.of(2, 5, 6), results.stream().map(result -> result.path("line").asInt()).toList());
  }

  @Test
  @DisplayName(
      "IMP-3 repeated under its key, what is done is REPEATED and what failed is tried again")
  void safeToRepeat() throws Exception {
    var key = UUID.randomUUID().toString();
    var lines =
        new ArrayList<>(
            IntStream.range(0, 100).mapToObj(i -> line("Lặp " + i, freshHandle())).toList());
    lines.set(70, lines.get(70).replace("2025:48", "2025:26"));
    var first = send(key, lines);
    assertEquals(99, statuses(first).stream().filter("CREATED"::equals).count());
    lines.set(70, lines.get(70).replace("2025:26", "2025:48"));
    lines.set(80, line("Khác Hẳn", freshHandle()));
    var second = send(key, lines);
    assertEquals("CREATED", statuses(second).get(70));
    assertEquals("REFUSED", statuses(second).get(80));
    assertEquals(
        "urn:digital-trust:problem:retry-key-reused",
        second.get(80).path("problem").path("type").asText());
    assertEquals(98, statuses(second).stream().filter("REPEATED"::equals).count());
    assertEquals(first.get(5).path("id"), second.get(5).path("id"));
    assertEquals(first.get(5).path("registrationNumber"), second.get(5).path("registrationNumber"));
    assertTrue(
        query("select 1 from import_line l where l::text like '%Lặp%'").isEmpty(),
        "of a line only a keyed hash is kept");
  }

  @Test
  @DisplayName("IMP-2 5,000 KOLs with accounts are taken in, each once and under its own number")
  void manyAtOnce() throws Exception {
    var lines =
        IntStream.range(0, 5_000)
            .mapToObj(
                i -> line("Hàng Loạt " + i, "dt.loat" + i + "x" + (System.nanoTime() % 1_000_000)))
            .toList();
    var results = send(UUID.randomUUID().toString(), lines);
    assertEquals(Set.of("CREATED"), Set.copyOf(statuses(results)));
    assertEquals(
        5_000,
        results.stream()
            .map(result -> result.path("registrationNumber").asText())
            .collect(Collectors.toSet())
            .size());
    assertEquals(
        List.of("5000"),
        query(
            "select count(distinct s.id) from subject s join account a on a.subject = s.id where"
                + " s.display_name like 'Hàng Loạt %' and s.status = 'REGISTERED'"));
  }
}

package vn.digitaltrust.registry.imports;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Metrics;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.registry.testing.Registry;

@QuarkusTest
class ImportTest extends Registry {
  /** As the tests are set. */
  private static final int LONGEST_STREAM = 4 << 20;

  @Inject ObjectMapper json;

  @TestHTTPResource URI origin;

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
  @DisplayName("IMP-8 of the same import sent at once each line is CREATED once and else REPEATED")
  void atOnce() throws Exception {
    var key = UUID.randomUUID().toString();
    var lines =
        IntStream.range(0, 100).mapToObj(i -> line("Đồng Thời " + i, freshHandle())).toList();
    var senders = Executors.newFixedThreadPool(4);
    try {
      Callable<List<JsonNode>> sender = () -> send(key, lines);
      var sent = senders.invokeAll(Collections.nCopies(4, sender));
      var answers = new ArrayList<List<JsonNode>>();
      for (var each : sent) {
        answers.add(each.get());
      }
      for (var i = 0; i < lines.size(); i++) {
        var line = i;
        var statuses =
            answers.stream()
                .map(answer -> answer.get(line).path("status").asText())
                .sorted()
                .toList();
        assertEquals(List.of("CREATED", "REPEATED", "REPEATED", "REPEATED"), statuses);
        assertEquals(
            1, answers.stream().map(answer -> answer.get(line).path("id")).distinct().count());
      }
    } finally {
      senders.shutdown();
    }
  }

  @Test
  @DisplayName("DOOR-28 a field of a refused line is named by its whole path")
  void pathsOfConstraints() throws Exception {
    var bad =
        line("Đường Dẫn", freshHandle())
            .replaceFirst("\"handle\":\"[^\"]*\"}", "\"handle\":\"\"},null")
            .replace("\"VNEID\"", "null");
    var violations = send(null, List.of(bad)).get(0).path("problem").path("violations");
    assertEquals(
        List.of("accounts[0].handle", "accounts[1]", "verification.method"),
        violations.findValuesAsText("field"),
        violations::toString);
  }

  @Test
  @DisplayName("IMP-7 an import that says it is too large is refused with the limit")
  void announcedTooLarge() {
    registrar()
        .config(NDJSON)
        .contentType("application/x-ndjson")
        .body(new byte[LONGEST_STREAM + 1])
        .post("/imports")
        .then()
        .statusCode(413)
        .body("type", equalTo("urn:digital-trust:problem:too-large"))
        .body("detail", containsString("4 MiB"));
  }

  @Test
  @DisplayName("IMP-7 one that grows too large ends with a line that says so, and what was is done")
  void growsTooLarge() throws Exception {
    var body = new StringBuilder(line("Trước Khi Quá Lớn", freshHandle())).append('\n');
    while (body.length() <= LONGEST_STREAM) {
      body.append(" ".repeat(60_000)).append('\n');
    }
    body.append(line("Sau Khi Quá Lớn", freshHandle()));
    var answer =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .build()
            .send(
                HttpRequest.newBuilder(origin.resolve(BASE + "/imports"))
                    .header("Authorization", "Bearer " + Tokens.as("registrar"))
                    .header("Content-Type", "application/x-ndjson")
                    .POST(
                        HttpRequest.BodyPublishers.ofInputStream(
                            () ->
                                new ByteArrayInputStream(
                                    body.toString().getBytes(StandardCharsets.UTF_8))))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    var results = answer.body().lines().toList();
    assertEquals(2, results.size(), answer.body());
    assertTrue(results.get(0).contains("CREATED"), answer.body());
    assertEquals(413, json.readTree(results.get(1)).path("problem").path("status").asInt());
    assertTrue(results.get(1).contains("4 MiB"), answer.body());
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

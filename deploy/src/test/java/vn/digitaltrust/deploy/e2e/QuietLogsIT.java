package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

/** What people are called, and their handles, are in the databases and in no log. */
@ExtendWith(RunningSuite.Extension.class)
class QuietLogsIT {
  private final RunningSuite suite;

  QuietLogsIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void neither_the_name_nor_the_handle_of_a_refused_row_is_in_any_log_of_the_suite()
      throws IOException {
    String word = "Vắng" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
    Map<String, Object> kol = Fixtures.kol();
    kol.put(
        "names",
        List.of(
            Map.of("type", "LEGAL", "value", "Lò " + word + " Ửng"),
            Map.of("type", "STAGE", "value", word + " (hư cấu)")));
    String handle = Fixtures.freshHandle();
    Http.Answer first = account(registered(kol), handle);
    Http.Answer second = account(registered(kol), handle);
    Map<String, Object> line = Fixtures.kol();
    line.putAll(kol);
    line.put("accounts", List.of(Map.of("platform", "TIKTOK", "handle", handle)));
    String imported = imported(line);

    assertEquals(201, first.status(), first.body());
    assertEquals(409, second.status(), second.body());
    assertTrue(imported.contains("REFUSED"), imported);
    assertTrue(
        text(suite.suite().home().log(Part.POSTGRES)).contains("violates"),
        "it was the database that refused, and it says so without the row");
    try (Stream<Path> logs = Files.list(suite.suite().home().resolve("logs"))) {
      for (Path log : logs.toList()) {
        String text = text(log);
        assertFalse(text.contains(handle), "the handle is in " + log);
        assertFalse(text.contains(word), "the name is in " + log);
      }
    }
  }

  private static String text(Path log) throws IOException {
    return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
  }

  private String registered(Map<String, Object> kol) {
    return suite
        .api()
        .send("registrar-mai", "POST", "/registry/v1/kols", null, kol)
        .orThrow("submit")
        .json()
        .path("id")
        .asText();
  }

  private Http.Answer account(String subject, String handle) {
    return suite
        .api()
        .send(
            "registrar-mai",
            "POST",
            "/registry/v1/subjects/" + subject + "/accounts",
            null,
            Map.of("platform", "TIKTOK", "handle", handle));
  }

  private String imported(Map<String, Object> line) throws IOException {
    return Http.method("POST", suite.settings().gateway("/registry/v1/imports"))
        .bearer(suite.tokens().of("registrar-mai"))
        .header("Accept", "application/x-ndjson")
        .body("application/x-ndjson", Http.JSON.writeValueAsString(line) + "\n")
        .send()
        .orThrow("import")
        .body();
  }
}

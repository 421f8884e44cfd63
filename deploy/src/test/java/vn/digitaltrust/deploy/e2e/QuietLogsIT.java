package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Part;

/**
 * What people are called, their handles and their tokens are in no log; what callers do to
 * themselves is no fault of ours (DOOR-29).
 */
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
        Logs.text(suite.suite().home().log(Part.POSTGRES)).contains("violates"),
        "it was the database that refused, and it says so without the row");
    try (Stream<Path> logs = Files.list(logs())) {
      for (Path log : logs.toList()) {
        String text = Logs.text(log);
        assertFalse(text.contains(handle), "the handle is in " + log);
        assertFalse(text.contains(word), "the name is in " + log);
      }
    }
  }

  @Test
  void no_token_is_in_any_log_of_the_suite_accepted_or_refused() throws IOException {
    List<String> sent = new ArrayList<>();
    for (String name : Tokens.names()) {
      String token = suite.tokens().of(name);
      sent.add(token);
      for (Part service : Part.services()) {
        String path = "/%s/v1/journal".formatted(service.shortName());
        URI direct = URI.create(suite.settings().origin(service) + path);
        assertEquals(401, Http.get(direct).bearer(token + "x").send().status());
        Http.get(direct).bearer(token).send();
        Http.get(suite.settings().gateway(path)).bearer("x" + token).send();
      }
    }
    Logs.holdNoToken(logs(), sent);
  }

  @Test
  void a_lost_race_and_a_caller_who_leaves_are_no_faults() throws Exception {
    Path log = suite.suite().home().log(Part.REGISTRY);
    int before = Logs.text(log).length();
    Set<Integer> statuses = new TreeSet<>();
    for (int round = 0; round < 10; round++) {
      String kol = "/registry/v1/kols/" + Fixtures.submitted(suite);
      String version = Fixtures.etag(suite, "registrar-mai", kol);
      IntStream.range(0, 8)
          .parallel()
          .mapToObj(i -> suite.api().send("registrar-mai", "PUT", kol, version, Fixtures.kol()))
          .map(Http.Answer::status)
          .toList()
          .forEach(statuses::add);
      try (Socket socket = new Socket("localhost", suite.settings().port(Part.REGISTRY))) {
        String token = suite.tokens().of("platform-one");
        socket
            .getOutputStream()
            .write(
                "GET /registry/v1/snapshot HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
                    .formatted(token)
                    .getBytes(StandardCharsets.ISO_8859_1));
        socket.getInputStream().read();
        socket.setSoLinger(true, 0);
      }
    }
    assertTrue(statuses.contains(200), "one of each race: " + statuses);
    assertTrue(Set.of(200, 409, 412).containsAll(statuses), "the others read again: " + statuses);
    String told = Logs.text(log).substring(before);
    assertFalse(told.contains("\"ERROR\"") || told.contains(" ERROR "), told);
    assertFalse(told.contains("ARJUNA"), told);
  }

  private Path logs() {
    return suite.suite().home().resolve("logs");
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

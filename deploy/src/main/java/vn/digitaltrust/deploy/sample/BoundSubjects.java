package vn.digitaltrust.deploy.sample;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Settings;

/**
 * The subjects that sample identities are bound to from the beginning: each enters itself, under
 * the id in its token, and a registrar registers it. Safe to repeat.
 */
public final class BoundSubjects {
  private static final String REGISTRAR = "registrar-mai";
  private static final int CONFLICT = 409;

  private final Settings settings;
  private final Tokens tokens;

  /** Of the sample identities of one suite. */
  public BoundSubjects(Settings settings, Tokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  /** Enters and registers whoever is not there yet. */
  public void enter() {
    enter(
        "kol-yen",
        "kols",
        Map.of(
            "names",
            List.of(
                Map.of("type", "LEGAL", "value", "Lê Hải Yến Mẫu"),
                Map.of("type", "STAGE", "value", "Yến Kể Chuyện (hư cấu)")),
            "influence",
            "KOC",
            "category",
            "ARTIST",
            "homeProvince",
            "2025:48",
            "birthDate",
            "1995-04-12"));
    enter(
        "business-vinh",
        "organisations",
        Map.of(
            "names",
            List.of(Map.of("type", "LEGAL", "value", "Công ty Mẫu Vinh Quang (hư cấu)")),
            "organisationType",
            "BUSINESS",
            "taxCode",
            "0101243150",
            "homeProvince",
            "2025:01"));
  }

  private void enter(String who, String rows, Map<String, Object> body) {
    Answer entered = post(who, "/registry/v1/" + rows, null, body);
    if (entered.status() == CONFLICT) {
      return;
    }
    String row =
        "/registry/v1/"
            + rows
            + "/"
            + entered.orThrow("to enter " + who).json().path("id").asText();
    act(
        row,
        "verifications",
        Map.of("method", "IN_PERSON", "level", 1, "verifiedAt", "2026-01-15T03:00:00Z"));
    act(row, "registrations", Map.of());
  }

  private void act(String row, String deed, Map<String, Object> body) {
    String etag =
        Http.get(settings.gateway(row))
            .bearer(tokens.of(REGISTRAR))
            .send()
            .header("etag")
            .orElseThrow(() -> new Failure("The registry gave no ETag of " + row));
    post(REGISTRAR, row + "/" + deed, etag, body).orThrow(deed + " of " + row);
  }

  private Answer post(String who, String path, String etag, Map<String, Object> body) {
    Http request =
        Http.method("POST", settings.gateway(path))
            .bearer(tokens.of(who))
            .header("Idempotency-Key", UUID.randomUUID().toString());
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return request.json(body).send();
  }
}

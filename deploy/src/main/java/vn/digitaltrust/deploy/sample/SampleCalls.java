package vn.digitaltrust.deploy.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.UUID;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Failure;
import vn.digitaltrust.deploy.suite.Settings;

/** What sample identities do through the gateway when sample data is made. */
final class SampleCalls {
  /** The registrar who enters and registers. */
  static final String REGISTRAR = "registrar-mai";

  /** It was there already. */
  static final int CONFLICT = 409;

  private final Settings settings;
  private final Tokens tokens;

  SampleCalls(Settings settings, Tokens tokens) {
    this.settings = settings;
    this.tokens = tokens;
  }

  JsonNode get(String who, String path) {
    return Http.get(settings.gateway(path))
        .bearer(tokens.of(who))
        .send()
        .orThrow("to read " + path)
        .json();
  }

  /** Creates something; whatever comes back. */
  Answer post(String who, String path, Map<String, ?> body) {
    return post(who, path, null, body);
  }

  /** Verifies and registers what was entered in the registry. */
  void register(String row) {
    act(
        row,
        "verifications",
        Map.of("method", "IN_PERSON", "level", 1, "verifiedAt", "2026-01-15T03:00:00Z"));
    act(row, "registrations", Map.of());
  }

  private void act(String row, String deed, Map<String, ?> body) {
    String etag =
        Http.get(settings.gateway(row))
            .bearer(tokens.of(REGISTRAR))
            .send()
            .header("etag")
            .orElseThrow(() -> new Failure("The registry gave no ETag of " + row));
    post(REGISTRAR, row + "/" + deed, etag, body).orThrow(deed + " of " + row);
  }

  private Answer post(String who, String path, String etag, Map<String, ?> body) {
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

package vn.digitaltrust.deploy.story;

import java.util.UUID;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.keycloak.Tokens;
import vn.digitaltrust.deploy.suite.Settings;

/**
 * The API as the people and machines of the story use it: through the gateway, each under their own
 * token.
 */
public final class Api {
  private final Settings settings;
  private final Tokens tokens;
  private final Narrator narrator;

  /** Calls through the gateway of these settings, told by this narrator. */
  public Api(Settings settings, Tokens tokens, Narrator narrator) {
    this.settings = settings;
    this.tokens = tokens;
    this.narrator = narrator;
  }

  /** The tokens these calls carry. */
  public Tokens tokens() {
    return tokens;
  }

  /** One call; whatever comes back. */
  public Answer send(String who, String method, String path, String etag, Object body) {
    Http request =
        Http.method(method, settings.gateway(path))
            .bearer(tokens.of(who))
            .header("Accept-Language", "en");
    if (method.equals("POST")) {
      request.header("Idempotency-Key", UUID.randomUUID().toString());
    }
    if (etag != null) {
      request.header("If-Match", etag);
    }
    return (body == null ? request : request.json(body)).send();
  }

  /** Reads, without a word to the audience. */
  public Answer peek(String who, String path) {
    return send(who, "GET", path, null, null);
  }

  /** Reads. */
  Answer get(String who, String path) {
    narrator.request(who, "GET", path, null);
    return told(peek(who, path));
  }

  /** Creates something new. */
  Answer create(String who, String path, Object body) {
    narrator.request(who, "POST", path, body);
    return told(send(who, "POST", path, null, body));
  }

  /** Acts on something that exists: reads its version first, as every client must. */
  Answer act(String who, String resource, String deed, Object body) {
    Answer current = peek(who, resource);
    String etag =
        current
            .header("etag")
            .orElseThrow(
                () ->
                    new StoryBroken(
                        "GET %s gave %s no ETag: %d %s"
                            .formatted(resource, who, current.status(), current.body())));
    narrator.request(who, "POST", resource + "/" + deed, body);
    return told(send(who, "POST", resource + "/" + deed, etag, body));
  }

  private Answer told(Answer answer) {
    narrator.answer(answer);
    if (answer.status() / 100 != 2) {
      throw new StoryBroken(
          "Expected success, got %d: %s".formatted(answer.status(), answer.body()));
    }
    return answer;
  }
}

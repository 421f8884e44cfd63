package vn.digitaltrust.deploy.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Predicate;
import vn.digitaltrust.deploy.http.Http.Answer;

/**
 * Trust checks of a platform. What one person writes reaches the gateway's memory a moment later,
 * so a check is repeated until it shows what is expected, for a bounded time.
 */
public final class TrustChecks {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final long PAUSE_MILLIS = 10;

  private final Api api;
  private final Narrator narrator;

  /** Checks made through this API. */
  public TrustChecks(Api api, Narrator narrator) {
    this.api = api;
    this.narrator = narrator;
  }

  /** Expects a verdict. */
  public JsonNode verdict(String query, String verdict) {
    return until(query, verdict, check -> check.path("verdict").asText().equals(verdict));
  }

  /** Expects a state of the trust mark. */
  JsonNode trustMark(String query, String status) {
    return until(
        query,
        "trust mark " + status,
        check -> check.path("trustMark").path("status").asText().equals(status));
  }

  /**
   * Repeats a check until it shows what is expected.
   *
   * @throws StoryBroken with the last answer when the patience ends
   */
  public JsonNode until(String query, String expected, Predicate<JsonNode> holds) {
    String path = "/trust/v1/accounts?" + query;
    narrator.request("platform-one", "GET", path, null);
    long begun = System.nanoTime();
    while (true) {
      Answer answer = api.peek("platform-one", path);
      long millis = (System.nanoTime() - begun) / 1_000_000;
      if (answer.status() == 200 && holds.test(answer.json())) {
        narrator.answer(answer);
        narrator.holds("%s (after %d ms)".formatted(expected, millis));
        return answer.json();
      }
      if (millis > PATIENCE.toMillis()) {
        narrator.answer(answer);
        throw new StoryBroken(
            "%s: expected %s within %d s, got %d %s"
                .formatted(path, expected, PATIENCE.toSeconds(), answer.status(), answer.body()));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryBroken("Interrupted.");
    }
  }
}

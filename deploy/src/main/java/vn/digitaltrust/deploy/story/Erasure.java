package vn.digitaltrust.deploy.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The erasure of a person by two registrars, with the answers of all who might keep something. */
public final class Erasure {
  private static final String REQUESTS = "/registry/v1/erasure-requests";
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long PAUSE_MILLIS = 500;

  private final Api api;

  /** Through this API. */
  public Erasure(Api api) {
    this.api = api;
  }

  /**
   * Erases a subject.
   *
   * @throws StoryBroken if something is refused, or somebody does not clear it
   */
  public void of(String subject) {
    String request = ask(subject);
    awaitClear(request);
    api.act("registrar-hoa", request, "approvals", Map.of("reason", "Đã kiểm tra (hư cấu)"));
  }

  /** One registrar asks; where the request is read. */
  public String ask(String subject) {
    return REQUESTS
        + "/"
        + api.create(
                "registrar-mai",
                REQUESTS,
                Map.of("subject", subject, "reason", "Theo yêu cầu (hư cấu)"))
            .json()
            .path("id")
            .asText();
  }

  /**
   * Waits until every holder has cleared a request.
   *
   * @throws StoryBroken if one does not
   */
  public void awaitClear(String request) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isClear(api.peek("registrar-mai", request).json().path("answers"))) {
      if (Instant.now().isAfter(end)) {
        throw new StoryBroken("Not all holders have cleared " + request);
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new StoryBroken("Interrupted while waiting for " + request);
      }
    }
  }

  private static boolean isClear(JsonNode answers) {
    for (JsonNode answer : answers) {
      if (!answer.path("answer").asText().equals("CLEAR")) {
        return false;
      }
    }
    return !answers.isEmpty();
  }
}

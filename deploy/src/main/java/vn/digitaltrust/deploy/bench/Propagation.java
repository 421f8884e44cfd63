package vn.digitaltrust.deploy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import vn.digitaltrust.deploy.http.Http.Answer;
import vn.digitaltrust.deploy.story.Api;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * Measures how long a measure takes from the commit in the sanctions service to the first trust
 * check that shows it. Each try is a state decision about a person of its own; while it is being
 * recorded a platform already asks, again and again. The time counts from the moment the service
 * wrote into its journal (a little before the commit) to the moment the answer has arrived, so it
 * includes the commit and one whole check.
 */
public final class Propagation {
  /** What the suite promises: at the 99th percentile a measure is seen within so many ms. */
  public static final double PROMISED_P99_MILLIS = 250;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Api api;
  private final String today = LocalDate.now(VietnamTime.ZONE).toString();

  private record Person(String id, String handle) {}

  /** Measures through this API. */
  public Propagation(Api api) {
    this.api = api;
  }

  /** Runs this many tries, one after the other, after a tenth as many that do not count. */
  public Distribution measure(int tries, IntConsumer progress) {
    for (int i = 0; i < tries / 10; i++) {
      once();
    }
    double[] millis = new double[tries];
    for (int i = 0; i < tries; i++) {
      millis[i] = once();
      progress.accept(i + 1);
    }
    return new Distribution(millis);
  }

  /** Whether what was measured is what is promised. */
  public static boolean keepsThePromise(Distribution found) {
    return found.percentile(0.99) <= PROMISED_P99_MILLIS;
  }

  private double once() {
    Person person = person();
    CompletableFuture<Instant> seen =
        CompletableFuture.supplyAsync(() -> seen(person), task -> new Thread(task).start());
    Answer decided =
        api.send(
            "authority-bvhttdl", "POST", "/sanctions/v1/state-decisions", null, decision(person));
    decided.orThrow("the decision was refused");
    return Duration.between(recorded(person), seen.join()).toNanos() / 1e6;
  }

  private Person person() {
    String id =
        api.send(
                "authority-bvhttdl",
                "POST",
                "/registry/v1/recorded-subjects",
                null,
                Map.of(
                    "kind",
                    "KOL",
                    "names",
                    List.of(Map.of("type", "STAGE", "value", "Dế Mèn Chạy Bộ (hư cấu)"))))
            .orThrow("the person was refused")
            .json()
            .path("id")
            .asText();
    String handle =
        "hu.cau.p" + Long.toUnsignedString(UUID.randomUUID().getMostSignificantBits() >>> 20, 36);
    api.send(
            "registrar-mai",
            "POST",
            "/registry/v1/subjects/" + id + "/accounts",
            null,
            Map.of("platform", "TIKTOK", "handle", handle))
        .orThrow("the account was refused");
    return new Person(id, handle);
  }

  private Map<String, Object> decision(Person person) {
    return Map.of(
        "subject",
        person.id(),
        "authority",
        "BVHTTDL",
        "number",
        "HC-" + person.handle().substring(8),
        "issuedOn",
        today,
        "ground",
        "DECREE-144-2020-17",
        "provision",
        "Điều 17",
        "document",
        Map.of("title", "Quyết định hư cấu", "sha256", "0".repeat(64)),
        "measure",
        Map.of("kind", "ENGAGEMENT_LIMIT", "scope", Map.of(), "from", today, "until", today));
  }

  private Instant seen(Person person) {
    String path = "/trust/v1/accounts?platform=TIKTOK&handle=" + person.handle();
    Instant giveUp = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(giveUp)) {
      Answer answer = api.peek("platform-one", path);
      if (answer.json().path("verdict").asText().equals("RESTRICTED")) {
        return Instant.now();
      }
    }
    throw new IllegalStateException("not seen within " + PATIENCE);
  }

  /** When the journal says that the measure was written. */
  private Instant recorded(Person person) {
    long head = journal(0).path("head").path("position").asLong();
    for (JsonNode entry : journal(Math.max(0, head - 20)).path("entries")) {
      if (entry.path("aggregate").asText().equals("measure")
          && entry.path("subject").asText().equals(person.id())) {
        return Instant.parse(entry.path("recordedAt").asText());
      }
    }
    throw new IllegalStateException("the journal does not know the measure");
  }

  private JsonNode journal(long after) {
    return api.peek("auditor-nga", "/sanctions/v1/journal?limit=100&after=" + after)
        .orThrow("the journal cannot be read")
        .json();
  }
}

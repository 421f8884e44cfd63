package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

@ExtendWith(RunningSuite.Extension.class)
@Timeout(value = 4, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrashIT {
  private static final int WRITES = 60;
  private static final int LINES = 1_500;
  private static final Duration A_REQUEST = Duration.ofSeconds(15);
  private static final Duration ALL_TRIES = Duration.ofMinutes(2);

  private final RunningSuite suite;

  CrashIT(RunningSuite suite) {
    this.suite = suite;
  }

  /**
   * After which chapter which part is killed; Keycloak and PostgreSQL take all the others with them
   * for a moment.
   */
  private static final Map<Integer, Part> KILLS =
      Map.of(
          2, Part.REGISTRY,
          4, Part.KEYCLOAK,
          5, Part.SANCTIONS,
          6, Part.ALLIANCE,
          8, Part.GATEWAY,
          9, Part.POSTGRES);

  @Test
  void a_story_goes_on_after_each_part_was_killed_in_the_middle_and_restarted() {
    assertEquals(Set.of(Part.values()), Set.copyOf(KILLS.values()));
    AtomicInteger chapters = new AtomicInteger();
    suite
        .story()
        .play(
            chapter -> {
              Part victim = KILLS.get(chapters.incrementAndGet());
              if (victim != null) {
                suite.kill(victim);
                suite.start();
              }
            });
    suite.story().play(chapter -> {});

    Journals.areWhole(suite);
  }

  @Test
  void an_import_whose_service_dies_in_the_middle_of_its_answer_is_completed_by_sending_it_again() {
    long before = suite.head(Part.REGISTRY);
    BrokenImport sent = new BrokenImport(suite, "crash-import-" + before, LINES);

    long answered = sent.answeredUntil(() -> suite.kill(Part.REGISTRY));
    suite.start();
    List<JsonNode> results = sent.again();

    assertTrue(answered > 0 && answered < LINES, answered + " lines were answered");
    assertEquals(LINES, results.size());
    Map<String, Long> outcomes =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.path("status").asText(), Collectors.counting()));
    assertEquals(Set.of("CREATED", "REPEATED"), outcomes.keySet(), outcomes.toString());
    assertTrue(outcomes.get("REPEATED") >= answered, "what was answered was done: " + outcomes);
    Set<String> ids =
        results.stream().map(result -> result.path("id").asText()).collect(Collectors.toSet());
    assertEquals(LINES, ids.size());
    assertEquals(ids, submittedAfter(before));
    Journals.areWhole(suite);
  }

  @Test
  void what_was_sent_while_the_registry_was_killed_is_there_once_after_retries_with_the_same_key()
      throws Exception {
    long before = suite.head(Part.REGISTRY);
    Set<String> ids = ConcurrentHashMap.newKeySet();
    CountDownLatch halfway = new CountDownLatch(WRITES / 2);
    List<CompletableFuture<Void>> writers =
        IntStream.range(0, 4)
            .mapToObj(
                writer ->
                    CompletableFuture.runAsync(
                        () ->
                            IntStream.range(0, WRITES / 4)
                                .forEach(
                                    write -> {
                                      ids.add(
                                          registered(
                                              "crash-%d-%d-%d".formatted(before, writer, write)));
                                      halfway.countDown();
                                    }),
                        task -> new Thread(task).start()))
            .toList();
    assertTrue(halfway.await(ALL_TRIES.toSeconds(), TimeUnit.SECONDS), "nothing is written");
    suite.kill(Part.REGISTRY);
    suite.start();
    for (CompletableFuture<Void> writer : writers) {
      writer.get(ALL_TRIES.toSeconds(), TimeUnit.SECONDS);
    }

    assertEquals(WRITES, ids.size());
    assertEquals(ids, submittedAfter(before));
    Journals.areWhole(suite);
  }

  private Set<String> submittedAfter(long position) {
    return suite.entries(Part.REGISTRY, position).stream()
        .filter(entry -> entry.path("type").asText().equals("kol.submitted"))
        .map(entry -> entry.path("aggregateId").asText())
        .collect(Collectors.toSet());
  }

  /** Repeats one request under one key until it has an answer, as every careful client does. */
  private String registered(String key) {
    long giveUp = System.nanoTime() + ALL_TRIES.toNanos();
    while (System.nanoTime() < giveUp) {
      try {
        Http.Answer answer =
            Http.method("POST", suite.settings().gateway("/registry/v1/kols"))
                .patience(A_REQUEST)
                .bearer(suite.tokens().of("registrar-mai"))
                .header("Idempotency-Key", key)
                .json(Fixtures.kol())
                .send();
        if (answer.status() == 201) {
          JsonNode kol = answer.json();
          return kol.path("id").asText();
        }
        if (answer.status() / 100 == 4 && answer.status() != 409) {
          throw new AssertionError(answer.status() + " " + answer.body());
        }
      } catch (Http.Unreachable e) {
        // the service is down: again
      }
      pause();
    }
    throw new AssertionError(key + " has no answer after " + ALL_TRIES);
  }

  /** Between two tries of one client. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

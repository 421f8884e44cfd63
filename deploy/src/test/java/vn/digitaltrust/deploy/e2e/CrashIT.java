package vn.digitaltrust.deploy.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.digitaltrust.deploy.http.Http;
import vn.digitaltrust.deploy.suite.Part;

@ExtendWith(RunningSuite.Extension.class)
class CrashIT {
  private static final int WRITES = 60;

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
          5, Part.SANCTIONS,
          6, Part.ALLIANCE,
          8, Part.GATEWAY,
          9, Part.POSTGRES);

  @Test
  void a_story_goes_on_after_each_part_was_killed_in_the_middle_and_restarted() {
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
  void what_was_sent_while_the_registry_was_killed_is_there_once_after_retries_with_the_same_key() {
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
    try {
      halfway.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    suite.kill(Part.REGISTRY);
    suite.start();
    writers.forEach(CompletableFuture::join);

    Set<String> journaled =
        suite.entries(Part.REGISTRY, before).stream()
            .filter(entry -> entry.path("type").asText().equals("kol.submitted"))
            .map(entry -> entry.path("aggregateId").asText())
            .collect(Collectors.toSet());
    assertEquals(WRITES, ids.size());
    assertEquals(ids, journaled);
    Journals.areWhole(suite);
  }

  /** Repeats one request under one key until it has an answer, as every careful client does. */
  private String registered(String key) {
    while (true) {
      try {
        Http.Answer answer =
            Http.method("POST", suite.settings().gateway("/registry/v1/kols"))
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
      Thread.onSpinWait();
    }
  }
}

package vn.digitaltrust.deploy.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The load against a server that does as it is told. */
class LoadTest {
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final int HELD_MILLIS = 300;

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger received = new AtomicInteger();
  private final int port =
      vertx
          .createHttpServer()
          .requestHandler(this::answer)
          .listen(0, "127.0.0.1")
          .toCompletionStage()
          .toCompletableFuture()
          .join()
          .actualPort();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private void answer(HttpServerRequest request) {
    int number = received.incrementAndGet();
    switch (request.path()) {
      case "/held" -> {
        if (number == 1) {
          vertx.setTimer(HELD_MILLIS, late -> request.response().end("at last"));
        } else {
          request.response().end("at once");
        }
      }
      case "/refused" -> request.response().setStatusCode(number % 2 == 0 ? 503 : 200).end();
      default -> request.response().end("hello");
    }
  }

  private Load load(String path, int connections) {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    return new Load(port, List.of(request.getBytes(StandardCharsets.US_ASCII)), connections);
  }

  @Test
  void every_request_is_answered_and_counted_once() {
    Outcome outcome = load("/", 8).asFastAsAnswered(SHORT).orThrow();
    assertEquals(Map.of(200, (long) received.get()), outcome.statuses());
    assertTrue(received.get() >= 8);
  }

  @Test
  void at_a_rate_no_more_is_sent_than_is_due() {
    Outcome outcome = load("/", 8).at(100, SHORT).orThrow();
    assertEquals(40, outcome.statuses().get(200) + outcome.unsent(), 1);
  }

  @Test
  void who_had_to_wait_for_another_counts_from_the_moment_it_was_due() {
    Outcome outcome = load("/held", 1).at(1_000, SHORT);
    assertTrue(outcome.millis(50) >= HELD_MILLIS / 4.0, "half were due while one was held");
    assertTrue(outcome.millisSinceSent(50) < outcome.millis(50));
  }

  @Test
  void refusals_are_counted_apart_and_are_no_figures() {
    Outcome outcome = load("/refused", 1).at(20, Duration.ofSeconds(2));
    assertEquals(Set.of(200, 503), outcome.statuses().keySet(), outcome.statuses().toString());
    assertThrows(IllegalStateException.class, outcome::orThrow);
  }
}

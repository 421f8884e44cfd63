package vn.digitaltrust.gateway.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.restassured.RestAssured;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.gateway.testing.Neighbours;
import vn.digitaltrust.gateway.testing.Patience;
import vn.digitaltrust.gateway.testing.RawHttp;
import vn.digitaltrust.journal.WhileServing;

/** GATE-14: every processor takes requests. */
@QuarkusTest
@QuarkusTestResource(Neighbours.class)
class EventLoopsTest {
  private static final String WHERE = "/event-loops-test";

  /** From so many Quarkus serves tests, and the neighbours' settings make no more. */
  private static final int LOOPS = 2;

  @Inject Witness witness;

  /** Answers by itself, and notes on which thread. */
  @Singleton
  static class Witness extends WhileServing {
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final AtomicInteger started = new AtomicInteger();

    void mount(@Observes Filters filters) {
      filters.register(
          exchange -> {
            if (exchange.request().path().equals(WHERE)) {
              threads.add(Thread.currentThread());
              exchange.response().end("here");
            } else {
              exchange.next();
            }
          },
          2_000);
    }

    @Override
    protected void start() {
      started.incrementAndGet();
    }

    @Override
    protected void stop() {
      started.set(0);
    }
  }

  @Test
  @DisplayName("GATE-14 Connections are spread over all event loops")
  void spread() throws IOException {
    for (int i = 0; i < 16; i++) {
      try (Socket socket = RawHttp.open()) {
        RawHttp.write(socket, "GET " + WHERE + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        assertTrue(RawHttp.answer(socket).startsWith("HTTP/1.1 200"));
      }
    }
    assertEquals(LOOPS, witness.threads.size());
  }

  @Test
  @DisplayName("GATE-14 What waits until requests are taken starts once (who waits: WallsTest)")
  void startsOnce() {
    RestAssured.get(WHERE);
    Patience.until("it has started", () -> witness.started.get() > 0);
    assertEquals(1, witness.started.get());
  }
}

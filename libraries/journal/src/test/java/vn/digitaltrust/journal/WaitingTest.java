package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class WaitingTest extends JournalTest {
  /** Far more than the eight worker threads and sixteen connections of this process. */
  private static final int POLLS = 200;

  /** So long that only a commit can have ended the wait. */
  private static final Duration LONG = Duration.ofHours(1);

  @Inject HeadWatch watch;
  private final HttpClient client = HttpClient.newHttpClient();

  private CompletableFuture<HttpResponse<String>> poll(Position after, int wait) {
    String query = "?after=%d&hash=%s&wait=%d".formatted(after.number(), after.hash(), wait);
    return client.sendAsync(
        HttpRequest.newBuilder(server.resolve("/registry/v1/journal" + query))
            .header("Authorization", "Bearer " + Tokens.service("gateway"))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  @DisplayName("JRN-9: 200 polls wait on 8 threads; others are answered; one commit wakes them all")
  void manyWait() {
    Position head = journal.head();
    List<CompletableFuture<HttpResponse<String>>> polls =
        IntStream.range(0, POLLS).mapToObj(i -> poll(head, 20)).toList();
    Await.until("all polls wait", () -> watch.waiting() == POLLS);

    RestAssured.get("/registry/v1/notes/thread").then().statusCode(200);
    assertTrue(polls.stream().noneMatch(CompletableFuture::isDone), "they still wait");

    CompletableFuture<Void> woken = watch.beyond(head.number(), LONG).subscribeAsCompletionStage();
    desk.append(change("good morning"));
    Await.until("the commit wakes", woken::isDone);
    for (CompletableFuture<HttpResponse<String>> poll : polls) {
      HttpResponse<String> response = poll.join();
      assertEquals(200, response.statusCode());
      assertEquals(
          head.number() + 1,
          Wire.parse(response.body()).at("/entries/0/position").asLong(),
          "woken by the commit, not by the end of the wait");
    }
    Await.until("nobody waits any more", () -> watch.waiting() == 0);
  }

  @Test
  @DisplayName("JRN-9: a commit of another replica wakes, too")
  void otherReplica() throws SQLException {
    Position head = journal.head();
    CompletableFuture<HttpResponse<String>> poll = poll(head, 20);
    Await.until("the poll waits", () -> watch.waiting() == 1);
    CompletableFuture<Void> woken = watch.beyond(head.number(), LONG).subscribeAsCompletionStage();
    try (Connection connection = Postgres.app(DATABASE)) {
      connection.setAutoCommit(false);
      Draft draft = Draft.of(change("from next door"), new Origin("test", null));
      new JournalWriter(Clock.systemUTC()).write(connection, List.of(draft));
      connection.commit();
    }
    Await.until("the other replica's commit wakes", woken::isDone);
    assertEquals(
        head.number() + 1, Wire.parse(poll.join().body()).at("/entries/0/position").asLong());
  }

  @Test
  @DisplayName("JRN-9: a wait ends with an empty page; the head is no longer looked at")
  void nothingCame() {
    Position head = journal.head();
    JournalPage page = source("auditor").read(head, Duration.ofSeconds(1), 10);
    assertTrue(page.entries().isEmpty());
    assertEquals(head, page.head());
    assertEquals(0, watch.waiting());
    assertFalse(watch.looking());
  }
}

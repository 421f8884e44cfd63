package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OrderTest extends JournalTest {
  private static final int WRITERS = 16;
  private static final int TRANSACTIONS = 60;
  private static final int FOLLOWERS = 3;

  @Test
  @DisplayName("JRN-2: followers that tail 16 writers miss nothing and see commit order, no gaps")
  void order() throws Exception {
    Position before = journal.head();
    long last =
        before.number() + IntStream.range(0, TRANSACTIONS).map(OrderTest::size).sum() * WRITERS;
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + FOLLOWERS);
    try {
      List<Future<List<Entry>>> followers = new ArrayList<>();
      for (int i = 0; i < FOLLOWERS; i++) {
        followers.add(threads.submit(() -> tail(before, last)));
      }
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        writers.add(threads.submit(writer()));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      List<Entry> first = followers.get(0).get();
      for (Future<List<Entry>> follower : followers) {
        assertEquals(first, follower.get());
      }
      assertComplete(first, before.number(), last);
    } finally {
      threads.shutdownNow();
    }
    assertEquals(last, journal.head().number());
    assertTrue(verification().intact());
  }

  private static int size(int transaction) {
    return transaction % 4 + 1;
  }

  /** Each transaction is a new version of the writer's aggregate, in one to four entries. */
  private Callable<Void> writer() {
    UUID id = UUID.randomUUID();
    return () -> {
      for (int transaction = 0; transaction < TRANSACTIONS; transaction++) {
        Change change =
            Change.of("note.written", id, "note", id, transaction, new State("v" + transaction));
        desk.append(Collections.nCopies(size(transaction), change).toArray(Change[]::new));
      }
      return null;
    };
  }

  /** Follows page by page while the writers write; small pages make the pages many. */
  private List<Entry> tail(Position from, long last) {
    JournalSource source = source("auditor");
    List<Entry> seen = new ArrayList<>();
    Position at = from;
    while (at.number() < last) {
      for (Entry entry : source.read(at, Duration.ofSeconds(2), 37).entries()) {
        seen.add(entry);
        at = entry.at();
      }
    }
    return seen;
  }

  private static void assertComplete(List<Entry> seen, long before, long last) {
    assertEquals(
        LongStream.rangeClosed(before + 1, last).boxed().toList(),
        seen.stream().map(Entry::position).toList());
    Map<UUID, List<Long>> versions = new HashMap<>();
    for (Entry entry : seen) {
      versions.computeIfAbsent(entry.aggregateId(), id -> new ArrayList<>()).add(entry.version());
    }
    List<Long> all =
        LongStream.range(0, TRANSACTIONS)
            .boxed()
            .flatMap(version -> Collections.nCopies(size(version.intValue()), version).stream())
            .toList();
    assertEquals(WRITERS, versions.size());
    versions.values().forEach(seenVersions -> assertEquals(all, seenVersions));
    for (int i = 1; i < seen.size(); i++) {
      assertTrue(!seen.get(i).recordedAt().isBefore(seen.get(i - 1).recordedAt()), "time runs on");
    }
  }
}

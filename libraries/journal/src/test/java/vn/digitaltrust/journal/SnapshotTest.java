package vn.digitaltrust.journal;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class SnapshotTest extends JournalTest {
  @Inject Erasure erasure;

  /** A member that was never here: the seat of one that left may be taken a moment longer. */
  private JournalSource member() {
    String token = Tokens.of(UUID.randomUUID().toString(), "platform").sign();
    return new JournalSource(server.resolve("/registry/v1"), () -> token);
  }

  private Map<UUID, Entry> load() {
    try (JournalSnapshot snapshot = member().snapshot()) {
      return snapshot.entries().collect(Collectors.toMap(Entry::aggregateId, entry -> entry));
    }
  }

  private static Change version(UUID id, long version) {
    return Change.of("note.written", id, "note", id, version, new State("v" + version));
  }

  @Test
  @DisplayName("JRN-10: the latest public entry of each aggregate, and the position it stands for")
  void latest() {
    UUID plain = UUID.randomUUID();
    UUID hidden = UUID.randomUUID();
    UUID gone = UUID.randomUUID();
    desk.append(version(plain, 0), version(hidden, 0).internal(), version(gone, 0));
    desk.append(version(plain, 1), version(plain, 2).internal());
    desk.inTransaction(entities -> erasure.erase(gone));

    Map<UUID, Entry> state = load();
    assertEquals("v1", state.get(plain).state().get("text").asText());
    assertFalse(state.containsKey(hidden), "never public");
    assertFalse(state.containsKey(gone), "erased");
    try (JournalSnapshot snapshot = member().snapshot()) {
      assertEquals("registry", snapshot.journal());
      assertEquals(journal.head(), snapshot.position());
    }
    get("platform", "/snapshot").then().contentType(containsString("application/x-ndjson"));
  }

  @Test
  @DisplayName(
      "JRN-10: while 4 writers write, each snapshot is the journal's fold up to its position")
  void consistent() throws Exception {
    Position before = journal.head();
    List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
    AtomicBoolean stop = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Map<Position, Map<UUID, Long>> snapshots = new HashMap<>();
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        writers.add(
            threads.submit(
                () -> {
                  for (long version = 0; !stop.get(); version++) {
                    // All three in one transaction: a snapshot shows all of it or nothing.
                    desk.append(
                        version(ids.get(0), version),
                        version(ids.get(1), version),
                        version(ids.get(2), version));
                  }
                }));
      }
      for (int i = 0; i < 4; i++) {
        try (JournalSnapshot snapshot = member().snapshot()) {
          snapshots.put(snapshot.position(), versions(snapshot.entries().toList(), ids));
        }
      }
      stop.set(true);
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      stop.set(true);
      threads.shutdownNow();
    }
    List<Entry> entries = entriesAfter(before);
    snapshots.forEach(
        (position, seen) ->
            assertEquals(
                versions(
                    entries.stream().filter(e -> e.position() <= position.number()).toList(), ids),
                seen));
    assertTrue(snapshots.size() > 1, "the journal moved between the snapshots");
  }

  private static Map<UUID, Long> versions(List<Entry> entries, List<UUID> ids) {
    Map<UUID, Long> latest = new HashMap<>();
    entries.stream()
        .filter(entry -> ids.contains(entry.aggregateId()))
        .forEach(entry -> latest.put(entry.aggregateId(), entry.version()));
    return latest;
  }

  private static JournalSnapshot parsed(List<String> lines) {
    String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    return new JournalSnapshot(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  @DisplayName("JRN-10: a snapshot cut off, shortened, reordered or altered is not taken")
  void cutOff() {
    desk.append(change("one"), change("two"), change("three"));
    List<String> whole = get("platform", "/snapshot").asString().lines().toList();
    int lines = whole.size();
    assertEquals(lines - 2, parsed(whole).entries().count());

    List<String> noFooter = whole.subList(0, lines - 1);
    List<String> lineMissing = new ArrayList<>(whole);
    lineMissing.remove(lines - 2);
    List<String> reordered = new ArrayList<>(whole);
    reordered.add(lines - 3, reordered.remove(lines - 2));
    List<String> altered = new ArrayList<>(whole);
    altered.set(lines - 2, altered.get(lines - 2).replace("three", "seven"));
    for (List<String> bad : List.of(noFooter, lineMissing, reordered, altered)) {
      assertThrows(UncheckedIOException.class, () -> parsed(bad).entries().toList());
    }
    assertThrows(UncheckedIOException.class, () -> parsed(whole).requireComplete());
    assertThrows(UncheckedIOException.class, () -> parsed(List.of()));
  }

  @Test
  @DisplayName("JRN-10: a stream that stalls is given up, though the connection stays open")
  void stalls() throws Exception {
    String header =
        "{\"journal\":\"registry\",\"position\":1,\"hash\":\"" + "0".repeat(64) + "\"}\n";
    try (ServerSocket server = new ServerSocket(0)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + server.getLocalPort())).build();
      var answer = HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofInputStream());
      try (Socket client = server.accept()) {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n";
        client.getOutputStream().write((head + header).getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
        try (JournalSnapshot snapshot =
            new JournalSnapshot(answer.get().body(), Duration.ofMillis(200))) {
          assertEquals(1, snapshot.position().number());
          Future<Void> reading =
              CompletableFuture.runAsync(() -> snapshot.entries().forEach(entry -> {}));
          ExecutionException given =
              assertThrows(ExecutionException.class, () -> reading.get(60, TimeUnit.SECONDS));
          assertTrue(given.getCause() instanceof UncheckedIOException, given.toString());
        }
      }
    }
  }
}

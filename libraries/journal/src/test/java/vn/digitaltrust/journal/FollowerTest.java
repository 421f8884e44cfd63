package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FollowerTest extends JournalTest {
  @Inject DatabasePosition positions;
  @Inject Erasure erasure;

  /** Remembers what it was given; refuses what says so. */
  private static class Remembering implements Handler {
    final List<Entry> applied = Collections.synchronizedList(new ArrayList<>());
    volatile String refuse = "nothing";
    volatile int reloads;

    @Override
    public void apply(Entry entry) {
      if (refuse.equals(entry.state().path("text").asText())) {
        throw new IllegalArgumentException("as asked");
      }
      applied.add(entry);
    }

    @Override
    public void reload(Stream<Entry> snapshot) {
      applied.clear();
      snapshot.forEach(applied::add);
      reloads++;
    }

    List<String> texts() {
      return applied.stream().map(entry -> entry.state().path("text").asText()).toList();
    }
  }

  private Follower follower(String name, FollowerPosition position, Handler handler) {
    return Follower.of(name, source("press"), position, handler, Clock.systemUTC());
  }

  private String atHead() {
    String name = "follower-" + UUID.randomUUID();
    Position start = positions.current(name).orElseThrow();
    assertEquals(Position.START, start);
    assertTrue(positions.move(name, start, journal.head(), () -> {}));
    return name;
  }

  @Test
  @DisplayName("JRN-7: what it may not see and what is erased it moves over by itself")
  void movesOver() {
    String name = atHead();
    UUID erased = UUID.randomUUID();
    desk.append(
        change("one"),
        change("secret").internal(),
        Change.of("note.written", erased, "note", erased, 0, new State("erased")),
        change("two"),
        change("secret").internal());
    desk.inTransaction(entities -> erasure.erase(erased));
    Remembering handler = new Remembering();
    Follower follower = follower(name, positions, handler);
    assertEquals(5, follower.pollOnce(Duration.ZERO));
    assertEquals(List.of("one", "two"), handler.texts());
    assertEquals(journal.head(), follower.position());
    assertEquals(journal.head(), positions.current(name).orElseThrow());
    assertEquals(0, handler.reloads);
  }

  @Test
  @DisplayName("JRN-7: a failing effect moves nothing beyond it, and is tried again, not skipped")
  void fails() {
    String name = atHead();
    Position before = journal.head();
    desk.append(change("one"), change("bad"), change("three"));
    Remembering handler = new Remembering();
    handler.refuse = "bad";
    Follower follower = follower(name, positions, handler);
    assertThrows(IllegalArgumentException.class, () -> follower.pollOnce(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> follower.pollOnce(Duration.ZERO));
    assertEquals(before.number() + 1, positions.current(name).orElseThrow().number());
    assertTrue(follower.age().compareTo(Duration.ofDays(1_000)) > 0, "it is not up to date");

    handler.refuse = "nothing";
    handler.applied.clear();
    assertEquals(2, follower.pollOnce(Duration.ZERO));
    assertEquals(List.of("bad", "three"), handler.texts());
  }

  @Test
  @DisplayName("JRN-7: the effect is undone with the position")
  void undone() {
    String name = atHead();
    Position from = positions.current(name).orElseThrow();
    String text = "effect of " + name;
    assertThrows(
        IllegalArgumentException.class,
        () ->
            positions.move(
                name,
                from,
                new Position(from.number() + 1, "a".repeat(64)),
                () -> {
                  desk.write(text);
                  throw new IllegalArgumentException("as asked");
                }));
    assertEquals(from, positions.current(name).orElseThrow());
    assertEquals(from, journal.head());
    assertEquals(0, number(DATABASE, "select count(*) from note where text = '" + text + "'"));
  }

  @Test
  @DisplayName("JRN-7: of several replicas exactly one applies each entry")
  void replicas() throws Exception {
    String name = atHead();
    int entries = 400;
    Remembering handler = new Remembering();
    List<Follower> replicas =
        Stream.generate(() -> follower(name, positions, handler)).limit(4).toList();
    replicas.forEach(Follower::start);
    for (int i = 0; i < entries; i++) {
      desk.append(change("entry " + i));
    }
    Position head = journal.head();
    Await.until(
        "all replicas know the head",
        () -> replicas.stream().allMatch(replica -> replica.position().equals(head)));
    replicas.forEach(Follower::close);
    assertEquals(entries, handler.applied.size());
    for (int i = 0; i < entries; i++) {
      assertEquals("entry " + i, handler.texts().get(i));
    }
  }

  @Test
  @DisplayName("JRN-7: in memory it begins with a snapshot and goes on where that ends")
  void inMemory() {
    desk.append(change("before"));
    Remembering handler = new Remembering();
    Follower follower = follower("memory", new MemoryPosition(), handler);
    assertEquals(Position.START, follower.position());
    follower.pollOnce(Duration.ZERO);
    assertEquals(1, handler.reloads);
    assertEquals("before", handler.texts().get(handler.applied.size() - 1));
    assertEquals(journal.head(), follower.position());

    desk.append(change("after"));
    assertEquals(1, follower.pollOnce(Duration.ZERO));
    assertEquals("after", handler.texts().get(handler.applied.size() - 1));
  }

  @Test
  @DisplayName("JRN-10: a reload that fails half way leaves the follower where it was")
  void reloadFails() {
    desk.append(change("one"));
    MemoryPosition memory = new MemoryPosition();
    Handler incurious =
        new Handler() {
          @Override
          public void apply(Entry entry) {}

          @Override
          public void reload(Stream<Entry> snapshot) {
            snapshot.findFirst();
          }
        };
    Follower follower = follower("half", memory, incurious);
    assertThrows(UncheckedIOException.class, () -> follower.pollOnce(Duration.ZERO));
    assertTrue(memory.current("half").isEmpty());
  }

  @Test
  @DisplayName("JRN-7: its age is the time since it was last known to be up to date")
  void age() {
    Instant now = Instant.parse("2026-11-24T00:00:00Z");
    Instant[] time = {now};
    Clock clock =
        new Clock() {
          @Override
          public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(java.time.ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return time[0];
          }
        };
    Follower follower =
        Follower.of("age", source("press"), new MemoryPosition(), new Remembering(), clock);
    assertTrue(follower.age().toDays() > 10_000);
    follower.pollOnce(Duration.ZERO);
    assertEquals(Duration.ZERO, follower.age(), "a snapshot is as fresh as an answer");
    time[0] = now.plusSeconds(3);
    follower.pollOnce(Duration.ZERO);
    assertEquals(Duration.ZERO, follower.age());
    time[0] = now.plusSeconds(10);
    assertEquals(Duration.ofSeconds(7), follower.age());
    follower.pollOnce(Duration.ZERO);
    assertEquals(Duration.ZERO, follower.age());
  }

  @Test
  @DisplayName("JRN-7: in memory the entries of one transaction come together, on two pages or not")
  void together() {
    List<List<String>> given = new ArrayList<>();
    Handler handler =
        new Remembering() {
          @Override
          public void applyTogether(List<Entry> entries) {
            given.add(entries.stream().map(entry -> entry.state().path("text").asText()).toList());
          }
        };
    Follower follower = follower("together", new MemoryPosition(), handler);
    follower.pollOnce(Duration.ZERO);
    desk.append(change("one"), change("secret").internal(), change("two"));
    Change[] many = Stream.generate(() -> change("of many")).limit(998).toArray(Change[]::new);
    desk.append(many);
    desk.append(change("three"));
    assertEquals(3, follower.pollOnce(Duration.ZERO), "the second does not fit on the page");
    assertEquals(998, follower.lag() - 1);
    assertEquals(999, follower.pollOnce(Duration.ZERO));
    assertEquals(0, follower.lag());
    assertEquals(List.of("one", "two"), given.get(0));
    assertEquals(998, given.get(1).size());
    assertEquals(List.of("three"), given.get(2));
  }

  @Test
  @DisplayName("JRN-7: a journal that cannot be reached or refuses the token changes nothing")
  void unreachable() {
    Remembering handler = new Remembering();
    MemoryPosition memory = new MemoryPosition();
    URI nowhere = URI.create("http://localhost:1/registry/v1");
    Follower lost =
        Follower.of(
            "lost", new JournalSource(nowhere, () -> "x"), memory, handler, Clock.systemUTC());
    assertThrows(UncheckedIOException.class, () -> lost.pollOnce(Duration.ZERO));
    Follower stranger =
        Follower.of(
            "stranger",
            new JournalSource(server.resolve("/registry/v1"), () -> "no token"),
            memory,
            handler,
            Clock.systemUTC());
    assertThrows(UncheckedIOException.class, () -> stranger.pollOnce(Duration.ZERO));
    assertFalse(memory.current("stranger").isPresent());
    lost.start();
    lost.close();
    assertThrows(IllegalStateException.class, lost::start);
  }

  @Test
  @DisplayName("JRN-26: a follower whose handler meets an error is counted and goes on trying")
  void error() {
    String name = atHead();
    AtomicInteger tries = new AtomicInteger();
    Remembering handler =
        new Remembering() {
          @Override
          public void apply(Entry entry) {
            if (tries.incrementAndGet() <= 3) {
              throw new NoClassDefFoundError("as asked");
            }
            super.apply(entry);
          }
        };
    Follower follower = follower(name, positions, handler);
    MeterRegistry meters = new SimpleMeterRegistry();
    Metrics.addRegistry(meters);
    List<String> told = new CopyOnWriteArrayList<>();
    java.util.logging.Handler listener =
        new java.util.logging.Handler() {
          @Override
          public void publish(LogRecord line) {
            if (line.getLevel().intValue() >= Level.SEVERE.intValue()
                && line.getThrown() instanceof NoClassDefFoundError) {
              told.add(line.getMessage());
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(Follower.class.getName());
    logger.addHandler(listener);
    try {
      follower.start();
      desk.append(change("one"));
      Await.until("it goes on after the error", () -> handler.texts().equals(List.of("one")));
      assertEquals(3, meters.counter("journal_follower_errors", "follower", name).count());
      assertEquals(1, told.size(), "told once");
    } finally {
      follower.close();
      logger.removeHandler(listener);
      Metrics.removeRegistry(meters);
    }
  }

  @Test
  @DisplayName("JRN-7: closing cuts short a wait for a journal that never answers")
  void closes() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      URI base = URI.create("http://localhost:" + silent.getLocalPort());
      String name = atHead();
      Follower follower =
          Follower.of(
              name,
              new JournalSource(base, () -> "x"),
              positions,
              new Remembering(),
              Clock.systemUTC());
      follower.start();
      silent.accept();
      follower.close();
      assertTrue(
          Thread.getAllStackTraces().keySet().stream()
              .noneMatch(thread -> thread.getName().equals("follower-" + name)),
          "its thread has ended");
    }
  }
}

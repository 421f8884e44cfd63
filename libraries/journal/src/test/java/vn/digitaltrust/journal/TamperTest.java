package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody with all rights over the database changes it behind the journal's back. */
@QuarkusTest
class TamperTest extends JournalTest {
  /** Far enough back for every test of this class, and quick to copy. */
  private static final String[] KEEP = {
    "create table kept as select * from journal_entry"
        + " where position > (select position - 10 from journal_head)",
    "create table kept_head as select * from journal_head"
  };

  private static final String[] RESTORE = {
    "delete from journal_entry where position >= (select min(position) from kept)",
    "insert into journal_entry select * from kept",
    "drop table kept",
    "delete from journal_head",
    "insert into journal_head select * from kept_head",
    "drop table kept_head"
  };

  @Inject HeadWatch watch;

  /** What a follower keeps in mind. */
  private static final class Memory implements Handler {
    final List<Entry> seen = new ArrayList<>();
    int reloads;

    @Override
    public void apply(Entry entry) {
      seen.add(entry);
    }

    @Override
    public void reload(Stream<Entry> snapshot) {
      seen.clear();
      snapshot.forEach(seen::add);
      reloads++;
    }
  }

  private Follower follower(Memory memory) {
    return Follower.of(
        "tamper", source("auditor"), new MemoryPosition(), memory, Clock.systemUTC());
  }

  private Position three() {
    Position before = journal.head();
    desk.append(change("one"), change("two"), change("three"));
    return before;
  }

  @ParameterizedTest(name = "{0} changed: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "payload = convert_to('{\"text\":\"forged\"}', 'UTF8') | PAYLOAD",
        "actor = 'somebody else' | TRAIL",
        "request_id = 'another' | TRAIL",
        "type = 'note.forged' | HASH",
        "subject = gen_random_uuid() | HASH",
        "aggregate = 'forged' | HASH",
        "aggregate_id = gen_random_uuid() | HASH",
        "version = version + 1 | HASH",
        "audience = 'INTERNAL' | HASH",
        "schema = schema + 1 | HASH",
        "recorded_at = recorded_at - interval '1 microsecond' | HASH",
        "payload_commitment = decode(repeat('00', 32), 'hex') | PAYLOAD",
        "trail_commitment = decode(repeat('00', 32), 'hex') | TRAIL",
        "hash = decode(repeat('00', 32), 'hex') | HASH",
        "previous = decode(repeat('00', 32), 'hex') | LINK",
      })
  @DisplayName("JRN-4: any column changed behind the journal's back is found and named")
  void changed(String assignment, Verification.Why why) {
    Position before = three();
    long second = before.number() + 2;
    tamper(KEEP);
    tamper("update journal_entry set " + assignment + " where position = " + second);
    try {
      Verification found = verificationFrom(before.number() + 1);
      assertFalse(found.intact());
      assertEquals(new Verification.Broken(second, why), found.broken());
      assertEquals(1, found.verified());
      if (why != Verification.Why.TRAIL || assignment.startsWith("trail_commitment")) {
        assertThrows(UncheckedIOException.class, () -> entriesAfter(before));
      }
    } finally {
      tamper(RESTORE);
    }
    assertTrue(verificationFrom(before.number() + 1).intact());
  }

  @ParameterizedTest(name = "{0} from the end")
  @CsvSource({"2, MISSING", "1, MISSING", "0, MISSING"})
  @DisplayName("JRN-4: a removed entry is found, the last one too")
  void removed(int fromTheEnd, Verification.Why why) {
    Position before = three();
    long gone = journal.head().number() - fromTheEnd;
    tamper(KEEP);
    tamper("delete from journal_entry where position = " + gone);
    try {
      assertEquals(
          new Verification.Broken(gone, why), verificationFrom(before.number() + 1).broken());
      if (fromTheEnd > 0) {
        assertThrows(UncheckedIOException.class, () -> entriesAfter(before));
      }
    } finally {
      tamper(RESTORE);
    }
  }

  @Test
  @DisplayName("JRN-4: an entry removed with the head moved back is noticed by who has read it")
  void removedWithHead() {
    three();
    Memory memory = new Memory();
    Follower follower = follower(memory);
    follower.pollOnce(Duration.ZERO);
    assertEquals(journal.head(), follower.position());

    tamper(KEEP);
    tamper(rewindBy(1));
    try {
      follower.pollOnce(Duration.ZERO);
      assertEquals(2, memory.reloads, "once to begin, once because it was told 409");
      assertEquals(journal.head(), follower.position());
    } finally {
      tamper(RESTORE);
    }
  }

  private String[] rewindBy(int entries) {
    long to = journal.head().number() - entries;
    return new String[] {
      "delete from journal_entry where position > " + to,
      "update journal_head set position = e.position, hash = e.hash, recorded_at = e.recorded_at"
          + " from journal_entry e where e.position = "
          + to
    };
  }

  @Test
  @DisplayName("JRN-4, JRN-7: a journal restored from a backup and written on is noticed: reload")
  void rewound() {
    three();
    Memory memory = new Memory();
    Follower follower = follower(memory);
    follower.pollOnce(Duration.ZERO);
    Position read = follower.position();

    tamper(rewindBy(2));
    for (int i = 0; i < 5; i++) {
      desk.append(change("another history " + i));
    }
    assertTrue(journal.head().number() > read.number(), "the number alone would not tell");
    assertTrue(
        verificationFrom(read.number() - 2).intact(), "the chain is sound, it is just another one");

    follower.pollOnce(Duration.ZERO);
    assertEquals(2, memory.reloads);
    assertEquals(journal.head(), follower.position());
    assertEquals(
        List.of("one", "another history 0", "another history 4"),
        Stream.of(6, 5, 1)
            .map(back -> memory.seen.get(memory.seen.size() - back).state().get("text").asText())
            .toList());
  }

  @Test
  @DisplayName("JRN-9: after a rewind nobody is woken for what is gone")
  void rewoundWhileKnown() {
    three();
    tamper(rewindBy(3));
    Position head = journal.head();
    source("auditor").read(head, Duration.ZERO, 10);
    CompletableFuture<JournalPage> poll =
        CompletableFuture.supplyAsync(
            () -> source("auditor").read(head, Duration.ofSeconds(20), 10));
    Await.until("the poll waits", () -> watch.waiting() == 1 || poll.isDone());
    desk.append(change("another history"));
    assertEquals(1, poll.join().entries().size(), "woken by the entry, not before it");
  }

  @Test
  @DisplayName("JRN-4: a range is verified against the entry before it")
  void ranges() {
    Position before = three();
    long first = before.number() + 1;
    Verification found =
        get("auditor", "/journal/verification?from={a}&to={b}", first + 1, first + 2)
            .as(Verification.class);
    assertTrue(found.intact());
    assertEquals(2, found.verified());
    get("auditor", "/journal/verification?from=0").then().statusCode(400);
    get("auditor", "/journal/verification?from=5&to=4").then().statusCode(400);
    get("auditor", "/journal/verification?to={n}", first + 3).then().statusCode(400);
    assertEquals(
        0,
        get("service", "/journal/verification?from={n}", first + 3)
            .as(Verification.class)
            .verified());
  }
}

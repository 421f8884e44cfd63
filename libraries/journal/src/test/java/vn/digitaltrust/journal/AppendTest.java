package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class AppendTest extends JournalTest {
  private record Unwritable(Object self) {
    Unwritable() {
      this(new Object());
    }
  }

  @Test
  @DisplayName("JRN-1: a commit brings the change and its entry, with who did it and when")
  void committed() {
    Position before = journal.head();
    UUID id = desk.write("first");

    List<Entry> entries = entriesAfter(before);
    assertEquals(1, entries.size());
    Entry entry = entries.get(0);
    assertEquals(before.number() + 1, entry.position());
    assertEquals("note.written", entry.type());
    assertEquals(id, entry.aggregateId());
    assertEquals("first", entry.state().get("text").asText());
    assertEquals(1, entry.schema());
    assertEquals(journal.head(), entry.at());
    assertEquals(
        "service:registry-service",
        get("auditor", "/journal?after={n}", before.number()).path("entries[0].trail.actor"));
  }

  @Test
  @DisplayName("JRN-1: actor and request id are those of the request")
  void origin() {
    Position before = journal.head();
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of("mai", "registrar").sign())
        .header("X-Request-Id", "request-7")
        .contentType("application/json")
        .body("{\"text\":\"by mai\"}")
        .post("/registry/v1/notes")
        .then()
        .statusCode(201);

    var seen = get("auditor", "/journal?after={n}", before.number());
    assertEquals("mai", seen.path("entries[0].trail.actor"));
    assertEquals("request-7", seen.path("entries[0].trail.requestId"));
  }

  @Test
  @DisplayName("JRN-1: a rollback leaves neither change nor entry, and the next commit continues")
  void rolledBack() {
    Position before = journal.head();
    assertThrows(RuntimeException.class, () -> desk.write("forbidden"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            desk.inTransaction(
                entities -> {
                  journal.append(change("undone"));
                  throw new IllegalArgumentException("as asked");
                }));
    assertEquals(before, journal.head());

    desk.append(change("next"));
    assertEquals(before.number() + 1, journal.head().number());
  }

  @Test
  @DisplayName("JRN-1: what fails only when it is flushed at the commit leaves no entry")
  void failsAtCommit() {
    UUID id = desk.write("good");
    Position before = journal.head();
    assertThrows(RuntimeException.class, () -> desk.rewriteAppendingFirst(id, "forbidden"));
    assertEquals(before, journal.head());
    assertEquals("good", desk.read(id));
  }

  @Test
  @DisplayName("JRN-1: appending without a transaction, or what is no JSON, is refused")
  void refused() {
    assertThrows(IllegalStateException.class, () -> journal.append(change("alone")));
    UUID id = UUID.randomUUID();
    assertThrows(
        IllegalArgumentException.class,
        () -> desk.append(Change.of("note.written", id, "note", id, 0, new Unwritable())));
  }

  @Test
  @DisplayName("JRN-15: a state of 64 KiB is appended, one of a byte more is refused")
  void longest() {
    Position before = journal.head();
    int frame = Draft.json(change("").state()).length;
    String fits = "x".repeat(64 * 1024 - frame);
    desk.append(change(fits));
    assertEquals(before.number() + 1, journal.head().number());
    assertThrows(IllegalArgumentException.class, () -> desk.append(change(fits + "x")));
    assertEquals(before.number() + 1, journal.head().number());
  }

  @Test
  @DisplayName("JRN-15: the hash of what an entry leaves out is that of its JSON")
  void untold() {
    assertEquals(
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
        Untold.sha256(Map.of()),
        "SHA-256 of {}");
    assertNotEquals(Untold.sha256(List.of("a")), Untold.sha256(List.of("b")));
  }

  @Test
  @DisplayName("JRN-3: the head is locked after Hibernate's flush, though append was called first")
  void lockedLast() {
    UUID id = desk.write("before");
    AtomicBoolean free = new AtomicBoolean();
    Note.AT_FLUSH.set(() -> free.set(headIsFree()));
    try {
      desk.rewriteAppendingFirst(id, "after");
    } finally {
      Note.AT_FLUSH.remove();
    }
    assertTrue(free.get(), "the flush came first");
    assertEquals("after", desk.read(id));
  }

  @Inject TransactionSynchronizationRegistry registry;

  @Test
  @DisplayName("JRN-3: the head is locked after whatever else the commit does first, and then is")
  void lockedAfterOthers() {
    AtomicBoolean freeBefore = new AtomicBoolean();
    AtomicBoolean freeAfter = new AtomicBoolean(true);
    desk.inTransaction(
        entities -> {
          journal.append(change("first of all"));
          registry.registerInterposedSynchronization(
              atCommit(
                  () -> {
                    freeBefore.set(headIsFree());
                    // Registered later than the journal's own last step: it runs after it.
                    registry.registerInterposedSynchronization(
                        atCommit(() -> freeAfter.set(headIsFree())));
                  }));
        });
    assertTrue(freeBefore.get());
    assertFalse(freeAfter.get());
  }

  private static Synchronization atCommit(Runnable work) {
    return new Synchronization() {
      @Override
      public void beforeCompletion() {
        work.run();
      }

      @Override
      public void afterCompletion(int status) {
        // nothing
      }
    };
  }

  private static boolean headIsFree() {
    try (Connection connection = Postgres.superuser(DATABASE);
        Statement statement = connection.createStatement()) {
      statement.execute("select from journal_head for update nowait");
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  @Test
  @DisplayName("JRN-3: a thousand entries take as many statements as one: two")
  void statements() throws SQLException {
    assertEquals(2, statementsFor(1));
    assertEquals(2, statementsFor(1_000));
  }

  private static int statementsFor(int entries) throws SQLException {
    AtomicInteger executed = new AtomicInteger();
    List<Draft> drafts =
        Collections.nCopies(entries, Draft.of(change("one of many"), new Origin("test", null)));
    try (Connection real = Postgres.app(DATABASE)) {
      real.setAutoCommit(false);
      Connection counting =
          (Connection)
              Proxy.newProxyInstance(
                  Connection.class.getClassLoader(),
                  new Class<?>[] {Connection.class},
                  (proxy, method, arguments) -> {
                    Object result = method.invoke(real, arguments);
                    if (result instanceof PreparedStatement) {
                      executed.incrementAndGet();
                    }
                    return result;
                  });
      new JournalWriter(Clock.systemUTC()).write(counting, drafts);
      real.rollback();
    }
    return executed.get();
  }

  @Test
  @DisplayName("JRN-3: a thousand entries fit in one transaction, one more is refused")
  void thousand() {
    Position before = journal.head();
    List<Change> changes = new ArrayList<>(Collections.nCopies(1_000, change("one of many")));
    desk.append(changes.toArray(Change[]::new));
    assertEquals(before.number() + 1_000, journal.head().number());
    assertTrue(verification().intact());

    changes.add(change("one too many"));
    assertThrows(IllegalStateException.class, () -> desk.append(changes.toArray(Change[]::new)));
    assertEquals(before.number() + 1_000, journal.head().number());
  }
}

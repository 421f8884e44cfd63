package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Postgres;
import vn.digitaltrust.journal.testing.Tokens;

@QuarkusTest
class RetryKeysTest extends JournalTest {
  @Inject RetryKeys retryKeys;
  @Inject DataSource dataSource;
  @Inject TransactionManager transactions;

  @ConfigProperty(name = "journal.retry.secret")
  String secret;

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static Response post(String actor, String key, String text) {
    RequestSpecification request =
        RestAssured.given()
            .auth()
            .oauth2(Tokens.of(actor, "registrar").sign())
            .contentType("application/json")
            .body("{\"text\":\"" + text + "\"}");
    return (key == null ? request : request.header("Idempotency-Key", key))
        .post("/registry/v1/notes");
  }

  private static long notes(String text) {
    return number(DATABASE, "select count(*) from note where text = '" + text + "'");
  }

  @Test
  @DisplayName("JRN-11: the same key and request give the first outcome, read again")
  void same() {
    String key = key();
    String text = "same " + key;
    UUID id = UUID.fromString(post("mai", key, text).path("id"));
    desk.inTransaction(entities -> entities.find(Note.class, id).text = "changed since " + key);

    Response again = post("mai", key, text);
    again.then().statusCode(201);
    assertEquals(id.toString(), again.path("id"));
    assertEquals("changed since " + key, again.path("text"), "as it is now");
    assertEquals(0, notes(text));
  }

  @Test
  @DisplayName("JRN-29: nothing is asked before work whose outcome is known already")
  void askedOnce() {
    String key = key();
    String text = "asked " + key;
    for (int i = 0; i < 3; i++) {
      post("mai", key, text).then().statusCode(201);
    }
    post("mai", key, "other " + key).then().statusCode(422);
    assertEquals(
        List.of(text), NoteResource.ASKED.stream().filter(it -> it.endsWith(key)).toList());
    post("mai", null, text).then().statusCode(201);
    assertEquals(2, NoteResource.ASKED.stream().filter(text::equals).count());
  }

  @Test
  @DisplayName("JRN-11: another request with the key is refused, null and absent are the same")
  void otherRequest() {
    String key = key();
    post("mai", key, "first " + key).then().statusCode(201);
    post("mai", key, "second " + key).then().statusCode(422);
    assertEquals(0, notes("second " + key));
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of("mai", "registrar").sign())
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body("{\"comment\":null,\"text\":\"first " + key + "\"}")
        .post("/registry/v1/notes")
        .then()
        .statusCode(201);
    assertEquals(1, notes("first " + key));
  }

  @Test
  @DisplayName("JRN-11: a key belongs to its actor; without a key every request is new")
  void whose() {
    String key = key();
    post("mai", key, "by " + key).then().statusCode(201);
    post("lan", key, "by " + key).then().statusCode(201);
    post("mai", null, "by " + key).then().statusCode(201);
    post("mai", null, "by " + key).then().statusCode(201);
    assertEquals(4, notes("by " + key));
  }

  @Test
  @DisplayName("JRN-11: of twenty at once one works, the others are told so or get its outcome")
  void twenty() throws Exception {
    String key = key();
    ExecutorService threads = Executors.newFixedThreadPool(20);
    Set<String> ids = new HashSet<>();
    try {
      List<Future<Response>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(threads.submit(() -> post("mai", key, "once " + key)));
      }
      for (Future<Response> answer : answers) {
        Response response = answer.get();
        assertTrue(
            response.statusCode() == 201 || response.statusCode() == 409,
            response.statusCode() + response.asString());
        if (response.statusCode() == 201) {
          ids.add(response.path("id"));
        }
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(1, ids.size());
    assertEquals(1, notes("once " + key));
    assertEquals(ids.iterator().next(), post("mai", key, "once " + key).path("id"));
  }

  @Test
  @DisplayName("JRN-11: while the first runs the second is told so, and then gets its outcome")
  void running() throws Exception {
    String key = key();
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<Response> first = thread.submit(() -> post("mai", key, "hold " + key));
      assertEquals("hold " + key, NoteResource.BEGUN.poll(60, TimeUnit.SECONDS));
      post("mai", key, "hold " + key).then().statusCode(409);
      NoteResource.RELEASE.release();
      first.get().then().statusCode(201);
      assertEquals((String) first.get().path("id"), post("mai", key, "hold " + key).path("id"));
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  @DisplayName("JRN-11: a failure is not kept: the key may be used again, even for another request")
  void failure() {
    String key = key();
    Position before = journal.head();
    post("mai", key, "fail " + key).then().statusCode(500);
    assertEquals(before, journal.head());
    assertEquals(0, notes("fail " + key));
    post("mai", key, "good " + key).then().statusCode(201);
  }

  @Test
  @DisplayName("JRN-11: a process killed in the middle of the work keeps nothing")
  void crash() {
    String key = key();
    String[] arguments = {
      Postgres.url(DATABASE),
      DATABASE + "_app",
      Postgres.PASSWORD,
      "mai",
      "POST /registry/v1/notes",
      key,
      secret
    };
    long before = notes("crashed");
    try (Child child = new Child(RetryProcess.class, arguments)) {
      child.awaitLines(1);
      post("mai", key, "crashed").then().statusCode(409);
    }
    Await.until("the key is free", () -> post("mai", key, "crashed").statusCode() == 201);
    assertEquals(before + 1, notes("crashed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"with space", "tab\there", "vi\u1ec7t", ""})
  @DisplayName("JRN-11: a key that is not visible ASCII is refused")
  void malformed(String key) {
    Standalone.Request request = new Standalone.Request("mai", "POST /notes", key);
    RetryKeys keys = new RetryKeys(dataSource, transactions, request, Clock.systemUTC(), secret);
    assertThrows(RetryKeyMalformed.class, () -> keys.once("x", UUID::randomUUID, id -> id));
  }

  @Test
  @DisplayName("JRN-11: a key of 200 characters is taken, one of 201 is refused with 400")
  void longest() {
    String key = key() + "k".repeat(164);
    post("mai", key, "long").then().statusCode(201);
    post("mai", key + "k", "long").then().statusCode(400);
  }

  @Test
  @DisplayName("JRN-11: after seven days a key is new again")
  void forgotten() {
    String key = key();
    post("mai", key, "old " + key).then().statusCode(201);
    tamper(
        "update journal_retry_key set kept_at = kept_at - interval '7 days 1 second' where key = '"
            + key
            + "'");
    post("mai", key, "new " + key).then().statusCode(201);
    post("mai", key, "new " + key).then().statusCode(201);
    assertEquals(1, notes("new " + key));
  }

  @Test
  @DisplayName(
      "JRN-16: old keys are deleted by themselves, more than one step of them, others stay")
  void deleted() {
    tamper(
        "insert into journal_retry_key (actor, route, key, mac, outcome, kept_at)"
            + " select 'old', 'POST /notes', 'k' || n, decode(repeat('00', 32), 'hex'),"
            + " gen_random_uuid(), now() - interval '7 days' - n * interval '1 second'"
            + " from generate_series(1, 12000) n");
    tamper(
        "insert into journal_retry_key (actor, route, key, mac, outcome, kept_at)"
            + " values ('young', 'POST /notes', 'k', decode(repeat('00', 32), 'hex'),"
            + " gen_random_uuid(), now() - interval '6 days 23 hours')");
    Await.until(
        "old keys are gone though no request comes",
        () -> number(DATABASE, "select count(*) from journal_retry_key where actor = 'old'") == 0);
    assertEquals(
        1, number(DATABASE, "select count(*) from journal_retry_key where actor = 'young'"));
  }

  @Test
  @DisplayName("JRN-11: inside a transaction, or with a short secret, nothing starts")
  void misuse() {
    assertThrows(
        IllegalStateException.class,
        () -> desk.inTransaction(entities -> retryKeys.once("x", UUID::randomUUID, id -> id)));
    assertThrows(
        IllegalStateException.class,
        () ->
            new RetryKeys(
                dataSource, transactions, Standalone.background("x"), Clock.systemUTC(), "short"));
  }
}

package vn.digitaltrust.alliance.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.sanctions.ToldMeasures;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.alliance.testing.Told;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.door.holder.Holder;
import vn.digitaltrust.journal.Audience;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.testing.Postgres;

@QuarkusTest
class ErasureHolderTest extends Suite {
  private static final String CLEAR = "{\"answer\":\"CLEAR\",\"position\":0}";

  @Inject ErasureHolder holder;
  @Inject RegistryChanges changes;
  @Inject NewsLock news;
  @Inject ToldMeasures measures;

  private final UUID request = UUID.randomUUID();

  @BeforeEach
  void begin() {
    run("delete from erasure_request");
    run("delete from journal_follower where name = 'registry'");
    known("{\"status\":\"REQUESTED\",\"answer\":null,\"missing\":true}");
    takes(200);
  }

  @Test
  @DisplayName(
      "ALL-81, ALL-83 membership and suspended certificate hold; one that is only valid does not")
  void held() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String membership = member(kol);
    certificate(kol);
    told(kol, "REQUESTED");
    holder.answer();
    assertEquals(held("MEMBERSHIP", "2026-12-24"), last());
    act(kol(kol), membership, "departures", "{}").statusCode(201);
    measures.tell(
        Told.until(
            Told.measure(UUID.randomUUID(), kol, "CERTIFICATE_SUSPENSION", clock.instant()),
            clock.instant().plus(Duration.ofDays(2))));
    later();
    assertEquals(held("CERTIFICATE", "2026-12-24"), last());
    clock.advance(Duration.ofDays(2));
    later();
    assertEquals(CLEAR, last());
    told(kol, "REFUSED");
    later();
    assertEquals(3, sent().size());
  }

  @Test
  @DisplayName("ALL-81 an application that waits holds, and a refused one does not")
  void applied() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path =
        "/alliance/v1/memberships/"
            + apply(kol(kol), kol).statusCode(201).extract().<String>path("id");
    told(kol, "REQUESTED");
    holder.answer();
    assertEquals(held("PROCEDURE", "2026-12-24"), last());
    act(admin(), path, "admissions/refusals", "{\"reasons\":\"Chưa đủ\"}").statusCode(201);
    later();
    assertEquals(CLEAR, last());
  }

  @Test
  @DisplayName("ALL-82 whose erasure is asked for gets nothing new, whoever told of it")
  void nothingNew() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String path =
        "/alliance/v1/memberships/"
            + apply(kol(kol), kol).statusCode(201).extract().<String>path("id");
    act(secondAdmin(), path, "admissions/requests", "{}").statusCode(201);
    told(kol, "REQUESTED"); // the journal was read, the registry's answer is older
    nothingFor(kol, path);
    told(kol, "TAKEN_BACK");
    neighbours.erasureAsked(kol, request); // the registry says so, the journal is read later
    nothingFor(kol, path);
    neighbours.subject(kol, "KOL", "REGISTERED", kol);
    admit(path, "{}").statusCode(201);
    grant(kol, "").statusCode(201);
  }

  @Test
  @DisplayName("DOOR-33 HELD counts once the registry took it, CLEAR from before it is sent")
  void takenOrNot() throws ReflectiveOperationException {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    told(kol, "REQUESTED");
    takes(503);
    holder.answer();
    assertEquals("CLEAR", answer());
    takes(200);
    later();
    assertThrows(Refusal.class, () -> begin(kol));
    takes(503);
    assertThrows(InvocationTargetException.class, () -> place(kol));
    assertThrows(Refusal.class, () -> begin(kol), "the registry still has CLEAR");
    takes(200);
    assertTrue(place(kol));
    begin(kol);

    clock.advance(Duration.ofMinutes(11)); // the intention came to nothing
    holder.answer();
    assertEquals("CLEAR", answer());
  }

  @Test
  @DisplayName("DOOR-33 a decided HELD that did not arrive lets nobody begin")
  void heldOnTheWay() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    told(kol, "REQUESTED");
    holder.answer();
    assertEquals("CLEAR", answer());
    told(kol, "TAKEN_BACK");
    apply(kol(kol), kol).statusCode(201);
    told(kol, "REQUESTED");
    run("update erasure_request set answer = 'CLEAR'");
    takes(503);
    holder.answer();
    assertThrows(Refusal.class, () -> begin(kol));
    takes(200);
    later();
    begin(kol);
  }

  @Test
  @DisplayName("DOOR-33 what was cleared stays so until the journal tells what became of it")
  void over() throws ReflectiveOperationException {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    told(kol, "REQUESTED");
    holder.answer();
    known("{\"status\":\"APPROVED\"}");
    later();
    assertThrows(Refusal.class, () -> begin(kol));
    assertFalse(place(kol));
    assertThrows(Refusal.class, () -> begin(kol));
    told(kol, "APPROVED");
    begin(kol);
  }

  @Test
  @DisplayName("DOOR-34 a hold that goes on is renewed when fewer than 15 days are left")
  void renewed() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    apply(kol(kol), kol).statusCode(201);
    told(kol, "REQUESTED");
    holder.answer();
    known(
        "{\"status\":\"REQUESTED\",\"answer\":\"HELD\",\"code\":\"PROCEDURE\","
            + "\"until\":\"2026-12-24\",\"missing\":false}");
    for (int day = 1; day <= 15; day++) {
      clock.advance(Duration.ofDays(1));
      holder.answer();
    }
    assertEquals(1, sent().size());
    clock.advance(Duration.ofDays(1));
    holder.answer();
    assertEquals(held("PROCEDURE", "2027-01-09"), last());
    known(
        "{\"status\":\"REQUESTED\",\"answer\":\"HELD\",\"code\":\"PROCEDURE\","
            + "\"until\":\"2027-05-01\",\"missing\":false}");
    later();
    assertEquals(3, sent().size(), "one that ends earlier than was said is told at once");
  }

  @Test
  @DisplayName("DOOR-35 a request is about the id that the journal names, whoever placed a hold")
  void about() throws ReflectiveOperationException {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    assertTrue(place(UUID.randomUUID()));
    apply(kol(kol), kol).statusCode(201);
    told(kol, "REQUESTED");
    assertTrue(holder.isAskedFor(Set.of(kol)));
    holder.answer();
    assertEquals(held("PROCEDURE", "2026-12-24"), last());
  }

  @Test
  @DisplayName("DOOR-35 who decides and who applies news do not wait for each other in a circle")
  void noCircle() throws Exception {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    told(kol, "REQUESTED");
    CompletableFuture<Void> answering = new CompletableFuture<>();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              news.applyingNews();
              Thread thread =
                  new Thread(
                      () -> {
                        holder.answer();
                        answering.complete(null);
                      });
              thread.start();
              // Longer than the database waits before it looks for a circle: then the one who waits
              // last, which is this transaction, would be broken off.
              try {
                Thread.sleep(2_500);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              changes.apply(entry(kol, "REFUSED"));
            });
    answering.get(30, TimeUnit.SECONDS);
    assertFalse(holder.isAskedFor(Set.of(kol)));
    assertEquals(List.of(), sent());
  }

  /** As a holder does that lets something begin about a person. */
  private boolean place(UUID subject) throws ReflectiveOperationException {
    Method place = Holder.class.getDeclaredMethod("place", UUID.class, UUID.class);
    place.setAccessible(true);
    return (boolean) place.invoke(holder, request, subject);
  }

  private void begin(UUID kol) {
    holder.requireNotCleared(Set.of(kol));
  }

  private String answer() {
    try (Connection connection = Postgres.superuser("alliance");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select answer from erasure_request")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void takes(int status) {
    neighbours
        .server()
        .stubFor(put(urlEqualTo(path())).willReturn(okJson("{}").withStatus(status)));
  }

  private void known(String answer) {
    neighbours
        .server()
        .stubFor(get(urlEqualTo(path())).willReturn(okJson(answer).withHeader("ETag", "\"0\"")));
  }

  private void nothingFor(UUID kol, String path) {
    admit(path, "{}").statusCode(422).body("rule", equalTo("ALL-82"));
    apply(kol(kol), kol).statusCode(422).body("rule", equalTo("ALL-82"));
    grant(kol, "").statusCode(422).body("rule", equalTo("ALL-82"));
  }

  private void told(UUID subject, String status) {
    QuarkusTransaction.requiringNew().run(() -> changes.apply(entry(subject, status)));
  }

  private Entry entry(UUID subject, String status) {
    var state =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", request.toString())
            .put("subject", subject.toString())
            .put("status", status);
    return new Entry(
        1,
        "0".repeat(64),
        clock.instant(),
        "erasure.changed",
        subject,
        "erasure-request",
        request,
        0,
        Audience.INTERNAL,
        1,
        state);
  }

  private void later() {
    clock.advance(Duration.ofHours(2));
    holder.answer();
  }

  private String path() {
    return "/registry/v1/erasure-requests/" + request + "/answer";
  }

  private static String held(String code, String until) {
    return "{\"answer\":\"HELD\",\"code\":\"%s\",\"until\":\"%s\",\"position\":0}"
        .formatted(code, until);
  }

  private String last() {
    return sent().get(sent().size() - 1);
  }

  private List<String> sent() {
    return neighbours.server().findAll(putRequestedFor(urlEqualTo(path()))).stream()
        .map(sent -> sent.getBodyAsString())
        .toList();
  }

  private static void run(String sql) {
    try (Connection connection = Postgres.superuser("alliance");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

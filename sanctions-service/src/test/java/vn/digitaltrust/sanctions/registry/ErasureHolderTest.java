package vn.digitaltrust.sanctions.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.journal.testing.Tokens;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryFeed;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.Rows;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class ErasureHolderTest {
  private static final String NONE = "\"answer\":null,\"missing\":true";
  private static final String CLEAR = "{\"answer\":\"CLEAR\",\"position\":1}";

  @Inject RegistryFollower registry;
  @Inject ErasureHolder holder;

  private final UUID subject = RegistryStub.subject("KOL", "REGISTERED");
  private final UUID request = UUID.randomUUID();

  @BeforeEach
  void begin() throws SQLException {
    TestClock.get().set(TestClock.START);
    Rows.run("delete from journal_follower where name = 'registry'");
    Rows.run("delete from erasure_request");
    RegistryStub.client().resetRequests();
    known("\"0\"", NONE);
    takes(200);
  }

  @Test
  @DisplayName("SAN-123, DOOR-21 about whom nothing runs is cleared, once, from where was read")
  void clear() throws SQLException {
    told();
    holder.answer();
    assertEquals(List.of(CLEAR), sent());
    RegistryStub.client()
        .verifyThat(
            1,
            putRequestedFor(urlEqualTo(path()))
                .withHeader("If-Match", equalTo("\"0\""))
                .withHeader("Authorization", equalTo("Bearer the-service's-own")));
    holder.answer(); // not due
    known("\"1\"", "\"answer\":\"CLEAR\",\"missing\":false");
    TestClock.get().advance(Duration.ofHours(2));
    holder.answer(); // due, and the registry knows it all
    assertEquals(List.of(CLEAR), sent());
    assertEquals(1, rows());
  }

  @Test
  @DisplayName(
      "SAN-123, SAN-120, SAN-121 an open case holds, then its measure, and at last nothing")
  void held() {
    String caseId = Given.opened(subject);
    told();
    holder.answer();
    assertEquals(
        List.of(
            "{\"answer\":\"HELD\",\"code\":\"PROCEDURE\",\"until\":\"2026-12-25\",\"position\":1}"),
        sent());
    Api.OFFICER
        .act("cases/" + caseId, "withdrawals", Map.of("reasons", "Nothing in it"))
        .then()
        .statusCode(201);
    Api.MINISTRY
        .create("state-decisions", Given.stateDecision(subject, "BVHTTDL", "HC-" + subject))
        .then()
        .statusCode(201);
    later();
    assertEquals(
        "{\"answer\":\"HELD\",\"code\":\"MEASURE\",\"until\":\"2026-12-24\",\"position\":1}",
        sent().get(1));
    TestClock.get().advance(Duration.ofDays(40));
    later();
    assertEquals(CLEAR, sent().get(2));
  }

  @Test
  @DisplayName("DOOR-21 what the registry did not take is answered again, also after a crash")
  void again() throws SQLException {
    told();
    takes(503);
    holder.answer();
    assertEquals(1, sent().size());
    TestClock.get().advance(Duration.ofSeconds(31)); // who took it in hand is gone
    takes(200);
    holder.answer();
    assertEquals(2, sent().size());
    // As if the process had been killed after the registry took it and before that was noted.
    Rows.run("update erasure_request set due_at = '2020-01-01'");
    known("\"1\"", "\"answer\":\"CLEAR\",\"missing\":false");
    holder.answer();
    assertEquals(2, sent().size());
  }

  @Test
  @DisplayName("DOOR-21 an answer that another one outran is decided anew")
  void outrun() {
    told();
    RegistryStub.client()
        .register(
            put(urlEqualTo(path()))
                .inScenario("outrun " + request)
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(412))
                .willSetStateTo("read again"));
    RegistryStub.client()
        .register(
            put(urlEqualTo(path()))
                .inScenario("outrun " + request)
                .whenScenarioStateIs("read again")
                .willReturn(okJson("{}")));
    holder.answer();
    assertEquals(List.of(CLEAR, CLEAR), sent());
    RegistryStub.client().verifyThat(2, getRequestedFor(urlEqualTo(path())));
  }

  @Test
  @DisplayName("DOOR-21 a request that is over is answered no more, whoever says so")
  void over() throws SQLException {
    RegistryFeed feed = told();
    feed.asks(subject, request, "REFUSED").serve();
    registry.follow().pollOnce(Duration.ZERO);
    assertEquals(0, rows());
    Rows.run(
        "insert into erasure_request (id, subject, due_at) values ('%s', '%s', '2020-01-01')"
            .formatted(request, subject));
    RegistryStub.client()
        .register(
            get(urlEqualTo(path()))
                .willReturn(okJson("{\"status\":\"APPROVED\"}").withHeader("ETag", "\"1\"")));
    holder.answer();
    assertEquals(0, rows());
    assertEquals(List.of(), sent());
  }

  @Test
  @DisplayName("SAN-124 a case and a decision place the hold first, and then begin")
  void placed() throws SQLException {
    RegistryStub.asked(subject, request);
    Given.opened(subject);
    assertEquals(
        List.of(
            "{\"answer\":\"HELD\",\"code\":\"PROCEDURE\",\"until\":\"2026-11-26\",\"position\":0}"),
        sent());
    UUID other = UUID.randomUUID();
    RegistryStub.asked(other, request);
    Api.MINISTRY
        .create("state-decisions", Given.stateDecision(other, "BVHTTDL", "HC-" + other))
        .then()
        .statusCode(201);
    assertEquals(2, sent().size());
  }

  @Test
  @DisplayName("SAN-124 a hold that comes to nothing lapses, and the person is cleared after it")
  void lapses() {
    RegistryStub.asked(subject, request);
    holder.ask(subject);
    told();
    TestClock.get().advance(Duration.ofMinutes(9));
    holder.answer();
    TestClock.get().advance(Duration.ofMinutes(2));
    holder.answer();
    List<String> sent = sent();
    assertEquals(CLEAR, sent.get(sent.size() - 1));
    assertEquals(
        List.of(),
        sent.subList(0, sent.size() - 1).stream().filter(it -> it.contains("CLEAR")).toList());
  }

  @Test
  @DisplayName("SAN-134 a request that is refused, or known already, places no hold")
  void refused() {
    RegistryStub.asked(subject, request);
    Map<String, Object> decision = Given.stateDecision(subject, "BVHTTDL", "HC-" + subject);
    Api.POLICE.create("state-decisions", decision).then().statusCode(403);
    String bound = "own-" + subject;
    Api.token(
            Tokens.of(bound, "authority")
                .claim("authority", "BVHTTDL")
                .claim("subject_id", subject)
                .sign())
        .create("state-decisions", decision)
        .then()
        .statusCode(422)
        .body("rule", is("SAN-93"));
    Api.token(Tokens.of(bound, "case-officer").claim("subject_id", subject).sign())
        .create("cases", Api.aCase(subject))
        .then()
        .statusCode(422)
        .body("rule", is("SAN-93"));
    Map<String, Object> ahead = new HashMap<>(decision);
    ahead.put("issuedOn", "2026-11-26");
    Api.MINISTRY.create("state-decisions", ahead).then().statusCode(422).body("rule", is("SAN-60"));
    UUID other = RegistryStub.subject("KOL", "REGISTERED");
    String report =
        Api.PLATFORM
            .create(
                "reports", Map.of("subject", other, "facts", "f", "source", "OTHER_NOTIFICATION"))
            .path("id");
    for (Object unfit : List.of(UUID.randomUUID(), report)) {
      Api.OFFICER
          .create("cases", Map.of("subject", subject, "reports", List.of(unfit), "title", "x"))
          .then()
          .statusCode(422)
          .body("rule", is("SAN-4"));
    }
    assertEquals(List.of(), sent());

    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 3; i++) {
      Api.OFFICER.post("cases", null, key, Api.aCase(subject)).then().statusCode(201);
      Api.MINISTRY.post("state-decisions", null, key, decision).then().statusCode(201);
    }
    int placed = sent().size();
    assertTrue(placed <= 2, "by the first of each");
    Api.MINISTRY.create("state-decisions", decision).then().statusCode(409);
    Api.OFFICER
        .post("cases", null, key, Map.of("subject", subject, "title", "y"))
        .then()
        .statusCode(422);
    assertEquals(placed, sent().size());
  }

  @Test
  @DisplayName("SAN-124 while no hold can be placed, nothing is begun")
  void notPlaced() throws SQLException {
    RegistryStub.asked(subject, request);
    takes(503);
    Api.OFFICER.create("cases", Api.aCase(subject)).then().statusCode(503);
    Api.MINISTRY
        .create("state-decisions", Given.stateDecision(subject, "BVHTTDL", "HC-" + subject))
        .then()
        .statusCode(503);
    assertEquals(0, Rows.count("select count(*) from case_file where subject = '" + subject + "'"));
  }

  @Test
  @DisplayName("SAN-124 without an open request no hold is placed")
  void noRequest() {
    Given.opened(subject);
    RegistryStub.client()
        .verifyThat(0, getRequestedFor(urlPathMatching("/registry/v1/erasure-requests/.*")));
    assertEquals(List.of(), sent());
  }

  @Test
  @DisplayName("SAN-124 what begins while CLEAR is on its way is refused, and goes through again")
  void clearedMeanwhile() {
    told();
    holder.answer();
    Api.OFFICER
        .create("cases", Api.aCase(subject))
        .then()
        .statusCode(409)
        .body("type", is("urn:digital-trust:problem:illegal-state"));
    Api.MINISTRY
        .create("state-decisions", Given.stateDecision(subject, "BVHTTDL", "HC-" + subject))
        .then()
        .statusCode(409);
    RegistryStub.asked(subject, request); // which the registry says from then on
    Given.opened(subject);
    assertEquals(true, sent().get(1).contains("HELD"));
  }

  private RegistryFeed told() {
    RegistryFeed feed = new RegistryFeed().asks(subject, request, "REQUESTED");
    feed.serve();
    registry.follow().pollOnce(Duration.ZERO);
    return feed;
  }

  private void later() {
    TestClock.get().advance(Duration.ofHours(2));
    holder.answer();
  }

  private String path() {
    return "/registry/v1/erasure-requests/" + request + "/answer";
  }

  private void known(String etag, String answer) {
    RegistryStub.client()
        .register(
            get(urlEqualTo(path()))
                .willReturn(
                    okJson("{\"status\":\"REQUESTED\"," + answer + "}").withHeader("ETag", etag)));
  }

  private void takes(int status) {
    RegistryStub.client()
        .register(put(urlEqualTo(path())).willReturn(okJson("{}").withStatus(status)));
  }

  private List<String> sent() {
    return RegistryStub.client().find(putRequestedFor(urlEqualTo(path()))).stream()
        .map(sent -> sent.getBodyAsString())
        .toList();
  }

  private static long rows() throws SQLException {
    return Rows.count("select count(*) from erasure_request");
  }
}

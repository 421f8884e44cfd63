package vn.digitaltrust.alliance.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.testing.Suite;
import vn.digitaltrust.journal.Audience;
import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.journal.testing.Postgres;

@QuarkusTest
class ErasureHolderTest extends Suite {
  private static final String CLEAR = "{\"answer\":\"CLEAR\",\"position\":0}";

  @Inject ErasureHolder holder;
  @Inject RegistryChanges changes;

  private final UUID request = UUID.randomUUID();

  @BeforeEach
  void begin() {
    run("delete from erasure_request");
    run("delete from journal_follower where name = 'registry'");
    neighbours
        .server()
        .stubFor(
            get(urlEqualTo(path()))
                .willReturn(
                    okJson("{\"status\":\"REQUESTED\",\"answer\":null,\"missing\":true}")
                        .withHeader("ETag", "\"0\"")));
    neighbours.server().stubFor(put(urlEqualTo(path())).willReturn(okJson("{}")));
  }

  @Test
  @DisplayName("ALL-81, ALL-83 application, membership and certificate hold, one after the other")
  void held() {
    UUID kol = neighbours.subject("KOL", "REGISTERED");
    String membership = member(kol);
    certificate(kol);
    told(kol, "REQUESTED");
    holder.answer();
    assertEquals(held("MEMBERSHIP", "2026-12-24"), last());
    act(kol(kol), membership, "departures", "{}").statusCode(201);
    later();
    assertEquals(held("CERTIFICATE", "2026-12-24"), last());
    clock.advance(Duration.ofDays(365));
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

  private void nothingFor(UUID kol, String path) {
    admit(path, "{}").statusCode(422).body("rule", equalTo("ALL-82"));
    apply(kol(kol), kol).statusCode(422).body("rule", equalTo("ALL-82"));
    grant(kol, "").statusCode(422).body("rule", equalTo("ALL-82"));
  }

  private void told(UUID subject, String status) {
    var state =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", request.toString())
            .put("subject", subject.toString())
            .put("status", status);
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                changes.apply(
                    new Entry(
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
                        state)));
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

package vn.digitaltrust.sanctions.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.unauthorized;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class RegistryTest {
  @Inject CircuitBreakerMaintenance breakers;

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
    breakers.resetAll();
  }

  /** The faults of this class are no affair of the next one. */
  @AfterEach
  void end() {
    breakers.resetAll();
  }

  private static Map<String, Object> report(UUID subject) {
    return Map.of(
        "subject",
        subject,
        "facts",
        "facts",
        "evidence",
        List.of(),
        "source",
        "OTHER_NOTIFICATION");
  }

  private static void refusedEverywhere(UUID subject, int status, String type) {
    Api.PLATFORM
        .create("reports", report(subject))
        .then()
        .statusCode(status)
        .body("type", containsString(type));
    Api.OFFICER
        .create("cases", Api.aCase(subject))
        .then()
        .statusCode(status)
        .body("type", containsString(type));
    Api.MINISTRY
        .create("state-decisions", Given.stateDecision(subject, "BVHTTDL", "R-" + subject))
        .then()
        .statusCode(status)
        .body("type", containsString(type));
    assertEquals(
        List.of(), Api.AUDITOR.get("cases?subject=" + subject).then().extract().path("items"));
    assertEquals(
        List.of(),
        Api.AUDITOR.get("state-decisions?subject=" + subject).then().extract().path("items"));
  }

  @Test
  @DisplayName(
      "SAN-70 a subject that the registry does not know is refused, and nothing is written")
  void unknown() {
    refusedEverywhere(UUID.randomUUID(), 422, "rule-refused");
  }

  @Test
  @DisplayName("SAN-70 an erased subject is refused")
  void erased() {
    refusedEverywhere(RegistryStub.subject("KOL", "ERASED"), 422, "rule-refused");
  }

  @Test
  @DisplayName(
      "SAN-70 while the registry fails nothing is accepted, and the answer says what to do")
  void down() {
    UUID subject = UUID.randomUUID();
    RegistryStub.client()
        .register(get(urlEqualTo("/registry/v1/subjects/" + subject)).willReturn(serverError()));
    refusedEverywhere(subject, 503, "unavailable");
    Api.OFFICER
        .create("cases", Api.aCase(subject))
        .then()
        .body("detail", containsString("registry"), "title", is("Not available at present"));
  }

  @Test
  @DisplayName("SAN-70 one lost answer is asked for again; the own token is sent")
  void retried() {
    UUID subject = UUID.randomUUID();
    String url = "/registry/v1/subjects/" + subject;
    RegistryStub.known(subject, "KOL", "REGISTERED", subject);
    RegistryStub.client()
        .register(
            get(urlEqualTo(url))
                .inScenario(url)
                .whenScenarioStateIs("Started")
                .willSetStateTo("well again")
                .willReturn(serverError()));
    RegistryStub.client()
        .register(
            get(urlEqualTo(url))
                .inScenario(url)
                .whenScenarioStateIs("well again")
                .willReturn(
                    com.github.tomakehurst.wiremock.client.WireMock.okJson(
                        "{\"id\":\"%s\",\"kind\":\"KOL\",\"status\":\"REGISTERED\",\"canonicalId\":\"%s\"}"
                            .formatted(subject, subject))));
    Api.OFFICER.create("cases", Api.aCase(subject)).then().statusCode(201);
    RegistryStub.client()
        .verifyThat(
            2,
            getRequestedFor(urlEqualTo(url))
                .withHeader("Authorization", equalTo("Bearer the-service's-own")));
  }

  @Test
  @DisplayName("SAN-70 a token that the registry refuses is renewed once, and the act goes on")
  void renewed() {
    UUID subject = UUID.randomUUID();
    String url = "/registry/v1/subjects/" + subject;
    RegistryStub.known(subject, "KOL", "REGISTERED", subject);
    RegistryStub.client()
        .register(
            get(urlEqualTo(url))
                .atPriority(1)
                .inScenario(url)
                .whenScenarioStateIs("Started")
                .willSetStateTo("renewed")
                .willReturn(unauthorized()));
    int before = RegistryStub.client().find(postRequestedFor(urlEqualTo("/token"))).size();
    Api.OFFICER.create("cases", Api.aCase(subject)).then().statusCode(201);
    RegistryStub.client().verifyThat(2, getRequestedFor(urlEqualTo(url)));
    assertTrue(RegistryStub.client().find(postRequestedFor(urlEqualTo("/token"))).size() > before);
  }

  @Test
  @DisplayName("SAN-70 tokens that are refused open no circuit: the next one that is good passes")
  void refusedTokens() {
    UUID other = RegistryStub.subject("KOL", "REGISTERED");
    UUID subject = UUID.randomUUID();
    String url = "/registry/v1/subjects/" + subject;
    RegistryStub.client().register(get(urlEqualTo(url)).willReturn(unauthorized()));
    for (int i = 0; i < 10; i++) {
      Api.OFFICER.create("cases", Api.aCase(subject)).then().statusCode(503);
    }
    RegistryStub.client().verifyThat(20, getRequestedFor(urlEqualTo(url)));
    Api.OFFICER.create("cases", Api.aCase(other)).then().statusCode(201);
  }

  @Test
  @DisplayName("SAN-76 a repeated request gets its first outcome while the registry is away")
  void repeatedWhileAway() {
    UUID subject = RegistryStub.subject("KOL", "REGISTERED");
    String key = "key-" + subject;
    String made =
        Api.OFFICER
            .post("cases", null, key, Api.aCase(subject))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String reported =
        Api.PLATFORM
            .post("reports", null, key, report(subject))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    var decision = Given.stateDecision(subject, "BVHTTDL", "K-" + subject);
    String recorded =
        Api.MINISTRY
            .post("state-decisions", null, key, decision)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    RegistryStub.client()
        .register(get(urlEqualTo("/registry/v1/subjects/" + subject)).willReturn(serverError()));
    Api.OFFICER
        .post("cases", null, key, Api.aCase(subject))
        .then()
        .statusCode(201)
        .body("id", is(made));
    breakers.resetAll();
    Api.PLATFORM
        .post("reports", null, key, report(subject))
        .then()
        .statusCode(201)
        .body("id", is(reported));
    breakers.resetAll();
    Api.MINISTRY
        .post("state-decisions", null, key, decision)
        .then()
        .statusCode(201)
        .body("id", is(recorded));
    Api.OFFICER.post("cases", null, key + "-2", Api.aCase(subject)).then().statusCode(503);
  }

  @Test
  @DisplayName("an organisation is a subject like any other")
  void organisation() {
    UUID organisation = RegistryStub.subject("ORGANISATION", "REGISTERED");
    String id = Given.notified(organisation);
    Api owner = Api.member("boss", "business", organisation);
    owner.get("cases/" + id).then().statusCode(200);
    owner
        .act("cases/" + id, "responses", Map.of("text", "No", "final", true))
        .then()
        .statusCode(201)
        .body("status", is("RESPONDED"));
  }
}

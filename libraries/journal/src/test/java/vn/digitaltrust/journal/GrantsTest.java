package vn.digitaltrust.journal;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.journal.testing.Tokens;

/** This process serves the journal of the registry. */
@QuarkusTest
class GrantsTest extends JournalTest {
  private static final Set<String> AGGREGATES =
      Set.of(
          "subject",
          "subject-file",
          "subject-name",
          "erasure-request",
          "account",
          "report",
          "case",
          "appeal",
          "measure",
          "measureFile",
          "stateDecision",
          "membership",
          "certificate",
          "assessment",
          "something-new");

  @ParameterizedTest(name = "{0} of {1}: public {2}, inside {3}")
  @CsvSource(
      nullValues = "-",
      value = {
        "gateway,           registry,  true,  -",
        "gateway,           sanctions, true,  -",
        "gateway,           alliance,  true,  -",
        "sanctions-service, registry,  true,  subject-name erasure-request",
        "sanctions-service, sanctions, false, -",
        "sanctions-service, alliance,  false, -",
        "alliance-service,  registry,  true,  subject-name erasure-request",
        "alliance-service,  sanctions, true,  measure",
        "alliance-service,  alliance,  false, -",
        "registry-service,  registry,  false, -",
        "registry-service,  sanctions, false, -",
        "registry-service,  alliance,  false, -",
        "somebody-else,     registry,  false, -",
        "somebody-else,     sanctions, false, -",
        "somebody-else,     alliance,  false, -",
      })
  @DisplayName("JRN-17: each service is granted what the design says, and nothing else")
  void table(String client, String journal, boolean open, String inside) {
    assertEquals(open, Grants.readsOpen(client, journal));
    assertEquals(words(inside), Grants.readsInside(client, journal));
  }

  private static Set<String> words(String text) {
    return text == null ? Set.of() : Set.of(text.split(" "));
  }

  @ParameterizedTest(name = "{0}: public {1}, inside {2}")
  @CsvSource(
      nullValues = "-",
      value = {
        "gateway,           true,  -",
        "sanctions-service, true,  subject-name erasure-request",
        "alliance-service,  true,  subject-name erasure-request",
      })
  @DisplayName(
      "JRN-17: every client gets of every aggregate and audience what it is granted, in feed and"
          + " snapshot")
  void served(String client, boolean open, String inside) {
    Position before = journal.head();
    UUID id = UUID.randomUUID();
    for (String aggregate : AGGREGATES) {
      Change change =
          Change.of("it.changed", id, aggregate, UUID.randomUUID(), 0, new State(aggregate));
      desk.append(change, change.forParties(id), change.internal());
    }
    Set<String> expected = new TreeSet<>();
    if (open) {
      AGGREGATES.forEach(it -> expected.add("PUBLIC " + it));
    }
    words(inside).forEach(it -> expected.add("INTERNAL " + it));

    assertEquals(
        expected,
        entriesAfter(before, client(client)).stream()
            .filter(entry -> !entry.passedOver())
            .map(GrantsTest::name)
            .collect(Collectors.toCollection(TreeSet::new)));
    try (JournalSnapshot snapshot = client(client).snapshot()) {
      assertEquals(
          expected,
          snapshot
              .entries()
              .filter(entry -> entry.position() > before.number())
              .map(GrantsTest::name)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"registry-service", "tests", ""})
  @DisplayName("JRN-30: a service that is granted nothing is refused, not shown an empty journal")
  void nothing(String client) {
    for (String path : List.of("/journal", "/journal?wait=5", "/snapshot")) {
      RestAssured.given()
          .auth()
          .oauth2(Tokens.service(client))
          .get("/registry/v1" + path)
          .then()
          .statusCode(403)
          .body(containsString("the client " + client + " is granted nothing"));
    }
  }

  private static String name(Entry entry) {
    return entry.audience() + " " + entry.aggregate();
  }

  @Test
  @DisplayName("JRN-17: the table names the clients of the realm that are services")
  void clients() throws IOException {
    JsonNode realm =
        new ObjectMapper().readTree(Path.of("../../deploy/keycloak/realm.json").toFile());
    Set<String> services = new TreeSet<>();
    for (JsonNode client : realm.path("clients")) {
      if (client.findValuesAsText("role").contains("service")) {
        services.add(client.path("clientId").asText());
      }
    }
    services.remove("registry-service"); // has nobody to its left
    assertEquals(
        services,
        Grants.TABLE.stream()
            .map(Grants.Grant::client)
            .collect(Collectors.toCollection(TreeSet::new)));
  }
}

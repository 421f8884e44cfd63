package vn.digitaltrust.sanctions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.sanctions.testing.Api;
import vn.digitaltrust.sanctions.testing.Given;
import vn.digitaltrust.sanctions.testing.RegistryStub;
import vn.digitaltrust.sanctions.testing.TestClock;

@QuarkusTest
class SnapshotTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @BeforeEach
  void begin() {
    TestClock.get().set(TestClock.START);
  }

  @Test
  @DisplayName("the snapshot holds the last public state of each aggregate, and nothing of cases")
  void publicStates() throws IOException {
    UUID kol = RegistryStub.subject("KOL", "REGISTERED");
    String caseId = Given.decided(kol);
    String measure = Given.measureOf(caseId);
    Api.DECIDER
        .act("measures/" + measure, "liftings", java.util.Map.of("reasons", "not for everybody"))
        .then()
        .statusCode(201);
    String text =
        Api.token(vn.digitaltrust.journal.testing.Tokens.service("gateway"))
            .get("snapshot")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    List<String> lines = text.lines().toList();
    JsonNode first = JSON.readTree(lines.get(0));
    JsonNode last = JSON.readTree(lines.get(lines.size() - 1));
    assertEquals("sanctions", first.path("journal").asText());
    assertTrue(first.path("position").asLong() > 0 && first.path("hash").asText().length() == 64);
    assertTrue(last.path("end").asBoolean());
    assertEquals(lines.size() - 2, last.path("count").asInt());
    List<String> about = lines.stream().filter(line -> line.contains(kol.toString())).toList();
    assertEquals(1, about.size());
    JsonNode line = JSON.readTree(about.get(0));
    assertEquals("measure", line.path("aggregate").asText());
    assertEquals("measure.unpublished", line.path("type").asText());
    assertEquals(
        JSON.createObjectNode()
            .put("id", measure)
            .put("subject", kol.toString())
            .put("publication", "ENDED"),
        JSON.readTree(line.path("payload").asText()));
    assertFalse(text.contains("not for everybody"));
    Api.token(vn.digitaltrust.journal.testing.Tokens.as("kol"))
        .get("snapshot")
        .then()
        .statusCode(200);
  }
}

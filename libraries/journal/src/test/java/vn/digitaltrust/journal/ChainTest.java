package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The published algorithm against its test vectors, which were computed by another implementation
 * in another language.
 */
class ChainTest {
  private static List<String> vectors() throws IOException {
    try (var file = ChainTest.class.getResourceAsStream("/hash-vectors.ndjson")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  @DisplayName("JRN-4: the library computes the commitments and hashes of the test vectors")
  void library() throws IOException {
    for (String line : vectors()) {
      JsonNode vector = Wire.parse(line);
      Entry entry = Wire.entry(Wire.lines(line.getBytes(StandardCharsets.UTF_8)).get(0));
      assertEquals(vector.get("hash").asText(), entry.hash());
      assertEquals(vector.path("erased").asBoolean(), entry.erased());
      JsonNode trail = vector.get("trail");
      List<UUID> parties = new ArrayList<>();
      trail.get("parties").forEach(party -> parties.add(UUID.fromString(party.asText())));
      assertEquals(
          vector.get("trailCommitment").asText(),
          Hex.of(
              Chain.trailCommitment(
                  Hex.bytes(trail.get("salt").asText()),
                  trail.get("actor").asText(),
                  trail.get("requestId").isNull() ? null : trail.get("requestId").asText(),
                  parties)));
    }
    String page =
        String.join("\n", vectors())
            + "\n{\"head\":{\"position\":4,\"hash\":\""
            + "0".repeat(64)
            + "\"}}\n";
    assertEquals(
        4,
        Wire.page(Position.START, new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
            .entries()
            .size());
  }

  @Test
  @DisplayName("JRN-4: a verifier written from the README alone agrees")
  void thirdParty() throws IOException {
    assertEquals(0, IndependentVerifier.firstBroken(vectors()));
  }

  @ParameterizedTest(name = "{0} of entry {1}")
  @CsvSource({
    "recordedAt, 1, 2026-11-24T00:00:00.000002Z",
    "type, 1, kol.changed",
    "subject, 1, 01939a00-0000-7000-8000-000000000003",
    "aggregate, 2, kase",
    "aggregateId, 2, 01939a00-0000-7000-8000-0000000000c2",
    "audience, 2, PUBLIC",
    "salt, 1, 0000000000000000000000000000000000000000000000000000000000000000",
    "payload, 1, {}",
    "commitment, 3, 0000000000000000000000000000000000000000000000000000000000000000",
    "trailCommitment, 3, 0000000000000000000000000000000000000000000000000000000000000000",
    "previous, 4, 0000000000000000000000000000000000000000000000000000000000000000",
    "hash, 4, 0000000000000000000000000000000000000000000000000000000000000000",
  })
  @DisplayName("JRN-4: both notice")
  void altered(String property, int position, String value) throws IOException {
    List<String> lines = new ArrayList<>(vectors());
    ObjectNode entry = (ObjectNode) Wire.parse(lines.get(position - 1));
    lines.set(position - 1, entry.put(property, value).toString());
    assertEquals(position, IndependentVerifier.firstBroken(lines));
    byte[] page = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    UncheckedIOException refused =
        assertThrows(
            UncheckedIOException.class,
            () -> Wire.page(Position.START, new ByteArrayInputStream(page)));
    assertEquals(true, refused.getMessage().contains("entry " + position), refused.getMessage());
  }

  @Test
  @DisplayName("JRN-4: where one field ends and the next begins is part of what is hashed")
  void fieldsDoNotRunTogether() {
    byte[] salt = new byte[Chain.LENGTH];
    assertEquals(
        false,
        java.util.Arrays.equals(
            Chain.trailCommitment(salt, "ab", "c", List.of()),
            Chain.trailCommitment(salt, "a", "bc", List.of())));
  }
}

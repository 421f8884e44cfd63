package vn.digitaltrust.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * What a third party writes from the README alone: it uses nothing of the library, and does each
 * step another way. Reads the lines of the feed, as an auditor gets them.
 */
final class IndependentVerifier {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private IndependentVerifier() {}

  /** The first position that does not add up; 0 if all do. The first line must be position 1. */
  static long firstBroken(List<String> lines) throws JsonProcessingException {
    String previous = "00".repeat(32);
    long expected = 1;
    for (String line : lines) {
      JsonNode entry = MAPPER.readTree(line);
      boolean sound =
          entry.get("position").asLong() == expected
              && entry.get("previous").asText().equals(previous)
              && payload(entry)
              && trail(entry)
              && hash(entry).equals(entry.get("hash").asText());
      if (!sound) {
        return expected;
      }
      previous = entry.get("hash").asText();
      expected++;
    }
    return 0;
  }

  private static boolean payload(JsonNode entry) {
    if (entry.path("erased").asBoolean()) {
      return entry.get("payload").isNull() && entry.get("salt").isNull();
    }
    String bytes =
        text("digital-trust/journal/1/payload")
            + sized(entry.get("salt").asText())
            + text(entry.get("payload").asText());
    return sha256(bytes).equals(entry.get("commitment").asText());
  }

  private static boolean trail(JsonNode entry) {
    JsonNode trail = entry.get("trail");
    List<String> parties = new ArrayList<>();
    trail.get("parties").forEach(party -> parties.add(party.asText().replace("-", "")));
    Collections.sort(parties);
    String bytes =
        text("digital-trust/journal/1/trail")
            + sized(trail.get("salt").asText())
            + text(trail.get("actor").asText())
            + text(trail.get("requestId").isNull() ? "" : trail.get("requestId").asText())
            + four(parties.size())
            + String.join("", parties);
    return sha256(bytes).equals(entry.get("trailCommitment").asText());
  }

  private static String hash(JsonNode entry) {
    Instant recordedAt = Instant.parse(entry.get("recordedAt").asText());
    return sha256(
        text("digital-trust/journal/1/entry")
            + entry.get("previous").asText()
            + eight(entry.get("position").asLong())
            + eight(ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt))
            + text(entry.get("type").asText())
            + entry.get("subject").asText().replace("-", "")
            + text(entry.get("aggregate").asText())
            + entry.get("aggregateId").asText().replace("-", "")
            + eight(entry.get("version").asLong())
            + text(entry.get("audience").asText())
            + four(entry.get("schema").asInt())
            + entry.get("commitment").asText()
            + entry.get("trailCommitment").asText());
  }

  private static String text(String text) {
    return sized(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String sized(String hex) {
    return four(hex.length() / 2) + hex;
  }

  private static String four(int number) {
    return HexFormat.of().formatHex(ByteBuffer.allocate(4).putInt(number).array());
  }

  private static String eight(long number) {
    return HexFormat.of().formatHex(ByteBuffer.allocate(8).putLong(number).array());
  }

  private static String sha256(String hex) {
    try {
      byte[] bytes = HexFormat.of().parseHex(hex);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

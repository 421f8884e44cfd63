package vn.digitaltrust.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads entries as they come over the wire, and checks them. */
final class Wire {
  /** One JSON text per line. */
  static final String NDJSON = "application/x-ndjson";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Wire() {}

  /**
   * A page of the feed: entries, then a line with the head.
   *
   * @throws UncheckedIOException when it is cut off, leaves a gap, or a hash does not add up
   */
  static JournalPage page(Position after, InputStream body) {
    List<Entry> entries = new ArrayList<>();
    Position at = after;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = parse(line);
        if (node.has("head")) {
          JsonNode head = node.get("head");
          return new JournalPage(
              entries, new Position(head.path("position").asLong(-1), head.path("hash").asText()));
        }
        Entry entry = entry(node);
        requireNext(at, entry, node);
        entries.add(entry);
        at = entry.at();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw broken("a page of the journal was cut off after " + at.number());
  }

  private static void requireNext(Position at, Entry entry, JsonNode node) {
    if (entry.position() != at.number() + 1) {
      throw broken("position " + entry.position() + " follows " + at.number());
    }
    if (!entry.passedOver() && !node.path("previous").asText().equals(at.hash())) {
      throw broken("entry " + entry.position() + " does not build on the one before it");
    }
  }

  /**
   * An entry; its hash is computed again unless it is passed over.
   *
   * @throws UncheckedIOException when it does not add up
   */
  static Entry entry(JsonNode node) {
    long position = node.path("position").asLong(-1);
    String hash = node.path("hash").asText();
    if (position < 1 || !Position.isHash(hash)) {
      throw broken("an entry without position and hash");
    }
    if (!node.hasNonNull("type")) {
      return Entry.passedOver(position, hash);
    }
    try {
      return readable(node, position, hash);
    } catch (IllegalArgumentException | DateTimeParseException | ArithmeticException e) {
      throw new UncheckedIOException(new IOException("entry " + position + " is malformed", e));
    }
  }

  private static Entry readable(JsonNode node, long position, String hash) {
    Instant recordedAt = Instant.parse(node.path("recordedAt").asText());
    String type = node.get("type").asText();
    UUID subject = UUID.fromString(node.path("subject").asText());
    String aggregate = node.path("aggregate").asText();
    UUID aggregateId = UUID.fromString(node.path("aggregateId").asText());
    long version = node.path("version").asLong();
    String audience = node.path("audience").asText();
    int schema = node.path("schema").asInt();
    byte[] commitment = Hex.bytes(node.path("commitment").asText());
    byte[] computed =
        Chain.entryHash(
            Hex.bytes(node.path("previous").asText()),
            position,
            recordedAt,
            type,
            subject,
            aggregate,
            aggregateId,
            version,
            audience,
            schema,
            commitment,
            Hex.bytes(node.path("trailCommitment").asText()));
    if (!Hex.of(computed).equals(hash)) {
      throw broken("the hash of entry " + position + " does not add up");
    }
    JsonNode state = null;
    if (node.hasNonNull("payload")) {
      byte[] payload = node.get("payload").asText().getBytes(StandardCharsets.UTF_8);
      byte[] salt = Hex.bytes(node.path("salt").asText());
      if (!java.util.Arrays.equals(Chain.payloadCommitment(salt, payload), commitment)) {
        throw broken("the payload of entry " + position + " is not the one committed to");
      }
      state = parse(node.get("payload").asText());
    }
    return new Entry(
        position,
        hash,
        recordedAt,
        type,
        subject,
        aggregate,
        aggregateId,
        version,
        Audience.of(audience),
        schema,
        state);
  }

  static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(new IOException("not JSON: " + e.getOriginalMessage()));
    }
  }

  static UncheckedIOException broken(String why) {
    return new UncheckedIOException(new IOException(why));
  }
}

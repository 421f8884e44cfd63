package vn.digitaltrust.gateway.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A journal over the wire, hashed by the published algorithm; kept for one test run. */
final class TestJournal {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String DOMAIN = "digital-trust/journal/1/";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String name;
  private final List<ObjectNode> entries = new ArrayList<>();

  TestJournal(String name) {
    this.name = name;
  }

  /** Forgets everything, as a restored backup does. */
  synchronized void rewind() {
    entries.clear();
  }

  /** Appends {@code {"type","subject","aggregate","aggregateId","state"}}; wakes who waits. */
  synchronized void append(JsonNode change) {
    String payload = change.path("state").toString();
    String type = change.path("type").asText();
    UUID subject = UUID.fromString(change.path("subject").asText());
    String aggregate = change.path("aggregate").asText();
    UUID id = UUID.fromString(change.path("aggregateId").asText());
    long position = entries.size() + 1L;
    Instant recordedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    byte[] salt = random();
    byte[] commitment =
        hash(
            "payload",
            out -> {
              field(out, salt);
              field(out, payload.getBytes(StandardCharsets.UTF_8));
            });
    byte[] trail = random();
    byte[] hash =
        hash(
            "entry",
            out -> {
              out.write(hex(head()));
              out.writeLong(position);
              out.writeLong(recordedAt.getEpochSecond() * 1_000_000 + recordedAt.getNano() / 1_000);
              field(out, text(type));
              uuid(out, subject);
              field(out, text(aggregate));
              uuid(out, id);
              out.writeLong(position);
              field(out, text("PUBLIC"));
              out.writeInt(1);
              out.write(commitment);
              out.write(trail);
            });
    ObjectNode entry =
        MAPPER
            .createObjectNode()
            .put("position", position)
            .put("hash", hex(hash))
            .put("previous", head())
            .put("recordedAt", recordedAt.toString())
            .put("type", type)
            .put("subject", subject.toString())
            .put("aggregate", aggregate)
            .put("aggregateId", id.toString())
            .put("version", position)
            .put("audience", "PUBLIC")
            .put("schema", 1)
            .put("salt", hex(salt))
            .put("commitment", hex(commitment))
            .put("trailCommitment", hex(trail))
            .put("payload", payload);
    entries.add(entry);
    notifyAll();
  }

  /** The snapshot: the latest entry of each aggregate. */
  synchronized String snapshot() {
    Map<String, ObjectNode> latest = new LinkedHashMap<>();
    for (ObjectNode entry : entries) {
      String aggregate = entry.path("aggregateId").asText();
      latest.remove(aggregate);
      latest.put(aggregate, entry);
    }
    StringBuilder lines = new StringBuilder();
    lines.append(line(position(entries.size()).put("journal", name)));
    latest.values().forEach(entry -> lines.append(line(entry)));
    lines.append(line(MAPPER.createObjectNode().put("end", true).put("count", latest.size())));
    return lines.toString();
  }

  /** A page after a position, or null when this journal does not contain it. */
  synchronized String page(int after, String hash, long waitMillis) throws InterruptedException {
    if (after > entries.size() || !position(after).path("hash").asText().equals(hash)) {
      return null;
    }
    if (after == entries.size()) {
      wait(Math.max(1, waitMillis));
    }
    StringBuilder lines = new StringBuilder();
    for (int i = after; i < entries.size(); i++) {
      lines.append(line(entries.get(i)));
    }
    ObjectNode head = MAPPER.createObjectNode();
    head.set("head", position(entries.size()));
    return lines.append(line(head)).toString();
  }

  private ObjectNode position(int number) {
    String hash = number == 0 ? "0".repeat(64) : entries.get(number - 1).path("hash").asText();
    return MAPPER.createObjectNode().put("position", number).put("hash", hash);
  }

  private String head() {
    return position(entries.size()).path("hash").asText();
  }

  private static String line(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Bytes {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] hash(String domain, Bytes bytes) {
    try {
      ByteArrayOutputStream buffer = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(buffer);
      field(out, text(DOMAIN + domain));
      bytes.to(out);
      return MessageDigest.getInstance("SHA-256").digest(buffer.toByteArray());
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void field(DataOutputStream out, byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  private static void uuid(DataOutputStream out, UUID id) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}

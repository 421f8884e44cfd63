package vn.digitaltrust.gateway.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A journal as a neighbour serves it, with real hashes. Written from the published layout and not
 * with the library's code, so that a misreading of the layout on either side shows.
 */
public final class Feed {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String START = "0".repeat(64);
  private static final HexFormat HEX = HexFormat.of();

  private final String journal;
  private final List<ObjectNode> entries = new ArrayList<>();
  private Runnable onAppend = () -> {};

  Feed(String journal) {
    this.journal = journal;
  }

  /** Appends a public entry: the complete state of an aggregate. */
  public synchronized long append(String aggregate, UUID subject, UUID id, Object state) {
    return append(aggregate, subject, id, state, "PUBLIC");
  }

  /** Appends an entry for an audience. */
  public synchronized long append(
      String aggregate, UUID subject, UUID id, Object state, String audience) {
    try {
      byte[] payload = JSON.writeValueAsBytes(state);
      byte[] salt = new byte[32];
      byte[] commitment =
          hash(
              "digital-trust/journal/1/payload",
              out -> {
                field(out, salt);
                field(out, payload);
              });
      long position = entries.size() + 1L;
      Instant at = Instant.parse("2026-01-01T00:00:00.000001Z");
      byte[] previous = HEX.parseHex(headHash());
      byte[] trail = new byte[32];
      String type = aggregate + ".changed";
      byte[] hash =
          hash(
              "digital-trust/journal/1/entry",
              out -> {
                out.write(previous);
                out.writeLong(position);
                out.writeLong(at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000);
                field(out, type.getBytes(StandardCharsets.UTF_8));
                uuid(out, subject);
                field(out, aggregate.getBytes(StandardCharsets.UTF_8));
                uuid(out, id);
                out.writeLong(position);
                field(out, audience.getBytes(StandardCharsets.UTF_8));
                out.writeInt(1);
                out.write(commitment);
                out.write(trail);
              });
      ObjectNode entry = JSON.createObjectNode();
      entry.put("position", position).put("hash", HEX.formatHex(hash));
      entry.put("recordedAt", at.toString()).put("type", type).put("subject", subject.toString());
      entry.put("aggregate", aggregate).put("aggregateId", id.toString());
      entry.put("version", position).put("audience", audience).put("schema", 1);
      entry.put("previous", HEX.formatHex(previous));
      entry.put("commitment", HEX.formatHex(commitment));
      entry.put("trailCommitment", HEX.formatHex(trail));
      entry.put("salt", HEX.formatHex(salt));
      entry.put("payload", new String(payload, StandardCharsets.UTF_8));
      entries.add(entry);
      onAppend.run();
      return position;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Forgets all entries after a position, as a restored backup would. */
  public synchronized void rewind(long position) {
    while (entries.size() > position) {
      entries.remove(entries.size() - 1);
    }
    onAppend.run();
  }

  /** The position of the last entry. */
  public synchronized long head() {
    return entries.size();
  }

  synchronized void onAppend(Runnable wake) {
    onAppend = wake;
  }

  /** Whether this journal holds that position with that hash. */
  synchronized boolean holds(long position, String hash) {
    return position == 0
        ? START.equals(hash)
        : position <= entries.size()
            && entries.get((int) position - 1).get("hash").asText().equals(hash);
  }

  /** The lines of a page after a position. */
  synchronized String page(long after, int limit) {
    StringBuilder lines = new StringBuilder();
    entries.stream().skip(after).limit(limit).forEach(entry -> lines.append(entry).append('\n'));
    ObjectNode head = JSON.createObjectNode();
    head.putObject("head").put("position", entries.size()).put("hash", headHash());
    return lines.append(head).append('\n').toString();
  }

  /** The lines of a snapshot: the latest public entry of each aggregate. */
  synchronized List<String> snapshot() {
    Map<String, JsonNode> latest = new LinkedHashMap<>();
    for (JsonNode entry : entries) {
      if (entry.get("audience").asText().equals("PUBLIC")) {
        String key = entry.get("aggregate").asText() + entry.get("aggregateId").asText();
        latest.remove(key);
        latest.put(key, entry);
      }
    }
    List<String> lines = new ArrayList<>();
    ObjectNode header = JSON.createObjectNode();
    header.put("journal", journal).put("position", entries.size()).put("hash", headHash());
    lines.add(header + "\n");
    latest.values().forEach(entry -> lines.add(entry + "\n"));
    lines.add("{\"end\":true,\"count\":" + latest.size() + "}\n");
    return lines;
  }

  private String headHash() {
    return entries.isEmpty() ? START : entries.get(entries.size() - 1).get("hash").asText();
  }

  private interface Bytes {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] hash(String domain, Bytes bytes) throws IOException {
    try {
      ByteArrayOutputStream buffer = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(buffer);
      field(out, domain.getBytes(StandardCharsets.UTF_8));
      bytes.to(out);
      return MessageDigest.getInstance("SHA-256").digest(buffer.toByteArray());
    } catch (NoSuchAlgorithmException e) {
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
}

package vn.digitaltrust.journal.testing;

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
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Entries as a journal sends them, with real hashes. Written from the published layout and not with
 * the library's code, so that a misreading of the layout on either side shows.
 */
public final class HashedEntry {
  /** The hash that the first entry builds on. */
  public static final String START = "0".repeat(64);

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HexFormat HEX = HexFormat.of();
  private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00.000001Z");
  private static final byte[] SALT = new byte[32];
  private static final byte[] TRAIL = new byte[32];

  private HashedEntry() {}

  /**
   * One entry; its version is its position.
   *
   * @param previous the hash of the entry before it, or {@link #START}
   * @param payload the state as JSON text
   */
  public static ObjectNode of(
      long position,
      String previous,
      String type,
      String aggregate,
      UUID subject,
      UUID id,
      String audience,
      String payload) {
    byte[] commitment =
        hash(
            "digital-trust/journal/1/payload",
            out -> {
              field(out, SALT);
              field(out, payload.getBytes(StandardCharsets.UTF_8));
            });
    byte[] hash =
        hash(
            "digital-trust/journal/1/entry",
            out -> {
              out.write(HEX.parseHex(previous));
              out.writeLong(position);
              out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, RECORDED));
              field(out, type.getBytes(StandardCharsets.UTF_8));
              uuid(out, subject);
              field(out, aggregate.getBytes(StandardCharsets.UTF_8));
              uuid(out, id);
              out.writeLong(position);
              field(out, audience.getBytes(StandardCharsets.UTF_8));
              out.writeInt(1);
              out.write(commitment);
              out.write(TRAIL);
            });
    ObjectNode entry = JSON.createObjectNode();
    entry.put("position", position).put("hash", HEX.formatHex(hash)).put("previous", previous);
    entry.put("recordedAt", RECORDED.toString()).put("type", type);
    entry.put("subject", subject.toString()).put("aggregate", aggregate);
    entry.put("aggregateId", id.toString()).put("version", position).put("audience", audience);
    entry.put("schema", 1).put("commitment", HEX.formatHex(commitment));
    entry.put("trailCommitment", HEX.formatHex(TRAIL)).put("salt", HEX.formatHex(SALT));
    return entry.put("payload", payload);
  }

  private interface Bytes {
    void to(DataOutputStream out) throws IOException;
  }

  private static byte[] hash(String domain, Bytes bytes) {
    try {
      ByteArrayOutputStream buffer = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(buffer);
      field(out, domain.getBytes(StandardCharsets.UTF_8));
      bytes.to(out);
      return MessageDigest.getInstance("SHA-256").digest(buffer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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

package vn.digitaltrust.gateway.trust;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Writes the snapshot of a journal into a file, with real hashes, as a service would serve it. */
final class BenchmarkJournal implements AutoCloseable {
  /** Where every snapshot here stands; only the followers' own arithmetic depends on it. */
  static final String HEAD_HASH = "0".repeat(64);

  private static final HexFormat HEX = HexFormat.of();
  private static final Instant RECORDED = Instant.parse("2026-11-24T03:15:42.123456Z");

  private final OutputStream out;
  private final byte[] salt = new byte[32];
  private final MessageDigest sha256;
  private byte[] previous = new byte[32];
  private long count;

  BenchmarkJournal(Path file, String name, long entries) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    line("{\"journal\":\"%s\",\"position\":%d,\"hash\":\"%s\"}", name, entries, HEAD_HASH);
  }

  /** One entry: the complete state of an aggregate. */
  void entry(String aggregate, UUID subject, UUID id, String payload) throws IOException {
    long position = ++count;
    byte[] text = payload.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    DataOutputStream hashed = new DataOutputStream(bytes);
    field(hashed, "digital-trust/journal/1/payload");
    hashed.writeInt(salt.length);
    hashed.write(salt);
    hashed.writeInt(text.length);
    hashed.write(text);
    byte[] commitment = sha256.digest(bytes.toByteArray());
    bytes.reset();
    field(hashed, "digital-trust/journal/1/entry");
    hashed.write(previous);
    hashed.writeLong(position);
    hashed.writeLong(RECORDED.getEpochSecond() * 1_000_000 + RECORDED.getNano() / 1_000);
    field(hashed, aggregate + ".changed");
    uuid(hashed, subject);
    field(hashed, aggregate);
    uuid(hashed, id);
    hashed.writeLong(1);
    field(hashed, "PUBLIC");
    hashed.writeInt(1);
    hashed.write(commitment);
    hashed.write(salt);
    byte[] hash = sha256.digest(bytes.toByteArray());
    line(
        "{\"position\":%d,\"hash\":\"%s\",\"recordedAt\":\"%s\",\"type\":\"%s.changed\","
            + "\"subject\":\"%s\",\"aggregate\":\"%s\",\"aggregateId\":\"%s\",\"version\":1,"
            + "\"audience\":\"PUBLIC\",\"schema\":1,\"previous\":\"%s\",\"commitment\":\"%s\","
            + "\"trailCommitment\":\"%s\",\"salt\":\"%s\",\"payload\":\"%s\"}",
        position,
        HEX.formatHex(hash),
        RECORDED,
        aggregate,
        subject,
        aggregate,
        id,
        HEX.formatHex(previous),
        HEX.formatHex(commitment),
        HEX.formatHex(salt),
        HEX.formatHex(salt),
        payload.replace("\"", "\\\""));
    previous = hash;
  }

  private void line(String format, Object... values) throws IOException {
    // As a format the pieces would take longer to write than to load.
    StringBuilder line = new StringBuilder(1_200);
    int next = 0;
    int from = 0;
    for (int at = format.indexOf('%'); at >= 0; at = format.indexOf('%', from)) {
      line.append(format, from, at).append(values[next++]);
      from = at + 2;
    }
    line.append(format, from, format.length()).append('\n');
    out.write(line.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void field(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static void uuid(DataOutputStream out, UUID id) throws IOException {
    out.writeLong(id.getMostSignificantBits());
    out.writeLong(id.getLeastSignificantBits());
  }

  @Override
  public void close() throws IOException {
    line("{\"end\":true,\"count\":%d}", count);
    out.close();
  }
}

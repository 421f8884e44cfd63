package vn.digitaltrust.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;

/**
 * The published hash algorithm, version 1. The byte layout is specified in the module's README; a
 * change here is a new version with new domain names, never an edit.
 */
final class Chain {
  private static final String PAYLOAD = "digital-trust/journal/1/payload";
  private static final String TRAIL = "digital-trust/journal/1/trail";
  private static final String ENTRY = "digital-trust/journal/1/entry";

  /** Bytes of a salt and of a hash. */
  static final int LENGTH = 32;

  /** Ready for the next hash whenever one was computed. */
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Chain::sha256);

  private Chain() {}

  /** Hides and binds the payload: without the salt nobody can try likely payloads against it. */
  static byte[] payloadCommitment(byte[] salt, byte[] payload) {
    return hash(
        PAYLOAD,
        out -> {
          field(out, salt);
          field(out, payload);
        });
  }

  /** Hides and binds who did it, under which request, and who was named. */
  static byte[] trailCommitment(
      byte[] salt, String actor, String requestId, Collection<UUID> parties) {
    return hash(
        TRAIL,
        out -> {
          field(out, salt);
          field(out, actor);
          field(out, requestId == null ? "" : requestId);
          out.writeInt(parties.size());
          for (UUID party : parties.stream().sorted(UNSIGNED).toList()) {
            uuid(out, party);
          }
        });
  }

  /** The hash that the next entry builds on. The audience is hashed as it is written. */
  static byte[] entryHash(
      byte[] previous,
      long position,
      Instant recordedAt,
      String type,
      UUID subject,
      String aggregate,
      UUID aggregateId,
      long version,
      String audience,
      int schema,
      byte[] payloadCommitment,
      byte[] trailCommitment) {
    return hash(
        ENTRY,
        out -> {
          exactly(out, previous);
          out.writeLong(position);
          out.writeLong(micros(recordedAt));
          field(out, type);
          uuid(out, subject);
          field(out, aggregate);
          uuid(out, aggregateId);
          out.writeLong(version);
          field(out, audience);
          out.writeInt(schema);
          exactly(out, payloadCommitment);
          exactly(out, trailCommitment);
        });
  }

  /** Microseconds since 1970-01-01T00:00:00Z: what PostgreSQL can store of an instant. */
  static long micros(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
  }

  private static final Comparator<UUID> UNSIGNED =
      Comparator.comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
          .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

  private interface Bytes {
    void to(DataOutputStream out) throws IOException;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }

  private static byte[] hash(String domain, Bytes bytes) {
    try {
      ByteArrayOutputStream buffer = new ByteArrayOutputStream(512);
      DataOutputStream out = new DataOutputStream(buffer);
      field(out, domain);
      bytes.to(out);
      return SHA_256.get().digest(buffer.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void field(DataOutputStream out, byte[] value) throws IOException {
    out.writeInt(value.length);
    out.write(value);
  }

  private static void field(DataOutputStream out, String value) throws IOException {
    field(out, value.getBytes(StandardCharsets.UTF_8));
  }

  private static void exactly(DataOutputStream out, byte[] value) throws IOException {
    if (value.length != LENGTH) {
      throw new IllegalArgumentException("expected 32 bytes, got " + value.length);
    }
    out.write(value);
  }

  private static void uuid(DataOutputStream out, UUID value) throws IOException {
    out.writeLong(value.getMostSignificantBits());
    out.writeLong(value.getLeastSignificantBits());
  }
}

package vn.digitaltrust.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A whole row of the journal, bytes as they are stored. Payload and salt are null once erased. */
record StoredEntry(
    long position,
    byte[] hash,
    byte[] previous,
    Instant recordedAt,
    String type,
    UUID subject,
    String aggregate,
    UUID aggregateId,
    long version,
    String audience,
    int schema,
    byte[] payload,
    byte[] salt,
    byte[] payloadCommitment,
    byte[] trailCommitment,
    byte[] trailSalt,
    String actor,
    String requestId,
    List<UUID> parties) {

  /** The columns in the order that {@link #of} reads them. */
  static final String COLUMNS =
      "position, hash, previous, recorded_at, type, subject, aggregate, aggregate_id, version,"
          + " audience, schema, payload, salt, payload_commitment, trail_commitment, trail_salt,"
          + " actor, request_id, parties";

  static StoredEntry of(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getLong(1),
        row.getBytes(2),
        row.getBytes(3),
        row.getObject(4, OffsetDateTime.class).toInstant(),
        row.getString(5),
        row.getObject(6, UUID.class),
        row.getString(7),
        row.getObject(8, UUID.class),
        row.getLong(9),
        row.getString(10),
        row.getInt(11),
        row.getBytes(12),
        row.getBytes(13),
        row.getBytes(14),
        row.getBytes(15),
        row.getBytes(16),
        row.getString(17),
        row.getString(18),
        List.of((UUID[]) row.getArray(19).getArray()));
  }

  boolean erased() {
    return payload == null;
  }

  /** Whether the payload, if it is still there, is the one committed to. */
  boolean payloadIsCommitted() {
    return erased() || Arrays.equals(Chain.payloadCommitment(salt, payload), payloadCommitment);
  }

  /** Whether actor, request and parties are those committed to. */
  boolean trailIsCommitted() {
    return Arrays.equals(
        Chain.trailCommitment(trailSalt, actor, requestId, parties), trailCommitment);
  }

  /** Whether the stored hash is that of what is stored. */
  boolean hashAddsUp() {
    return Arrays.equals(
        hash,
        Chain.entryHash(
            previous,
            position,
            recordedAt,
            type,
            subject,
            aggregate,
            aggregateId,
            version,
            audience,
            schema,
            payloadCommitment,
            trailCommitment));
  }
}

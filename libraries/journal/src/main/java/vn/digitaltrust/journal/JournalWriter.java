package vn.digitaltrust.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes the entries of one transaction: two statements, however many entries there are. The first
 * locks the head row and reads it; the second inserts all entries, and a trigger checks that they
 * continue the chain and moves the head.
 */
final class JournalWriter {
  private static final String LOCK = "select position, hash, recorded_at from journal_lock_head()";
  private static final String INSERT =
      """
      insert into journal_entry (position, recorded_at, type, subject, aggregate, aggregate_id,
          version, audience, parties, public_until, schema, actor, request_id, payload, salt, trail_salt,
          payload_commitment, trail_commitment, previous, hash)
      select position, recorded_at::timestamptz, type, subject, aggregate, aggregate_id, version,
          audience, parties::uuid[], public_until::timestamptz, schema, actor, request_id, payload, salt, trail_salt,
          payload_commitment, trail_commitment, previous, hash
      from unnest(?::bigint[], ?::text[], ?::text[], ?::uuid[], ?::text[], ?::uuid[],
          ?::bigint[], ?::text[], ?::text[], ?::text[], ?::integer[], ?::text[], ?::text[], ?::bytea[],
          ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
        as entry (position, recorded_at, type, subject, aggregate, aggregate_id, version, audience,
          parties, public_until, schema, actor, request_id, payload, salt, trail_salt,
          payload_commitment, trail_commitment, previous, hash)
      """;

  private final Clock clock;

  JournalWriter(Clock clock) {
    this.clock = clock;
  }

  /** The position of the last entry written. The head stays locked until the transaction ends. */
  Position write(Connection connection, List<Draft> drafts) throws SQLException {
    Head head = lockHead(connection);
    Instant now = Moment.of(clock);
    Instant recordedAt = now.isBefore(head.recordedAt()) ? head.recordedAt() : now;
    Columns columns = new Columns(drafts.size());
    byte[] previous = head.hash();
    for (int i = 0; i < drafts.size(); i++) {
      previous = columns.put(i, drafts.get(i), head.position() + 1 + i, recordedAt, previous);
    }
    columns.insert(connection);
    return new Position(head.position() + drafts.size(), Hex.of(previous));
  }

  private record Head(long position, byte[] hash, Instant recordedAt) {}

  private static Head lockHead(Connection connection) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(LOCK);
        ResultSet row = lock.executeQuery()) {
      row.next();
      return new Head(
          row.getLong(1), row.getBytes(2), row.getObject(3, OffsetDateTime.class).toInstant());
    }
  }

  /** One array per column: a single insert costs one round trip and one trigger call. */
  private static final class Columns {
    private final Long[] positions;
    private final String[] recordedAts;
    private final String[] types;
    private final UUID[] subjects;
    private final String[] aggregates;
    private final UUID[] aggregateIds;
    private final Long[] versions;
    private final String[] audiences;
    private final String[] parties;
    private final String[] publicUntils;
    private final Integer[] schemas;
    private final String[] actors;
    private final String[] requestIds;
    private final byte[][] payloads;
    private final byte[][] salts;
    private final byte[][] trailSalts;
    private final byte[][] payloadCommitments;
    private final byte[][] trailCommitments;
    private final byte[][] previous;
    private final byte[][] hashes;

    Columns(int size) {
      positions = new Long[size];
      recordedAts = new String[size];
      types = new String[size];
      subjects = new UUID[size];
      aggregates = new String[size];
      aggregateIds = new UUID[size];
      versions = new Long[size];
      audiences = new String[size];
      parties = new String[size];
      publicUntils = new String[size];
      schemas = new Integer[size];
      actors = new String[size];
      requestIds = new String[size];
      payloads = new byte[size][];
      salts = new byte[size][];
      trailSalts = new byte[size][];
      payloadCommitments = new byte[size][];
      trailCommitments = new byte[size][];
      previous = new byte[size][];
      hashes = new byte[size][];
    }

    byte[] put(int i, Draft draft, long position, Instant recordedAt, byte[] before) {
      Change change = draft.change();
      Origin origin = draft.origin();
      positions[i] = position;
      recordedAts[i] = recordedAt.toString();
      types[i] = change.type();
      subjects[i] = change.subject();
      aggregates[i] = change.aggregate();
      aggregateIds[i] = change.aggregateId();
      versions[i] = change.version();
      audiences[i] = change.audience().name();
      parties[i] =
          change.parties().stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
      publicUntils[i] = change.publicUntil() == null ? null : change.publicUntil().toString();
      schemas[i] = draft.schema();
      actors[i] = origin.actor();
      requestIds[i] = origin.requestId();
      payloads[i] = draft.payload();
      salts[i] = draft.salt();
      trailSalts[i] = draft.trailSalt();
      payloadCommitments[i] = draft.payloadCommitment();
      trailCommitments[i] = draft.trailCommitment();
      previous[i] = before;
      hashes[i] =
          Chain.entryHash(
              before,
              position,
              recordedAt,
              change.type(),
              change.subject(),
              change.aggregate(),
              change.aggregateId(),
              change.version(),
              change.audience().name(),
              draft.schema(),
              payloadCommitments[i],
              trailCommitments[i]);
      return hashes[i];
    }

    void insert(Connection connection) throws SQLException {
      Object[][] columns = {
        positions, recordedAts, types, subjects, aggregates, aggregateIds, versions, audiences,
        parties, publicUntils, schemas, actors, requestIds, payloads, salts, trailSalts,
        payloadCommitments, trailCommitments, previous, hashes
      };
      String[] sqlTypes = {
        "int8", "text", "text", "uuid", "text", "uuid", "int8", "text", "text", "text", "int4",
        "text", "text", "bytea", "bytea", "bytea", "bytea", "bytea", "bytea", "bytea"
      };
      try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
        for (int i = 0; i < columns.length; i++) {
          Array array = connection.createArrayOf(sqlTypes[i], columns[i]);
          insert.setArray(i + 1, array);
        }
        insert.executeUpdate();
      }
    }
  }
}

package vn.digitaltrust.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The table of retry keys. All but {@link #purge} join the caller's transaction, if any. */
final class RetryKeyRows {
  /** Whose key, where. */
  record Slot(String actor, String route, String key) {}

  /** What is kept of the first request: a keyed hash of its body, and what it made. */
  record Kept(byte[] mac, UUID outcome) {}

  private static final String FIND =
      "select mac, outcome from journal_retry_key"
          + " where actor = ? and route = ? and key = ? and kept_at > ?";
  private static final String KEEP =
      """
      insert into journal_retry_key (actor, route, key, mac, outcome, kept_at)
      values (?, ?, ?, ?, ?, ?)
      on conflict (actor, route, key) do update
        set mac = excluded.mac, outcome = excluded.outcome, kept_at = excluded.kept_at
      """;
  private static final String PURGE =
      """
      delete from journal_retry_key where (actor, route, key) in (
        select actor, route, key from journal_retry_key where kept_at <= ?
        order by kept_at limit 5000 for update skip locked)
      """;

  /** How many rows one call of {@link #purge} deletes at most. */
  static final int STEP = 5_000;

  private final DataSource dataSource;

  RetryKeyRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** False if another transaction holds the lock. It is held until the transaction ends. */
  boolean lock(long number) {
    return run(
        "select pg_try_advisory_xact_lock(?)",
        lock -> {
          lock.setLong(1, number);
          try (ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
          }
        });
  }

  Optional<Kept> find(Slot slot, Instant keptAfter) {
    return run(
        FIND,
        find -> {
          slot(find, slot);
          find.setObject(4, at(keptAfter));
          try (ResultSet row = find.executeQuery()) {
            return row.next()
                ? Optional.of(new Kept(row.getBytes(1), row.getObject(2, UUID.class)))
                : Optional.empty();
          }
        });
  }

  /** Replaces a row that has grown too old. */
  void keep(Slot slot, byte[] mac, UUID outcome, Instant now) {
    run(
        KEEP,
        keep -> {
          slot(keep, slot);
          keep.setBytes(4, mac);
          keep.setObject(5, outcome);
          keep.setObject(6, at(now));
          return keep.executeUpdate();
        });
  }

  /**
   * Deletes the oldest of the rows that have been kept long enough.
   *
   * @return how many; fewer than {@link #STEP} when none is left
   */
  int purge(Instant keptUntil) {
    return run(
        PURGE,
        purge -> {
          purge.setObject(1, at(keptUntil));
          return purge.executeUpdate();
        });
  }

  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  private <T> T run(String sql, Work<T> work) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      return work.with(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("the retry key cannot be read or kept", e);
    }
  }

  private static void slot(PreparedStatement statement, Slot slot) throws SQLException {
    statement.setString(1, slot.actor());
    statement.setString(2, slot.route());
    statement.setString(3, slot.key());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}

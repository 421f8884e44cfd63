package vn.digitaltrust.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Positions of followers whose effects are in this service's database: the position moves in the
 * transaction of the effect. A new follower begins before the first entry.
 */
@ApplicationScoped
public class DatabasePosition implements FollowerPosition {
  private static final String READ = "select position, hash from journal_follower where name = ?";
  private static final String ENTER =
      "insert into journal_follower (name, position, hash) values (?, 0, decode(repeat('00', 32),"
          + " 'hex')) on conflict (name) do nothing";
  private static final String MOVE =
      "update journal_follower set position = ?, hash = ?, moved_at = now()"
          + " where name = ? and position = ? and hash = ?";

  /** A reload from a large snapshot is one transaction. */
  private static final int SECONDS = 900;

  private final DataSource dataSource;
  private final Transactions transactions;

  @Inject
  DatabasePosition(DataSource dataSource, TransactionManager transactions) {
    this.dataSource = dataSource;
    this.transactions = new Transactions(transactions, SECONDS);
  }

  @Override
  public Optional<Position> current(String follower) {
    try (Connection connection = dataSource.getConnection()) {
      Optional<Position> known = read(connection, follower);
      if (known.isPresent()) {
        return known;
      }
      try (PreparedStatement enter = connection.prepareStatement(ENTER)) {
        enter.setString(1, follower);
        enter.executeUpdate();
      }
      return read(connection, follower);
    } catch (SQLException e) {
      throw new IllegalStateException("the follower's position cannot be read", e);
    }
  }

  private static Optional<Position> read(Connection connection, String follower)
      throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      read.setString(1, follower);
      try (ResultSet row = read.executeQuery()) {
        return row.next()
            ? Optional.of(new Position(row.getLong(1), Hex.of(row.getBytes(2))))
            : Optional.empty();
      }
    }
  }

  /** The row stays locked while the effect runs, so replicas never run the same effect at once. */
  @Override
  public boolean move(String follower, Position from, Position to, Runnable effect) {
    return transactions.inNew(
        () -> {
          if (!set(follower, from, to)) {
            return false;
          }
          effect.run();
          return true;
        });
  }

  /** Enough to catch up fast, few enough for the entries that the effects append themselves. */
  @Override
  public int entriesPerMove() {
    return 50;
  }

  private boolean set(String follower, Position from, Position to) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement move = connection.prepareStatement(MOVE)) {
      move.setLong(1, to.number());
      move.setBytes(2, Hex.bytes(to.hash()));
      move.setString(3, follower);
      move.setLong(4, from.number());
      move.setBytes(5, Hex.bytes(from.hash()));
      return move.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("the follower cannot be moved", e);
    }
  }
}

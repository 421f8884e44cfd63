package vn.digitaltrust.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A read-only transaction that sees the database as it stood at its first statement, for results
 * that are streamed. The database ends it when its reader stalls for a minute or takes more than
 * half an hour, so that no forgotten reader holds back the vacuum.
 */
final class StillReading implements AutoCloseable {
  private final Connection connection;

  StillReading(DataSource dataSource) throws SQLException {
    connection = dataSource.getConnection();
    try {
      connection.setAutoCommit(false);
      try (Statement begin = connection.createStatement()) {
        begin.execute("set transaction isolation level repeatable read read only");
        begin.execute("set local idle_in_transaction_session_timeout = '1min'");
        begin.execute("set local transaction_timeout = '30min'");
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }
}

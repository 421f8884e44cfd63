package vn.digitaltrust.journal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Writes any number of rows by few statements and in flat memory, in the caller's transaction: what
 * a handler that loads a snapshot does with its lines. To be closed, which writes the rest.
 */
public final class RowBatches implements AutoCloseable {
  private static final int BATCH = 1_000;

  private final DataSource dataSource;
  private final String sql;
  private final List<String> types;
  private final List<Object[]> rows = new ArrayList<>(BATCH);

  /**
   * Nothing is written yet.
   *
   * @param sql a statement over {@code unnest(?, ?, …)}, one parameter for each column, such as
   *     {@code insert into t select * from unnest(?, ?)}
   * @param types the type of each column as PostgreSQL names it: {@code uuid}, {@code text} …
   */
  public RowBatches(DataSource dataSource, String sql, String... types) {
    this.dataSource = dataSource;
    this.sql = sql;
    this.types = List.of(types);
  }

  /** Adds a row; a value that JDBC does not know is given as text. */
  public void add(Object... row) {
    if (row.length != types.size()) {
      throw new IllegalArgumentException("a row has " + types.size() + " columns");
    }
    rows.add(row);
    if (rows.size() == BATCH) {
      write();
    }
  }

  private void write() {
    if (rows.isEmpty()) {
      return;
    }
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < types.size(); i++) {
        statement.setArray(i + 1, column(connection, i));
      }
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("rows cannot be written", e);
    }
    rows.clear();
  }

  private Array column(Connection connection, int i) throws SQLException {
    return connection.createArrayOf(types.get(i), rows.stream().map(row -> row[i]).toArray());
  }

  @Override
  public void close() {
    write();
  }
}

package vn.digitaltrust.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the journal's tables. */
final class JournalReader {
  private static final String HEAD = "select position, hash from journal_head";

  private JournalReader() {}

  static Position head(Connection connection) throws SQLException {
    try (PreparedStatement head = connection.prepareStatement(HEAD);
        ResultSet row = head.executeQuery()) {
      row.next();
      return new Position(row.getLong(1), Hex.of(row.getBytes(2)));
    }
  }
}

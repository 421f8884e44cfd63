package vn.digitaltrust.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads heads and pages. */
final class JournalReader {
  private static final String HEAD = "select position, hash from journal_head";
  private static final String HASH_AT = "select hash from journal_entry where position = ?";

  /** What the payloads of one page may add up to, but for the last of them. */
  private static final int MOST_BYTES = 4 << 20;

  /** Ends the page with the entry that exceeds the bytes, without reading what comes after it. */
  private static final String PAGE =
      "select "
          + StoredEntry.COLUMNS
          + """
          , readable from (
            select *, sum(size) over (order by position) - size as before from (
              select *, case when readable then coalesce(octet_length(payload), 0) else 0 end as size
              from (
                select *, (? or audience = 'PUBLIC'
                    or (audience = 'PARTY' and parties && ?::uuid[])) as readable
                from journal_entry where position > ? and position <= ? order by position limit ?
              ) as next) as sized) as summed
          where before < ? order by position
          """;

  private JournalReader() {}

  /** One line of a page: position and hash, and the entry if the reader may see it. */
  record Line(long position, byte[] hash, StoredEntry entry) {}

  /** The lines after a position, and the head at that time. */
  record Page(List<Line> lines, Position head) {}

  static Position head(Connection connection) throws SQLException {
    try (PreparedStatement head = connection.prepareStatement(HEAD);
        ResultSet row = head.executeQuery()) {
      row.next();
      return new Position(row.getLong(1), Hex.of(row.getBytes(2)));
    }
  }

  /**
   * @param hash of the entry at {@code after}; null if the reader does not know it
   * @throws JournalDiverged when there is no such position with that hash
   */
  static Page page(Connection connection, long after, String hash, int limit, Origin.Reader reader)
      throws SQLException {
    // Read first: what is committed meanwhile belongs to the next page.
    Position head = head(connection);
    if (after > head.number()) {
      throw new JournalDiverged("position " + after + " is beyond the head, " + head.number());
    }
    if (hash != null && !hash.equals(hashAt(connection, after, head))) {
      throw new JournalDiverged("position " + after + " has another hash");
    }
    if (after == head.number()) {
      return new Page(List.of(), head);
    }
    return new Page(lines(connection, after, head, limit, reader), head);
  }

  private static String hashAt(Connection connection, long position, Position head)
      throws SQLException {
    if (position == head.number()) {
      return head.hash();
    }
    if (position == 0) {
      return Position.START.hash();
    }
    try (PreparedStatement find = connection.prepareStatement(HASH_AT)) {
      find.setLong(1, position);
      try (ResultSet row = find.executeQuery()) {
        return row.next() ? Hex.of(row.getBytes(1)) : null;
      }
    }
  }

  private static List<Line> lines(
      Connection connection, long after, Position head, int limit, Origin.Reader reader)
      throws SQLException {
    try (PreparedStatement page = connection.prepareStatement(PAGE)) {
      page.setBoolean(1, reader.everything());
      page.setArray(2, connection.createArrayOf("uuid", reader.named().toArray()));
      page.setLong(3, after);
      page.setLong(4, head.number());
      page.setInt(5, limit);
      page.setLong(6, MOST_BYTES);
      try (ResultSet row = page.executeQuery()) {
        List<Line> lines = new ArrayList<>();
        while (row.next()) {
          boolean readable = row.getBoolean("readable");
          lines.add(
              new Line(row.getLong(1), row.getBytes(2), readable ? StoredEntry.of(row) : null));
        }
        return lines;
      }
    }
  }
}

package vn.digitaltrust.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
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
          , readable, told from (
            select *, sum(size) over (order by position) - size as before from (
              select *, case when readable then coalesce(octet_length(payload), 0) else 0 end as size
              from (
                select *, (? or case audience
                    when 'PUBLIC' then ? and told
                    when 'INTERNAL' then aggregate = any (?)
                    else parties && ?::uuid[] end) as readable
                from (
                  select *, audience = 'PUBLIC' and (public_until is null or public_until > ?)
                    and not exists (
                      select from journal_entry as newer
                      where newer.audience = 'PUBLIC' and newer.aggregate = entry.aggregate
                        and newer.aggregate_id = entry.aggregate_id
                        and newer.position > entry.position) as told
                  from journal_entry as entry
                  where position > ? and position <= ? order by position limit ?
                ) as next) as shown) as sized) as summed
          where before < ? order by position
          """;

  private JournalReader() {}

  /**
   * One line of a page.
   *
   * @param entry if the reader may see it, else null
   * @param told whether every member is told it: it is public still, and the latest
   */
  record Line(long position, byte[] hash, StoredEntry entry, boolean told) {}

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
   * @param now what is public until an earlier instant is passed over
   * @throws JournalDiverged when there is no such position with that hash
   */
  static Page page(
      Connection connection, long after, String hash, int limit, Origin.Reader reader, Instant now)
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
    return new Page(lines(connection, after, head, limit, reader, now), head);
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

  /**
   * The query of one page.
   *
   * @param prefix what comes before it, such as {@code explain}
   */
  static PreparedStatement prepare(
      Connection connection,
      String prefix,
      long after,
      long head,
      int limit,
      Origin.Reader reader,
      Instant now)
      throws SQLException {
    PreparedStatement page = connection.prepareStatement(prefix + PAGE);
    page.setBoolean(1, reader.everything());
    page.setBoolean(2, reader.open());
    page.setArray(3, connection.createArrayOf("text", reader.inside().toArray()));
    page.setArray(4, connection.createArrayOf("uuid", reader.named().toArray()));
    page.setObject(5, now.atOffset(ZoneOffset.UTC));
    page.setLong(6, after);
    page.setLong(7, head);
    page.setInt(8, limit);
    page.setLong(9, MOST_BYTES);
    return page;
  }

  private static List<Line> lines(
      Connection connection,
      long after,
      Position head,
      int limit,
      Origin.Reader reader,
      Instant now)
      throws SQLException {
    try (PreparedStatement page =
        prepare(connection, "", after, head.number(), limit, reader, now)) {
      try (ResultSet row = page.executeQuery()) {
        List<Line> lines = new ArrayList<>();
        while (row.next()) {
          boolean readable = row.getBoolean("readable");
          lines.add(
              new Line(
                  row.getLong(1),
                  row.getBytes(2),
                  readable ? StoredEntry.of(row) : null,
                  row.getBoolean("told")));
        }
        return lines;
      }
    }
  }
}

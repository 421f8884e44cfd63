package vn.digitaltrust.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import vn.digitaltrust.journal.Verification.Broken;
import vn.digitaltrust.journal.Verification.Why;

/** Verifies ranges inside one reading transaction. */
final class Verifier {
  private static final String RANGE =
      "select "
          + StoredEntry.COLUMNS
          + " from journal_entry where position between ? and ? order by position";
  private static final String LAST = "select max(position) from journal_entry";
  private static final int FETCH = 200;

  private final Connection connection;
  private final Position head;

  Verifier(Connection connection, Position head) {
    this.connection = connection;
    this.head = head;
  }

  /** Beginning with the entry before the range, whose hash the first one must build on. */
  Verification range(long from, long to) throws SQLException {
    long expected = Math.max(1, from - 1);
    byte[] before = expected == 1 ? Hex.bytes(Position.START.hash()) : null;
    try (PreparedStatement range = connection.prepareStatement(RANGE)) {
      range.setFetchSize(FETCH);
      range.setLong(1, expected);
      range.setLong(2, to);
      try (ResultSet row = range.executeQuery()) {
        while (row.next()) {
          StoredEntry entry = StoredEntry.of(row);
          if (entry.position() != expected) {
            return broken(from, to, expected, Why.MISSING);
          }
          Why why = Verification.check(entry, before);
          if (why != null && (entry.position() >= from || why != Why.LINK)) {
            return broken(from, to, entry.position(), why);
          }
          before = entry.hash();
          expected++;
        }
      }
    }
    if (expected <= to) {
      return broken(from, to, expected, Why.MISSING);
    }
    if (to >= head.number() && !headIsLast(to, before)) {
      return broken(from, to, to, Why.HEAD);
    }
    return result(from, to, Math.max(0, to - from + 1), null);
  }

  private boolean headIsLast(long to, byte[] hash) throws SQLException {
    try (PreparedStatement last = connection.prepareStatement(LAST);
        ResultSet row = last.executeQuery()) {
      row.next();
      return row.getLong(1) == head.number()
          && (to != head.number() || hash == null || head.hash().equals(Hex.of(hash)));
    }
  }

  private Verification broken(long from, long to, long position, Why why) {
    return result(from, to, Math.max(0, position - from), new Broken(position, why));
  }

  private Verification result(long from, long to, long verified, Broken broken) {
    return new Verification(
        from,
        to,
        verified,
        broken == null,
        broken,
        new Verification.Head(head.number(), head.hash()));
  }
}

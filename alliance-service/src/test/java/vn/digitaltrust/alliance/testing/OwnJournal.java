package vn.digitaltrust.alliance.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.journal.testing.Postgres;

/** What the service itself appended about one aggregate, in order. */
public final class OwnJournal {
  /**
   * One entry.
   *
   * @param state null when it was erased
   */
  public record Line(String type, String audience, long version, JsonNode state) {}

  private OwnJournal() {}

  /** All entries about an aggregate. */
  public static List<Line> of(UUID aggregate) {
    return query(
        "select type, audience, version, payload from journal_entry where aggregate_id = ?"
            + " order by position",
        aggregate);
  }

  /** The types of all entries about an aggregate. */
  public static List<String> types(UUID aggregate) {
    return of(aggregate).stream().map(Line::type).toList();
  }

  /** The last public state of an aggregate. */
  public static JsonNode last(UUID aggregate) {
    List<Line> lines =
        of(aggregate).stream().filter(line -> line.audience().equals("PUBLIC")).toList();
    return lines.get(lines.size() - 1).state();
  }

  /** Whom an entry of this type about an aggregate names. */
  public static Set<UUID> parties(UUID aggregate, String type) {
    try (Connection connection = Postgres.superuser("alliance");
        PreparedStatement read =
            connection.prepareStatement(
                "select unnest(parties) from journal_entry where aggregate_id = ? and type = ?")) {
      read.setObject(1, aggregate);
      read.setString(2, type);
      Set<UUID> parties = new HashSet<>();
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          parties.add(row.getObject(1, UUID.class));
        }
      }
      return parties;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many entries there are in all. */
  public static long length() {
    try (Connection connection = Postgres.superuser("alliance");
        PreparedStatement read = connection.prepareStatement("select position from journal_head");
        ResultSet row = read.executeQuery()) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Line> query(String sql, UUID key) {
    try (Connection connection = Postgres.superuser("alliance");
        PreparedStatement read = connection.prepareStatement(sql)) {
      read.setObject(1, key);
      List<Line> lines = new ArrayList<>();
      try (ResultSet row = read.executeQuery()) {
        while (row.next()) {
          byte[] payload = row.getBytes(4);
          lines.add(
              new Line(
                  row.getString(1),
                  row.getString(2),
                  row.getLong(3),
                  payload == null ? null : Told.json(new String(payload, StandardCharsets.UTF_8))));
        }
      }
      return lines;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}

package vn.digitaltrust.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** JRN-25: the access log, to be read. Reading it is itself logged. */
@ApplicationScoped
public class AccessReads {
  private static final String RESOURCE = "access-log";

  private final DataSource dataSource;
  private final AccessLog log;

  @Inject
  AccessReads(DataSource dataSource, AccessLog log) {
    this.dataSource = dataSource;
    this.log = log;
  }

  /**
   * Which reads; what is null is not asked for.
   *
   * @param subject whose data was read
   * @param actor who read it
   * @param resource what was read
   * @param from the first instant
   * @param to the first instant after it
   */
  public record Filter(UUID subject, String actor, String resource, Instant from, Instant to) {}

  /**
   * Where a page ends: no two reads have the same place, and none ever changes it.
   *
   * @param at when it was read
   * @param id in the order of writing
   */
  public record Place(Instant at, long id) {}

  /** One read and its place. */
  public record Row(Place place, AccessRead read) {}

  /**
   * Some reads, the newest first.
   *
   * @param before only those that come after this place in that order; null to begin
   * @param rows at most so many
   * @throws ReadsUnlogged when that they are read cannot be logged
   */
  public List<Row> page(Filter filter, Place before, int rows) {
    log.note(RESOURCE, filter.subject());
    List<Object> values = new ArrayList<>();
    StringBuilder sql =
        new StringBuilder(
            "select id, read_at, actor, request_id, resource, subject from access_log where true");
    and(sql, values, " and subject = ?", filter.subject());
    and(sql, values, " and actor = ?", filter.actor());
    and(sql, values, " and resource = ?", filter.resource());
    and(sql, values, " and read_at >= ?", utc(filter.from()));
    and(sql, values, " and read_at < ?", utc(filter.to()));
    if (before != null) {
      and(sql, values, " and (read_at, id) < (?, ?)", utc(before.at()));
      values.add(before.id());
    }
    sql.append(" order by read_at desc, id desc limit ").append(rows);
    return read(sql.toString(), values);
  }

  private static void and(StringBuilder sql, List<Object> values, String condition, Object value) {
    if (value != null) {
      sql.append(condition);
      values.add(value);
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private List<Row> read(String sql, List<Object> values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement find = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        find.setObject(i + 1, values.get(i));
      }
      List<Row> found = new ArrayList<>();
      try (ResultSet row = find.executeQuery()) {
        while (row.next()) {
          Instant at = row.getObject(2, OffsetDateTime.class).toInstant();
          found.add(
              new Row(
                  new Place(at, row.getLong(1)),
                  new AccessRead(
                      at,
                      row.getString(3),
                      row.getString(4),
                      row.getString(5),
                      row.getObject(6, UUID.class))));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the access log cannot be read", e);
    }
  }
}

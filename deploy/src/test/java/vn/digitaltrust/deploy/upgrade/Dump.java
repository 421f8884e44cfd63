package vn.digitaltrust.deploy.upgrade;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * All rows of a database as text, in the form that {@code pg_dump --data-only} writes and {@code
 * psql} reads: a COPY for each table, then where the sequences stand. The schema is not in it: that
 * is what migrations make. Equal rows give equal text.
 */
final class Dump {
  private static final String COPY = "COPY ";
  private static final String FROM = " FROM stdin;";
  private static final String END = "\\.";

  private Dump() {}

  /** The rows as they are now, read in one transaction. */
  static String of(Connection connection) throws SQLException, IOException {
    connection.setAutoCommit(false);
    StringBuilder text = new StringBuilder();
    run(connection, "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    run(connection, "SET LOCAL TimeZone = 'UTC'");
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    for (String table : tables(connection)) {
      String columns = columns(connection, table);
      text.append(COPY + table + " (" + columns + ")" + FROM + "\n");
      ByteArrayOutputStream rows = new ByteArrayOutputStream();
      copy.copyOut(
          "COPY (SELECT %1$s FROM %2$s ORDER BY ROW(%1$s)::text COLLATE \"C\") TO STDOUT"
              .formatted(columns, table),
          rows);
      text.append(rows.toString(StandardCharsets.UTF_8)).append(END + "\n");
    }
    text.append(String.join("", column(connection, SEQUENCES)));
    connection.commit();
    connection.setAutoCommit(true);
    return text.toString();
  }

  private static final String SEQUENCES =
      """
      SELECT format(E'SELECT setval(%L, %s, %s);\\n', s.sequencename,
                    coalesce(s.last_value, s.start_value), (s.last_value IS NOT NULL)::text)
      FROM pg_sequences s WHERE s.schemaname = 'public' ORDER BY s.sequencename\
      """;

  /**
   * Puts these rows in the place of all that are there, and sees that each still refers to rows
   * that there are. Triggers do not fire: the journal's would refuse to have its entries replaced.
   */
  static void load(Connection connection, String dump) throws SQLException, IOException {
    connection.setAutoCommit(false);
    run(connection, "SET LOCAL session_replication_role = replica");
    run(connection, "TRUNCATE " + String.join(", ", tables(connection)));
    CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
    StringBuilder rows = new StringBuilder();
    String table = null;
    for (String line : dump.split("\n")) {
      if (table != null && line.equals(END)) {
        copy.copyIn(
            table, new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.UTF_8)));
        rows.setLength(0);
        table = null;
      } else if (table != null) {
        rows.append(line).append('\n');
      } else if (line.startsWith(COPY)) {
        table = line;
      } else {
        run(connection, line);
      }
    }
    for (String reference : column(connection, REFERENCES)) {
      run(connection, reference);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Adding a foreign key looks at all rows; what was added is taken away again. */
  private static final String REFERENCES =
      """
      SELECT format('ALTER TABLE %s ADD CONSTRAINT seen_again %s; ALTER TABLE %s DROP CONSTRAINT seen_again',
                    conrelid::regclass, pg_get_constraintdef(oid), conrelid::regclass)
      FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace\
      """;

  /** How many rows each table holds. */
  static Map<String, Long> counts(Connection connection) throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String table : tables(connection)) {
      counts.put(
          table, Long.valueOf(column(connection, "SELECT count(*)::text FROM " + table).get(0)));
    }
    return counts;
  }

  /** The rows of one table of a dump, by column; null where the database has no value. */
  static List<Map<String, String>> rows(String dump, String table) {
    List<Map<String, String>> rows = new ArrayList<>();
    List<String> columns = null;
    for (String line : dump.split("\n")) {
      if (columns == null && line.startsWith(COPY + table + " (")) {
        columns =
            Arrays.asList(
                line.substring(line.indexOf('(') + 1, line.indexOf(')'))
                    .replace("\"", "") // around those that are words of SQL, such as position
                    .split(", "));
      } else if (columns != null && line.equals(END)) {
        return rows;
      } else if (columns != null) {
        String[] values = line.split("\t", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int at = 0; at < values.length; at++) {
          row.put(columns.get(at), values[at].equals("\\N") ? null : values[at]);
        }
        rows.add(row);
      }
    }
    throw new IllegalArgumentException("the dump has no table " + table);
  }

  private static List<String> tables(Connection connection) throws SQLException {
    return column(
        connection,
        """
        SELECT relname FROM pg_class
        WHERE relkind IN ('r', 'p') AND NOT relispartition AND relnamespace = 'public'::regnamespace
        ORDER BY relname COLLATE "C"
        """);
  }

  /** Without those that the database computes. */
  private static String columns(Connection connection, String table) throws SQLException {
    return String.join(
        ", ",
        column(
            connection,
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = '"
                + table
                + "'::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''"
                + " ORDER BY attnum"));
  }

  /** The one column of an answer. */
  static List<String> column(Connection connection, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** One or more statements. */
  static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

package vn.digitaltrust.sanctions.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.digitaltrust.journal.testing.Postgres;

/** The service's database past the service. */
public final class Rows {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Rows() {}

  /** Runs a statement as the superuser. */
  public static void run(String sql) throws SQLException {
    try (Connection database = Postgres.superuser("sanctions");
        Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The number that a query answers with. */
  public static long count(String sql) throws SQLException {
    try (Connection database = Postgres.superuser("sanctions");
        Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The types of the entries about one aggregate, in the order of the journal. */
  public static List<String> journal(String aggregate, String id) throws SQLException {
    try (Connection database = Postgres.superuser("sanctions");
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select type from journal_entry where aggregate = '%s' and aggregate_id = '%s'"
                        .formatted(aggregate, id)
                    + " order by position")) {
      List<String> types = new ArrayList<>();
      while (row.next()) {
        types.add(row.getString(1));
      }
      return types;
    }
  }

  /** Something that reads or changes rows. */
  public interface Work {
    void run() throws SQLException;
  }

  /** Does something while the journal takes no entry about one aggregate. */
  public static void whileUntellable(String aggregate, Work work) throws SQLException {
    run(
        """
        create function untellable() returns trigger language plpgsql as
          $$ begin raise exception 'untellable'; end $$;
        create trigger untellable before insert on journal_entry for each row
          when (new.aggregate_id = '%s') execute function untellable();
        """
            .formatted(aggregate));
    try {
      work.run();
    } finally {
      run("drop trigger untellable on journal_entry; drop function untellable()");
    }
  }

  /** In how many rows of the whole database a word still stands. */
  public static long with(String word) throws SQLException {
    long found = 0;
    try (Connection database = Postgres.superuser("sanctions");
        Statement tables = database.createStatement();
        ResultSet table =
            tables.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
      while (table.next()) {
        String text =
            table.getString(1).equals("journal_entry")
                ? "convert_from(payload, 'UTF8')"
                : "cast(it as text)";
        found +=
            count(
                "select count(*) from %s it where %s like '%%%s%%'"
                    .formatted(table.getString(1), text, word));
      }
    }
    return found;
  }

  /** Waits until a connection of the service waits for a lock that another one holds. */
  public static void awaitSomebodyWaiting() throws SQLException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (count("select count(*) from pg_locks where not granted") == 0) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("nobody waits for a lock");
      }
      Thread.onSpinWait();
    }
  }
}

package vn.digitaltrust.sanctions.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * SAN-160: makes the form of all names by which they are looked for, some at a time so that memory
 * lasts. It is one transaction: one that was broken off begins anew with the next start.
 */
public final class V19_1__FoldedNames extends BaseJavaMigration {
  private static final int AT_ONCE = 5_000;

  /** Made by Flyway. */
  public V19_1__FoldedNames() {}

  @Override
  public void migrate(Context context) throws SQLException {
    var connection = context.getConnection();
    fold(connection);
    try (var statement = connection.createStatement()) {
      statement.execute("alter table subject_name alter column folded set not null");
      statement.execute(
          "create index subject_name_folded on subject_name using gin (folded gin_trgm_ops)");
    }
  }

  /** Makes the form of all names. */
  static void fold(Connection connection) throws SQLException {
    try (var read =
            connection.prepareStatement(
                "select subject, name from subject_name where subject > ? order by subject limit "
                    + AT_ONCE);
        var write =
            connection.prepareStatement("update subject_name set folded = ? where subject = ?")) {
      var after = new UUID(0, 0);
      for (var more = true; more; ) {
        read.setObject(1, after);
        more = false;
        try (var names = read.executeQuery()) {
          while (names.next()) {
            more = true;
            after = names.getObject("subject", UUID.class);
            write.setString(1, ShownName.folded(names.getString("name")));
            write.setObject(2, after);
            write.addBatch();
          }
        }
        write.executeBatch();
      }
    }
  }
}

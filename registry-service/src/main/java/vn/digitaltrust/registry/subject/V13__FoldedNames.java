package vn.digitaltrust.registry.subject;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import vn.digitaltrust.vocabulary.Folding;

/**
 * REG-92: makes the forms of all names by which they are compared, some at a time so that memory
 * lasts. It is one transaction: one that was broken off has changed nothing and begins anew with
 * the next start. The indexes are made afterwards, which is faster than to keep them up to date.
 */
public final class V13__FoldedNames extends BaseJavaMigration {
  private static final int AT_ONCE = 5_000;

  /** Made by Flyway. */
  public V13__FoldedNames() {}

  @Override
  public void migrate(Context context) throws SQLException {
    var connection = context.getConnection();
    fold(connection);
    try (var statement = connection.createStatement()) {
      statement.execute(
          "alter table subject_name alter column spelled set not null,"
              + " alter column joined set not null");
      statement.execute(
          "create index subject_name_folded on subject_name using gin (folded gin_trgm_ops)");
      statement.execute("create index subject_name_joined on subject_name (joined)");
    }
  }

  /** Makes the forms of all names. */
  static void fold(Connection connection) throws SQLException {
    try (var read =
            connection.prepareStatement(
                "select subject, place, value from subject_name where (subject, place) > (?, ?)"
                    + " order by subject, place limit "
                    + AT_ONCE);
        var write =
            connection.prepareStatement(
                "update subject_name set folded = ?, spelled = ?, joined = ?"
                    + " where subject = ? and place = ?")) {
      var subject = new UUID(0, 0);
      var place = -1;
      for (var more = true; more; ) {
        read.setObject(1, subject);
        read.setInt(2, place);
        more = false;
        try (var names = read.executeQuery()) {
          while (names.next()) {
            more = true;
            subject = names.getObject("subject", UUID.class);
            place = names.getInt("place");
            var folded = Folding.fold(names.getString("value"));
            write.setString(1, folded);
            write.setString(2, Folding.spelled(names.getString("value")));
            write.setString(3, Folding.joined(folded));
            write.setObject(4, subject);
            write.setInt(5, place);
            write.addBatch();
          }
        }
        write.executeBatch();
      }
    }
  }
}

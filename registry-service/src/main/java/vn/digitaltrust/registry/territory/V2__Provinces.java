package vn.digitaltrust.registry.territory;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.zip.CRC32;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import vn.digitaltrust.vocabulary.Provinces;

/** Loads the two lists of provinces of the vocabulary. */
public final class V2__Provinces extends BaseJavaMigration {

  /** Made by Flyway. */
  public V2__Provinces() {}

  /** Covers the lists: a changed list needs a new migration. */
  @Override
  public Integer getChecksum() {
    var checksum = new CRC32();
    checksum.update(String.join("\n", Provinces.nowRows()).getBytes(StandardCharsets.UTF_8));
    checksum.update(String.join("\n", Provinces.beforeRows()).getBytes(StandardCharsets.UTF_8));
    return (int) checksum.getValue();
  }

  @Override
  public void migrate(Context context) throws SQLException {
    var connection = context.getConnection();
    try (var insert =
        connection.prepareStatement(
            "insert into province (id, name, type, name_en) values (?, ?, ?, ?)")) {
      for (var province : Provinces.now().values()) {
        insert.setString(1, province.id());
        insert.setString(2, province.name());
        insert.setString(3, province.type());
        insert.setString(4, province.englishName());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (var insert =
        connection.prepareStatement(
            "insert into former_province (code, name, successor) values (?, ?, ?)")) {
      for (var former : Provinces.before().values()) {
        insert.setString(1, former.code());
        insert.setString(2, former.name());
        insert.setString(3, former.successor());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}

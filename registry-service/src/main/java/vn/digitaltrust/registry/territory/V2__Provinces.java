package vn.digitaltrust.registry.territory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** Loads the two lists of provinces from the files that the project keeps as reference. */
public final class V2__Provinces extends BaseJavaMigration {
  private static final String NOW = "/reference/provinces-2025.csv";
  private static final String BEFORE = "/reference/provinces-63-to-34.csv";

  /** Made by Flyway. */
  public V2__Provinces() {}

  /** Covers the files: a changed list needs a new migration. */
  @Override
  public Integer getChecksum() {
    var checksum = new CRC32();
    checksum.update(String.join("\n", rows(NOW)).getBytes(StandardCharsets.UTF_8));
    checksum.update(String.join("\n", rows(BEFORE)).getBytes(StandardCharsets.UTF_8));
    return (int) checksum.getValue();
  }

  @Override
  public void migrate(Context context) throws SQLException {
    insert(context, NOW, "insert into province (id, name, type, name_en) values (?, ?, ?, ?)");
    insert(
        context,
        BEFORE,
        "insert into former_province (code, name, successor) values (?, ?, '2025:' || ?)");
  }

  private static void insert(Context context, String file, String sql) throws SQLException {
    try (var insert = context.getConnection().prepareStatement(sql)) {
      for (var row : rows(file)) {
        var f = row.split(",", -1);
        if (file.equals(NOW)) {
          insert.setString(1, Territories.LIST + ":" + f[0]);
          insert.setString(2, f[1]);
          insert.setString(3, f[2]);
          insert.setString(4, f[4]);
        } else {
          insert.setString(1, f[0]);
          insert.setString(2, f[1]);
          insert.setString(3, f[2]);
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The rows without the heading. */
  static List<String> rows(String file) {
    try (var in = V2__Provinces.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    } catch (IOException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
  }
}

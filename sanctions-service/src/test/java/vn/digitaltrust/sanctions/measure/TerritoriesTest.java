package vn.digitaltrust.sanctions.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.vocabulary.Provinces;

class TerritoriesTest {
  private static final Pattern ROW = Pattern.compile("\\('(\\d{4})', '(\\d{2})', '([^']+)'\\)");

  @Test
  @DisplayName("the table that the first migration filled has the provinces of the vocabulary")
  void asMigrated() throws IOException {
    try (var file = getClass().getResourceAsStream("/db/migration/V1__catalogues.sql")) {
      var sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> migrated =
          ROW.matcher(sql)
              .results()
              .collect(
                  Collectors.toMap(
                      row -> row.group(1) + ":" + row.group(2),
                      row -> row.group(3),
                      (one, other) -> one,
                      TreeMap::new));
      assertEquals(
          Provinces.now().values().stream()
              .collect(Collectors.toMap(Provinces.Province::id, Provinces.Province::name)),
          migrated);
    }
  }
}

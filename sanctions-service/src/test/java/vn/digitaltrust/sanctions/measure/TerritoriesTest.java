package vn.digitaltrust.sanctions.measure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Provinces;

class TerritoriesTest {
  private static final Pattern ROW = Pattern.compile("\\('(\\d{4})', '(\\d{2})', '([^']+)'\\)");

  private static Scope scope(String... territories) {
    return new Scope(null, null, null, new TreeSet<>(Set.of(territories)), null);
  }

  @Test
  @DisplayName("SAN-40 a territory exists in its list; a bare code is one of today's list")
  void exists() {
    assertDoesNotThrow(() -> Territories.check(scope("79", "2025:01")));
    for (String code : new String[] {"02", "2025:02", "2008:79", "2025:99"}) {
      Refusal refusal = assertThrows(Refusal.class, () -> Territories.check(scope("79", code)));
      assertEquals(Kind.RULE_REFUSED, refusal.kind());
    }
  }

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

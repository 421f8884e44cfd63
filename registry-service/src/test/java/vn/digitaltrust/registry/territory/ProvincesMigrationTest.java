package vn.digitaltrust.registry.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProvincesMigrationTest {
  @Test
  @DisplayName("the migration is the one that databases of the releases before have applied")
  void staysAsItWas() {
    var migration = new V2__Provinces();
    assertEquals("2", migration.getVersion().getVersion());
    assertEquals("Provinces", migration.getDescription());
    assertEquals(1_762_212_383, migration.getChecksum());
  }
}

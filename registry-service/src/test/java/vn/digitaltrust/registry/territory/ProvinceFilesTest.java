package vn.digitaltrust.registry.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("TER-1, TER-2 the lists of provinces")
class ProvinceFilesTest {
  @Test
  void haveThe34OfTodayAndEverySuccessorIsOneOfThem() {
    var now =
        V2__Provinces.rows("/reference/provinces-2025.csv").stream()
            .map(row -> row.split(",")[0])
            .collect(Collectors.toSet());
    var before = V2__Provinces.rows("/reference/provinces-63-to-34.csv");
    assertEquals(34, now.size());
    assertEquals(63, before.size());
    assertTrue(before.stream().allMatch(row -> now.contains(row.split(",")[2])));
  }
}

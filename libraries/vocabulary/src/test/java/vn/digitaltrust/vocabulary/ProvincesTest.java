package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("VOC-8, VOC-9 the lists of provinces")
class ProvincesTest {
  @Test
  @DisplayName("there are 34 today, and every one of the 63 before became part of one of them")
  void everySuccessorIsOneOfToday() {
    assertEquals(34, Provinces.now().size());
    assertEquals(63, Provinces.before().size());
    assertTrue(
        Provinces.before().values().stream()
            .allMatch(former -> Provinces.now().containsKey(former.successor())));
  }

  @Test
  @DisplayName("seven codes name another province than before")
  void codesThatChangedTheirMeaning() {
    List<String> changed =
        Provinces.before().values().stream()
            .filter(former -> Provinces.id(former.code()) != null)
            .filter(
                former ->
                    !former.name().equals(Provinces.now().get(Provinces.id(former.code())).name()))
            .map(Provinces.Former::code)
            .toList();
    assertEquals(List.of("15", "24", "44", "52", "80", "82", "91"), changed);
  }

  @Test
  @DisplayName("a code is read with its list or without; another list is not known")
  void id() {
    assertEquals("2025:79", Provinces.id("79"));
    assertEquals("2025:79", Provinces.id("2025:79"));
    assertNull(Provinces.id("02"));
    assertNull(Provinces.id("2024:79"));
    assertNull(Provinces.id("2025:"));
    assertEquals("Hồ Chí Minh", Provinces.now().get("2025:79").name());
  }
}

package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  @DisplayName("seven codes name another province than before, and each is told with both")
  void codesThatChangedTheirMeaning() {
    List<String> changed =
        Provinces.before().keySet().stream()
            .filter(code -> "province.ambiguous".equals(fault(code).key()))
            .toList();
    assertEquals(List.of("15", "24", "44", "52", "80", "82", "91"), changed);
    assertArrayEquals(
        new Object[] {"2025:15", "Lào Cai", "Yên Bái", "2025:15", "Lào Cai"},
        fault("15").arguments());
  }

  @Test
  @DisplayName("VOC-8 a code is read with its list; without it, it is refused and told with it")
  void withItsList() {
    assertEquals("2025:79", Provinces.require("2025:79"));
    assertEquals("Hồ Chí Minh", Provinces.now().get("2025:79").name());
    assertEquals("province.no-version", fault("79").key());
    assertArrayEquals(new Object[] {"2025:79", "Hồ Chí Minh"}, fault("79").arguments());
  }

  @ParameterizedTest
  @CsvSource({
    "2024:77, province.former",
    "2024:14, province.former",
    "2024:79, province.former",
    "2004:15, province.former",
    "2025:77, province.former",
    "77, province.former",
    "2025:99, province.unknown",
    "00, province.unknown",
    "1, province.form",
    "2025:1, province.form",
    "2025:, province.form",
    "'', province.form",
    ":79, province.form",
    "2025:79:79, province.form",
    "2025-79, province.form",
    "2025:７９, province.form",
    "hanoi, province.form"
  })
  @DisplayName("VOC-9 what is no code of today is refused by its fault")
  void refused(String text, String key) {
    assertEquals(key, fault(text).key());
  }

  @Test
  @DisplayName("VOC-9 every one of the 63 is told where it belongs today")
  void everyFormerUnit() {
    Provinces.before()
        .forEach(
            (code, former) -> {
              Refused told = fault("2024:" + code);
              assertEquals("province.former", told.key());
              assertArrayEquals(
                  new Object[] {
                    code,
                    former.name(),
                    former.successor(),
                    Provinces.now().get(former.successor()).name()
                  },
                  told.arguments());
            });
  }

  private static Refused fault(String text) {
    return assertThrows(Refused.class, () -> Provinces.require(text));
  }
}

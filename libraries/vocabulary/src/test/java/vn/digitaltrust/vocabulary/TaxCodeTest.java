package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("VOC-3 a tax code has valid check digits")
class TaxCodeTest {

  @ParameterizedTest
  @CsvSource({
    "0100109106, 0100109106",
    "0100047516, 0100047516",
    "0101243150, 0101243150",
    "0300588569, 0300588569",
    "0100112437, 0100112437",
    "0100109106-001, 0100109106-001",
    "0100109106001, 0100109106-001",
    "0100109106-999, 0100109106-999"
  })
  void isACode(String text, String canonical) {
    assertEquals(canonical, TaxCode.canonical(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100109107", // check digit
        "1000109106", // neighbours swapped
        "010010910", // 9 digits
        "01001091060", // 11 digits
        "0100109106-000", // no branch 000
        "0100109106000",
        "0100109106-01",
        "0100109106-0001",
        "0100109106 001",
        " 0100109106",
        "0100109106 ",
        "01001O9106", // a letter
        "\u0660\u0661\u0660\u0660\u0661\u0660\u0669\u0661\u0660\u0666", // Arabic digits
        ""
      })
  void isNoCode(String text) {
    assertNull(TaxCode.canonical(text));
  }

  @Test
  @DisplayName("of the ten last digits exactly one is right, and none where the rule gives ten")
  void onlyOneCheckDigitIsRight() {
    var right = 0;
    var without = 0;
    for (var stem = 10_000_001; stem < 10_001_000; stem++) {
      var valid = 0;
      for (var last = 0; last < 10; last++) {
        valid += TaxCode.canonical("0%08d%d".formatted(stem, last)) == null ? 0 : 1;
      }
      right += valid == 1 ? 1 : 0;
      without += valid == 0 ? 1 : 0;
    }
    assertEquals(999, right + without);
    assertEquals(true, without > 60 && without < 120, "a result of ten is one in eleven");
  }

  @Test
  @DisplayName("nothing begins with 00, and nothing has seven zeros in the middle")
  void neverAllZeros() {
    for (var last = 0; last < 10; last++) {
      assertNull(TaxCode.canonical("001234567" + last));
      assertNull(TaxCode.canonical("010000000" + last));
    }
    assertNotNull(find("01000000"));
  }

  /** The first code with this stem, to show that one more digit than the zeros is enough. */
  private static String find(String stem) {
    for (var n = 10; n < 100; n++) {
      if (TaxCode.canonical(stem + n) != null) {
        return stem + n;
      }
    }
    return null;
  }
}

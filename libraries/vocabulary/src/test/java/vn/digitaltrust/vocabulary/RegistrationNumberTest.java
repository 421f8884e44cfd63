package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("VOC-2 a registration number carries an ISO 7064 MOD 37,36 check character")
class RegistrationNumberTest {

  @Test
  @DisplayName(
      "gives M for A1-2425G-ABC1234002, the worked example of the Global Release Identifier")
  void knownExample() {
    assertEquals('M', CheckCharacter.of("A12425GABC1234002"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "KOL-",
        "KOL-1",
        "KOL-1000000",
        "10000001",
        "KOL-10000001-",
        "KOL_10000001A",
        "KOC-10000001A"
      })
  void isNone(String text) {
    assertNull(RegistrationNumber.canonical(text));
  }

  @ParameterizedTest
  @CsvSource({
    "KOL-1, number.short",
    "KOL-10000001, number.short",
    "KOL-1000000110000001111A, number.long",
    "KOL-100000010, number.check",
    "KOL-1000000A1, number.form",
    "IT-00000001W, number.form"
  })
  @DisplayName("VOC-2, VOC-14 a number that is none is refused by its fault")
  void faults(String text, String key) {
    Refused refused = assertThrows(Refused.class, () -> RegistrationNumber.require(text));
    assertEquals(key, refused.key());
    assertArrayEquals(new Object[] {"KOL-100000011", 13, 23}, refused.arguments());
  }

  @Property
  void readsWhatItMakes(@ForAll @LongRange(min = 10_000_001L, max = 999_999_999_999L) long value) {
    var number = RegistrationNumber.of(value);
    assertEquals(number, RegistrationNumber.canonical(number));
    assertEquals(number, RegistrationNumber.canonical(" " + number.toLowerCase() + " "));
  }

  @Property
  @Label("one wrong digit is always caught")
  void catchesEveryWrongDigit(
      @ForAll @LongRange(min = 10_000_001L, max = 99_999_999L) long value,
      @ForAll @IntRange(min = 4, max = 11) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    var number = new StringBuilder(RegistrationNumber.of(value));
    var wrong = (char) ('0' + (number.charAt(place) - '0' + by) % 10);
    number.setCharAt(place, wrong);
    assertNull(RegistrationNumber.canonical(number.toString()));
  }

  @Property
  @Label("a wrong check character is always caught")
  void catchesEveryWrongCheck(
      @ForAll @LongRange(min = 10_000_001L, max = 99_999_999L) long value,
      @ForAll @IntRange(min = 0, max = 35) int other) {
    var number = RegistrationNumber.of(value);
    var stem = number.substring(0, number.length() - 1);
    var wrong = stem + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(other);
    assertEquals(wrong.equals(number) ? number : null, RegistrationNumber.canonical(wrong));
  }

  @Test
  @DisplayName("of neighbours that change places nearly all are caught")
  void catchesNearlyAllSwaps() {
    var swaps = 0;
    var missed = 0;
    for (var value = 12_345_678L; value < 12_347_678L; value++) {
      var number = RegistrationNumber.of(value);
      for (var place = 4; place < 11; place++) {
        var swapped = new StringBuilder(number);
        swapped.setCharAt(place, number.charAt(place + 1));
        swapped.setCharAt(place + 1, number.charAt(place));
        if (!swapped.toString().equals(number)) {
          swaps++;
          missed += RegistrationNumber.canonical(swapped.toString()) == null ? 0 : 1;
        }
      }
    }
    assertTrue(missed * 20 < swaps, missed + " of " + swaps + " were missed");
  }
}

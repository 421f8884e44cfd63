package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateNumberTest {

  @Property
  @Label("VOC-4 every number is well formed")
  void wellFormed(@ForAll @LongRange(min = 1, max = 99_999_999) long sequence) {
    String number = CertificateNumber.of(sequence);
    assertEquals(number, CertificateNumber.require(number));
    assertEquals(number, CertificateNumber.require(" " + number.toLowerCase() + " "));
  }

  @Property
  @Label("VOC-4 a number with one digit mistyped is not well formed")
  void oneDigit(
      @ForAll @LongRange(min = 1, max = 99_999_999) long sequence,
      @ForAll @IntRange(min = 3, max = 10) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    char[] number = CertificateNumber.of(sequence).toCharArray();
    number[place] = (char) ('0' + (number[place] - '0' + by) % 10);
    assertEquals("number.check", fault(new String(number)));
  }

  @Test
  @DisplayName("VOC-4 the check character is that of ISO 7064 MOD 37,36")
  void checkCharacter() {
    // The example of the Global Release Identifier standard, which uses the same scheme.
    assertEquals('M', CheckCharacter.of("A12425GABC1234002"));
    assertEquals("IT-00000001W", CertificateNumber.of(1));
    assertThrows(IllegalArgumentException.class, () -> CertificateNumber.of(0));
    assertThrows(IllegalArgumentException.class, () -> CertificateNumber.of(100_000_000));
  }

  @ParameterizedTest
  @CsvSource({
    "IT-1, number.short",
    "IT-, number.short",
    "IT-0000001W, number.short",
    "IT-000000001W, number.long",
    "IT-00000001W0, number.form",
    "IT-00000001X, number.check",
    "IT-00000001-, number.form",
    "KOL-100000011, number.form",
    "'', number.form"
  })
  @DisplayName("VOC-4, VOC-14 a number that is none is refused by its fault")
  void faults(String text, String key) {
    assertEquals(key, fault(text));
  }

  private static String fault(String text) {
    return assertThrows(Refused.class, () -> CertificateNumber.require(text)).key();
  }
}

package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CertificateNumberTest {

  @Property
  @Label("VOC-4 every number is well formed")
  void wellFormed(@ForAll @LongRange(min = 1, max = 99_999_999) long sequence) {
    assertTrue(CertificateNumber.isWellFormed(CertificateNumber.of(sequence)));
  }

  @Property
  @Label("VOC-4 a number with one digit mistyped is not well formed")
  void oneDigit(
      @ForAll @LongRange(min = 1, max = 99_999_999) long sequence,
      @ForAll @IntRange(min = 3, max = 10) int place,
      @ForAll @IntRange(min = 1, max = 9) int by) {
    char[] number = CertificateNumber.of(sequence).toCharArray();
    number[place] = (char) ('0' + (number[place] - '0' + by) % 10);
    assertFalse(CertificateNumber.isWellFormed(new String(number)));
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
}

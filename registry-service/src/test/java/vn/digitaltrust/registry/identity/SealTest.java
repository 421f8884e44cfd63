package vn.digitaltrust.registry.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealTest {
  private static final UUID LINH = new UUID(1, 1);
  private static final UUID NAM = new UUID(2, 2);
  private static final PersonalIdNumber NUMBER = PersonalIdNumber.of("000000000123");
  private final Seal seal =
      new Seal(java.util.Optional.of("a secret of the tests, 32 characters or more"));
  private final Seal other =
      new Seal(java.util.Optional.of("another secret of the tests, just as long"));

  @Test
  @DisplayName("ID-2 what is sealed opens again, and never twice to the same bytes")
  void opensAgain() {
    var first = seal.seal(LINH, NUMBER);
    var second = seal.seal(LINH, NUMBER);
    assertEquals("000000000123", seal.open(LINH, first).digits());
    assertFalse(Arrays.equals(first, second));
    assertFalse(new String(first, StandardCharsets.ISO_8859_1).contains("000000000123"));
  }

  @Test
  @DisplayName("ID-2 a seal is bound to its subject, its key and its bytes")
  void isBound() {
    var sealed = seal.seal(LINH, NUMBER);
    assertThrows(IllegalStateException.class, () -> seal.open(NAM, sealed));
    assertThrows(IllegalStateException.class, () -> other.open(LINH, sealed));
    var changed = sealed.clone();
    changed[changed.length - 1] ^= 1;
    assertThrows(IllegalStateException.class, () -> seal.open(LINH, changed));
    var format = sealed.clone();
    format[0] = 9;
    assertThrows(IllegalStateException.class, () -> seal.open(LINH, format));
  }

  @Test
  @DisplayName("ID-2 marks are equal for equal numbers and depend on the key")
  void marks() {
    assertArrayEquals(seal.mark(NUMBER), seal.mark(PersonalIdNumber.of("000000000123")));
    assertFalse(Arrays.equals(seal.mark(NUMBER), seal.mark(PersonalIdNumber.of("000000000124"))));
    assertFalse(Arrays.equals(seal.mark(NUMBER), other.mark(NUMBER)));
  }

  @ParameterizedTest
  @DisplayName("ID-1 a number is twelve digits")
  @ValueSource(
      strings = {
        "",
        "00000000012",
        "0000000001234",
        "00000000012a",
        "000 000 000 123",
        "٠٠٠٠٠٠٠٠٠١٢٣"
      })
  void isNoNumber(String text) {
    assertNull(PersonalIdNumber.of(text));
  }

  @Test
  @DisplayName("ID-2 a number shows nothing of itself in a log")
  void showsNothing() {
    assertFalse(NUMBER.toString().matches(".*\\d.*"));
    assertEquals("123", NUMBER.end());
  }
}

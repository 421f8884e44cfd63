package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnamTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2027-01-15T02:00:00Z, 2027-01-15T02:00:00Z",
    "2027-01-15T09:00:00+07:00, 2027-01-15T02:00:00Z",
    "1900-01-01T00:00:00Z, 1900-01-01T00:00:00Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z"
  })
  @DisplayName("VOC-7 an instant is read with its offset")
  void read(String text, String instant) {
    assertEquals(Instant.parse(instant), VietnamTime.instant(text));
  }

  @Test
  @DisplayName("VOC-14 a plus that became a blank is told to be written %2B")
  void plus() {
    Refused refused =
        assertThrows(Refused.class, () -> VietnamTime.instant("2027-01-15T09:00:00 07:00"));
    assertEquals("instant.plus", refused.key());
    assertArrayEquals(new Object[] {"2027-01-15T09:00:00%2B07:00"}, refused.arguments());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "2027-01-15",
        "2027-01-15 09:00:00Z",
        "2027-01-15T09:00:00",
        "2027-01-15T09:00:00 ",
        "1899-12-31T23:59:59Z",
        "+10000-01-01T00:00:00Z",
        "tomorrow"
      })
  @DisplayName("VOC-14 what is no instant is refused as such")
  void none(String text) {
    Refused refused = assertThrows(Refused.class, () -> VietnamTime.instant(text));
    assertEquals("instant.form", refused.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "today", "15/01/2027", "2027-1-15", "2027-02-30", "1899-12-31"})
  @DisplayName("VOC-14 what is no day is refused as such")
  void noDay(String text) {
    assertEquals("day.form", assertThrows(Refused.class, () -> VietnamTime.day(text)).key());
    assertEquals(LocalDate.of(2027, 1, 15), VietnamTime.day("2027-01-15"));
  }
}

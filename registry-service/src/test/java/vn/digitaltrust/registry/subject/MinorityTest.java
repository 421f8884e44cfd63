package vn.digitaltrust.registry.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("REG-5 who is under 16 needs a guardian")
class MinorityTest {

  @ParameterizedTest(name = "born {0}, on {1}: minor {2}")
  @CsvSource({
    "2010-11-24, 2026-11-23, true",
    "2010-11-24, 2026-11-24, false",
    "2010-11-24, 2026-11-25, false",
    "2010-11-25, 2026-11-24, true",
    "2012-02-29, 2028-02-28, true",
    "2012-02-29, 2028-02-29, false",
    "2026-11-23, 2026-11-24, true",
    "1950-01-01, 2026-11-24, false"
  })
  void byBirthDate(LocalDate birthDate, LocalDate today, boolean minor) {
    assertEquals(minor, Minority.isMinor(birthDate, today));
  }

  @ParameterizedTest
  @CsvSource("2026-11-24")
  @DisplayName("without a birth date nobody is taken for a minor")
  void unknownAge(LocalDate today) {
    assertEquals(false, Minority.isMinor(null, today));
  }
}

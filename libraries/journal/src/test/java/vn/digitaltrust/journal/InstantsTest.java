package vn.digitaltrust.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
  @ParameterizedTest
  @DisplayName("What Instant reads, and refuses, is read and refused alike")
  @ValueSource(
      strings = {
        "2026-01-31T12:00:00Z",
        "2026-01-31T23:59:59.999999999Z",
        "2026-01-31T12:00:00.1Z",
        "2026-01-31T12:00:00.000001Z",
        "2026-01-31T12:00:00.Z",
        "2026-01-31T12:00:00.1234567890Z",
        "2026-01-31T12:00:00,5Z",
        "2026-01-31T12:00:00.5",
        "2026-01-31T12:00:00+07:00",
        "2026-01-31T12:00Z",
        "2026-01-31t12:00:00z",
        "2026-02-29T12:00:00Z",
        "2024-02-29T12:00:00Z",
        "1900-02-29T12:00:00Z",
        "2026-04-31T12:00:00Z",
        "2026-00-01T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-01-00T12:00:00Z",
        "2026-01-31T24:00:00Z",
        "2026-01-31T24:00:01Z",
        "2026-01-31T12:60:00Z",
        "2026-01-31T12:00:60Z",
        "2016-12-31T23:59:60Z",
        "0000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "+10000-01-01T00:00:00Z",
        "1969-12-31T23:59:59.5Z",
        "20a6-01-31T12:00:00Z",
        "2026-01-31T12:00:0٣Z",
        "2026-01-31T12:00:00.12x4Z",
        "2026-01-31 12:00:00Z",
        "2026/01/31T12:00:00Z",
        "Z",
        ""
      })
  void alike(String text) {
    assertEquals(outcome(() -> Instant.parse(text)), outcome(() -> Instants.parse(text)));
  }

  @Test
  @DisplayName("Whatever an instant writes, it is read again")
  void any() {
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      int nanos = (int) Math.pow(10, random.nextInt(10)) * random.nextInt(9) % 1_000_000_000;
      Instant instant =
          Instant.ofEpochSecond(random.nextLong(-62_167_219_200L, 253_402_300_800L), nanos);
      assertEquals(instant, Instants.parse(instant.toString()));
    }
  }

  private static String outcome(java.util.function.Supplier<Instant> reading) {
    try {
      return reading.get().toString();
    } catch (DateTimeException refused) {
      return refused.getClass() + " " + refused.getMessage();
    }
  }
}

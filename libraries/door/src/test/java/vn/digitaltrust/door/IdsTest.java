package vn.digitaltrust.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdsTest {
  /** Later than any clock of this machine, so that no other test has taken an id behind it. */
  private static final Instant NOW = Instant.parse("2200-01-31T12:00:00.123Z");

  @Test
  @DisplayName("an id is a UUID of version 7 that carries the time")
  void version7() {
    UUID id = Ids.next(NOW);
    assertEquals(7, id.version());
    assertEquals(2, id.variant());
    long time = id.getMostSignificantBits() >>> 16;
    assertTrue(time >= NOW.toEpochMilli() && time <= NOW.toEpochMilli() + 1_000);
  }

  @Test
  @DisplayName("ids sort as they were made, also by a clock that stands or goes back")
  void ordered() {
    Stream<Instant> clock =
        IntStream.range(0, 20_000).mapToObj(i -> NOW.minus(Duration.ofMillis(i % 7)));
    long[] made = clock.mapToLong(now -> Ids.next(now).getMostSignificantBits()).toArray();
    for (int i = 1; i < made.length; i++) {
      assertTrue(Long.compareUnsigned(made[i - 1], made[i]) < 0);
    }
  }
}

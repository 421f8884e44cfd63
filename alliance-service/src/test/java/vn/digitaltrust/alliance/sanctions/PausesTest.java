package vn.digitaltrust.alliance.sanctions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.vocabulary.Span;

class PausesTest {
  private static final Span RIGHT = new Span(Instant.EPOCH, null);

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  /** One second of pause every {@code step} seconds. */
  private static List<Suspension> every(int step, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> pause(i * (long) step, i * (long) step + 1))
        .toList();
  }

  private static Suspension pause(long from, long until) {
    return new Suspension(UUID.randomUUID(), at(from), at(until));
  }

  @Test
  @DisplayName("ALL-27 two hundred pauses are told as they are")
  void few() {
    List<Suspension> all = every(1, 200);
    assertEquals(all, Pauses.bounded(all));
  }

  @Test
  @DisplayName("ALL-27 of more, those that overlap or follow at once are joined")
  void joined() {
    List<Suspension> touching = every(1, 201);
    assertEquals(
        List.of(new Suspension(touching.get(0).measure(), at(0), at(201))),
        Pauses.bounded(touching));
    Suspension endless = new Suspension(UUID.randomUUID(), at(50), null);
    List<Suspension> open = Stream.concat(touching.stream(), Stream.of(endless)).toList();
    assertEquals(
        List.of(new Suspension(touching.get(0).measure(), at(0), null)), Pauses.bounded(open));
  }

  @Test
  @DisplayName("ALL-27 and then the oldest; what was paused stays paused")
  void oldest() {
    List<Suspension> apart = every(10, 300);
    List<Suspension> told = Pauses.bounded(apart);
    assertEquals(200, told.size());
    assertEquals(new Suspension(apart.get(0).measure(), at(0), at(1_001)), told.get(0));
    assertEquals(apart.subList(101, 300), told.subList(1, 200));
    for (Suspension pause : apart) {
      assertTrue(told.stream().anyMatch(it -> it.span().contains(pause.startsAt())));
    }
  }

  @Test
  @DisplayName("ALL-27 a hundred measures with stays are a consequence that an entry can tell")
  void consequence() {
    List<Measure> measures =
        IntStream.range(0, 100)
            .mapToObj(
                i -> {
                  Span whole = new Span(at(i * 100L), at(i * 100L + 90));
                  List<Span> stays =
                      List.of(
                          new Span(at(i * 100L + 10), at(i * 100L + 20)),
                          new Span(at(i * 100L + 30), at(i * 100L + 40)));
                  UUID id = UUID.randomUUID();
                  return new Measure(
                      id,
                      id,
                      MeasureKind.MEMBERSHIP_SUSPENSION,
                      "G",
                      whole.startsAt(),
                      whole.endsAt(),
                      stays,
                      null,
                      null);
                })
            .toList();
    Consequence told =
        Consequence.of(
            measures, MeasureKind.MEMBERSHIP_SUSPENSION, MeasureKind.MEMBERSHIP_EXCLUSION, RIGHT);
    assertEquals(200, told.suspensions().size());
  }
}

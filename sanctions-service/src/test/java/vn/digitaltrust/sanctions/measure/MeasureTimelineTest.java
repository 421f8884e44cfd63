package vn.digitaltrust.sanctions.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.digitaltrust.vocabulary.Span;

class MeasureTimelineTest {
  private static Instant t(long second) {
    return Instant.ofEpochSecond(second);
  }

  private static final Span WHOLE = Span.inOrder(t(100), t(200));

  @ParameterizedTest(name = "at {0}: {1}")
  @DisplayName("SAN-43 the start is in, the end is out, a stay takes the effect away")
  @CsvSource({
    "99, SCHEDULED",
    "100, IN_FORCE",
    "119, IN_FORCE",
    "120, STAYED",
    "139, STAYED",
    "140, IN_FORCE",
    "199, IN_FORCE",
    "200, EXPIRED"
  })
  void boundaries(long at, MeasureStatus expected) {
    var timeline = new MeasureTimeline(WHOLE, List.of(Span.inOrder(t(120), t(140))), null);
    assertEquals(expected, timeline.at(t(at)));
    assertEquals(expected == MeasureStatus.IN_FORCE, timeline.inForce(t(at)));
  }

  @ParameterizedTest(name = "at {0}: {1}")
  @DisplayName("SAN-46 a lifted measure was in force until it was lifted")
  @CsvSource({"99, SCHEDULED", "100, IN_FORCE", "149, IN_FORCE", "150, LIFTED", "250, LIFTED"})
  void lifted(long at, MeasureStatus expected) {
    var end = new MeasureEnd(MeasureEnd.State.LIFTED, t(150), null);
    assertEquals(expected, new MeasureTimeline(WHOLE, List.of(), end).at(t(at)));
  }

  @Property
  @Label("SAN-46 an annulled measure was never in force, for any instant")
  void annulled(@ForAll @LongRange(min = 0, max = 400) long at) {
    var end = new MeasureEnd(MeasureEnd.State.ANNULLED, t(150), AnnulmentCause.WRONG_ACT);
    assertEquals(MeasureStatus.ANNULLED, new MeasureTimeline(WHOLE, List.of(), end).at(t(at)));
  }

  @Test
  @DisplayName("SAN-41 a measure with a day of review instead of an end does not expire")
  void endless() {
    var timeline = new MeasureTimeline(Span.inOrder(t(100), null), List.of(), null);
    assertTrue(timeline.inForce(t(Integer.MAX_VALUE)));
  }

  @Property
  @Label("SAN-45 a stay takes effect away exactly inside itself and never moves the end")
  void stays(
      @ForAll @LongRange(min = 0, max = 300) long from,
      @ForAll @LongRange(min = 0, max = 100) long length,
      @ForAll @LongRange(min = 0, max = 400) long at) {
    var plain = new MeasureTimeline(WHOLE, List.of(), null).at(t(at));
    var stay = Span.inOrder(t(from), t(from + length));
    var stayed = new MeasureTimeline(WHOLE, List.of(stay), null).at(t(at));
    if (plain == MeasureStatus.IN_FORCE && stay.contains(t(at))) {
      assertEquals(MeasureStatus.STAYED, stayed);
    } else {
      assertEquals(plain, stayed);
      assertNotEquals(MeasureStatus.STAYED, stayed);
    }
  }
}

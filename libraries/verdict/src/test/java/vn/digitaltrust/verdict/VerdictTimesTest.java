package vn.digitaltrust.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.digitaltrust.verdict.Limit.END;
import static vn.digitaltrust.verdict.Limit.INSIDE;
import static vn.digitaltrust.verdict.Limit.START;
import static vn.digitaltrust.verdict.Limit.limit;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.vocabulary.Span;

/** GW-7: when limits are in force. */
class VerdictTimesTest {
  @Test
  @DisplayName("GW-7 A limit begins with its first instant and ends before its last")
  void bounds() {
    assertEquals(Verdict.CLEAR, limit().verdictAt(START.minusNanos(1_000)));
    assertEquals(Verdict.RESTRICTED, limit().verdictAt(START));
    assertEquals(Verdict.RESTRICTED, limit().verdictAt(END.minusNanos(1_000)));
    assertEquals(Verdict.CLEAR, limit().verdictAt(END));
  }

  @Test
  @DisplayName("GW-7 A limit without an end does not end")
  void open() {
    Limit open = limit();
    open.span = new Span(START, null);
    assertEquals(Verdict.RESTRICTED, open.verdictAt(END.plusSeconds(1_000_000_000)));
  }

  @Test
  @DisplayName("GW-7 Lifted: until then it was right, from then it is over")
  void lifted() {
    Limit lifted = limit();
    lifted.liftedAt = INSIDE;
    assertEquals(Verdict.RESTRICTED, lifted.verdictAt(INSIDE.minusNanos(1_000)));
    assertEquals(Verdict.CLEAR, lifted.verdictAt(INSIDE));
  }

  @Test
  @DisplayName("GW-7 Lifted after its end by time: the earlier end counts")
  void liftedLate() {
    Limit lifted = limit();
    lifted.liftedAt = END.plusSeconds(5);
    assertEquals(Verdict.CLEAR, lifted.verdictAt(END));
  }

  @Test
  @DisplayName("GW-7 Annulled: it was never in force, at no time")
  void annulled() {
    Limit annulled = limit();
    annulled.annulled = true;
    for (Instant at : List.of(START, INSIDE, END.minusNanos(1_000), END)) {
      assertEquals(Verdict.CLEAR, annulled.verdictAt(at));
    }
  }

  @Test
  @DisplayName("GW-7 Stayed: not in force from the first instant of the stay until its end")
  void stayed() {
    Limit stayed = limit();
    stayed.stays.add(new Span(INSIDE, INSIDE.plusSeconds(60)));
    assertEquals(Verdict.RESTRICTED, stayed.verdictAt(INSIDE.minusNanos(1_000)));
    assertEquals(Verdict.CLEAR, stayed.verdictAt(INSIDE));
    assertEquals(Verdict.CLEAR, stayed.verdictAt(INSIDE.plusSeconds(60).minusNanos(1_000)));
    assertEquals(Verdict.RESTRICTED, stayed.verdictAt(INSIDE.plusSeconds(60)));
    assertEquals(Verdict.CLEAR, stayed.verdictAt(END));
  }

  @Test
  @DisplayName("GW-7 An open stay lasts; two stays hold each for itself")
  void stays() {
    Limit stayed = limit();
    stayed.stays.add(new Span(START, START.plusSeconds(10)));
    stayed.stays.add(new Span(INSIDE, null));
    assertEquals(Verdict.CLEAR, stayed.verdictAt(START));
    assertEquals(Verdict.RESTRICTED, stayed.verdictAt(START.plusSeconds(10)));
    assertEquals(Verdict.CLEAR, stayed.verdictAt(END.minusNanos(1_000)));
  }
}

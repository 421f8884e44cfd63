package vn.digitaltrust.alliance.sanctions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.digitaltrust.alliance.sanctions.MeasureKind.CERTIFICATE_SUSPENSION;
import static vn.digitaltrust.alliance.sanctions.MeasureKind.CERTIFICATE_WITHDRAWAL;
import static vn.digitaltrust.alliance.sanctions.MeasureKind.IRRELEVANT;
import static vn.digitaltrust.alliance.sanctions.MeasureKind.MEMBERSHIP_EXCLUSION;
import static vn.digitaltrust.alliance.sanctions.MeasureKind.MEMBERSHIP_SUSPENSION;
import static vn.digitaltrust.alliance.sanctions.MeasureKind.UNKNOWN;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.alliance.sanctions.Measure.End;
import vn.digitaltrust.vocabulary.Span;

class ConsequenceTest {
  private static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final Span RIGHT = span(10, 100);

  private static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  private static Span span(long from, long to) {
    return new Span(at(from), at(to));
  }

  private static Span since(long from) {
    return new Span(at(from), null);
  }

  private static Measure measure(
      MeasureKind kind, Span span, List<Span> stays, End end, Instant endedAt) {
    return new Measure(ID, ID, kind, "G-1", span.startsAt(), span.endsAt(), stays, end, endedAt);
  }

  private static Measure suspension(Span span, Span... stays) {
    return measure(CERTIFICATE_SUSPENSION, span, List.of(stays), null, null);
  }

  private static Measure withdrawal(Span span, Span... stays) {
    return measure(CERTIFICATE_WITHDRAWAL, span, List.of(stays), null, null);
  }

  private static Consequence of(Measure... measures) {
    return Consequence.of(List.of(measures), CERTIFICATE_SUSPENSION, CERTIFICATE_WITHDRAWAL, RIGHT);
  }

  private static List<Suspension> pauses(Span... spans) {
    return List.of(spans).stream()
        .map(span -> new Suspension(ID, span.startsAt(), span.endsAt()))
        .toList();
  }

  @Test
  @DisplayName("ALL-20 in force from its beginning to before its end")
  void inForce() {
    Measure measure = suspension(span(20, 30));
    assertFalse(measure.inForce(at(20).minusNanos(1)));
    assertTrue(measure.inForce(at(20)));
    assertTrue(measure.inForce(at(30).minusNanos(1)));
    assertFalse(measure.inForce(at(30)));
  }

  @Test
  @DisplayName("ALL-20 lifted: in force until the lifting, which never prolongs it")
  void lifted() {
    Measure early = measure(CERTIFICATE_SUSPENSION, span(20, 30), List.of(), End.LIFTED, at(25));
    assertEquals(List.of(span(20, 25)), early.net());
    Measure late = measure(CERTIFICATE_SUSPENSION, span(20, 30), List.of(), End.LIFTED, at(40));
    assertEquals(List.of(span(20, 30)), late.net());
    Measure before = measure(CERTIFICATE_SUSPENSION, span(20, 30), List.of(), End.LIFTED, at(20));
    assertEquals(List.of(), before.net());
    Measure open = measure(CERTIFICATE_SUSPENSION, since(20), List.of(), End.LIFTED, at(25));
    assertEquals(List.of(span(20, 25)), open.net());
  }

  @Test
  @DisplayName("ALL-23 annulled: never in force, not even before the annulment")
  void annulled() {
    Measure annulled = measure(CERTIFICATE_WITHDRAWAL, since(20), List.of(), End.ANNULLED, at(50));
    assertEquals(List.of(), annulled.net());
    assertEquals(Consequence.NONE, of(annulled));
  }

  @Test
  @DisplayName("ALL-21 a suspension pauses the right, but for its stays")
  void suspends() {
    assertEquals(pauses(span(20, 30)), of(suspension(span(20, 30))).suspensions());
    assertEquals(
        pauses(span(20, 22), span(25, 30)),
        of(suspension(span(20, 30), span(22, 25))).suspensions());
    assertEquals(pauses(), of(suspension(span(20, 30), since(20))).suspensions());
    assertEquals(pauses(since(40)), of(suspension(since(20), span(15, 40))).suspensions());
    assertNull(of(suspension(since(20))).endedAt());
  }

  @Test
  @DisplayName("ALL-21 only spans that touch the right count, and they count whole")
  void touchesTheRight() {
    assertEquals(pauses(), of(suspension(span(2, 10))).suspensions());
    assertEquals(pauses(span(2, 11)), of(suspension(span(2, 11))).suspensions());
    assertEquals(pauses(span(99, 200)), of(suspension(span(99, 200))).suspensions());
    assertEquals(pauses(), of(suspension(since(100))).suspensions());
  }

  @Test
  @DisplayName("ALL-22 a withdrawal ends the right when it begins, or at the right's own beginning")
  void withdraws() {
    assertEquals(new Consequence(List.of(), at(20)), of(withdrawal(since(20))));
    assertEquals(new Consequence(List.of(), at(20)), of(withdrawal(span(20, 30))));
    assertEquals(new Consequence(List.of(), at(10)), of(withdrawal(span(2, 11))));
  }

  @Test
  @DisplayName("ALL-22 a right that begins when the withdrawal is over is not touched")
  void withdrawalBefore() {
    assertEquals(Consequence.NONE, of(withdrawal(span(2, 10))));
    assertEquals(Consequence.NONE, of(withdrawal(since(100))));
  }

  @Test
  @DisplayName("ALL-22 before a stay a withdrawal only paused; it ends the right after the stay")
  void withdrawalStayed() {
    assertEquals(
        new Consequence(pauses(span(20, 30)), at(40)), of(withdrawal(since(20), span(30, 40))));
    assertEquals(new Consequence(pauses(span(20, 30)), null), of(withdrawal(since(20), since(30))));
    assertEquals(Consequence.NONE, of(withdrawal(since(20), since(20))));
    assertEquals(
        new Consequence(pauses(span(20, 30)), null), of(withdrawal(span(20, 40), span(30, 40))));
    assertEquals(
        new Consequence(pauses(span(20, 30)), null), of(withdrawal(span(20, 140), span(30, 110))));
  }

  @Test
  @DisplayName("ALL-23 lifting a withdrawal does not give the right back")
  void withdrawalLifted() {
    Measure lifted = measure(CERTIFICATE_WITHDRAWAL, since(20), List.of(), End.LIFTED, at(50));
    assertEquals(new Consequence(List.of(), at(20)), of(lifted));
  }

  @Test
  @DisplayName("several measures: all pauses, the earliest end")
  void several() {
    assertEquals(
        new Consequence(pauses(span(15, 25), span(20, 30)), at(40)),
        of(
            withdrawal(since(60)),
            suspension(span(20, 30)),
            withdrawal(since(40)),
            suspension(span(15, 25))));
  }

  @Test
  @DisplayName("ALL-26 an unknown kind pauses; kinds about other rights do nothing")
  void kinds() {
    assertEquals(
        new Consequence(pauses(since(20)), null),
        of(measure(UNKNOWN, since(20), List.of(), null, null)));
    for (MeasureKind other : List.of(MEMBERSHIP_SUSPENSION, MEMBERSHIP_EXCLUSION, IRRELEVANT)) {
      assertEquals(Consequence.NONE, of(measure(other, since(20), List.of(), null, null)));
    }
  }

  @Property(tries = 1_000)
  @Label("ALL-20 ALL-21 paused at an instant of the right exactly if a suspension is in force")
  void pausedMeansInForce(
      @ForAll("suspensions") List<Measure> measures, @ForAll("instants") Instant at) {
    Consequence consequence =
        Consequence.of(measures, CERTIFICATE_SUSPENSION, CERTIFICATE_WITHDRAWAL, RIGHT);
    boolean paused =
        consequence.suspensions().stream().anyMatch(pause -> pause.span().contains(at));
    boolean expected = measures.stream().anyMatch(measure -> inForceByContract(measure, at));
    assertEquals(expected, RIGHT.contains(at) && paused);
  }

  @Property(tries = 1_000)
  @Label("ALL-22 a right is off while a withdrawal is in force, and stays off unless stayed")
  void offWhileWithdrawn(@ForAll("withdrawals") Measure measure, @ForAll("instants") Instant at) {
    Consequence consequence =
        Consequence.of(List.of(measure), CERTIFICATE_SUSPENSION, CERTIFICATE_WITHDRAWAL, RIGHT);
    boolean off =
        consequence.endedAt() != null && !at.isBefore(consequence.endedAt())
            || consequence.suspensions().stream().anyMatch(pause -> pause.span().contains(at));
    if (inForceByContract(measure, at)) {
      assertTrue(off);
    } else if (measure.stays().stream().anyMatch(stay -> stay.contains(at))
        && measure.gross() != null
        && measure.gross().contains(at)) {
      assertFalse(off);
    }
  }

  /** The definition of the interface, word for word, beside the one that is tested. */
  private static boolean inForceByContract(Measure measure, Instant at) {
    Instant end = measure.endsAt();
    if (measure.end() == End.LIFTED && (end == null || measure.endedAt().isBefore(end))) {
      end = measure.endedAt();
    }
    return RIGHT.contains(at)
        && measure.end() != End.ANNULLED
        && !at.isBefore(measure.startsAt())
        && (end == null || at.isBefore(end))
        && measure.stays().stream().noneMatch(stay -> stay.contains(at));
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(5, 110).map(ConsequenceTest::at);
  }

  @Provide
  Arbitrary<List<Measure>> suspensions() {
    return measures(CERTIFICATE_SUSPENSION).list().ofMaxSize(3);
  }

  @Provide
  Arbitrary<Measure> withdrawals() {
    return measures(CERTIFICATE_WITHDRAWAL);
  }

  private Arbitrary<Measure> measures(MeasureKind kind) {
    Arbitrary<Span> spans =
        Combinators.combine(instants(), instants().injectNull(0.3))
            .as((from, to) -> new Span(from, to));
    return Combinators.combine(
            spans,
            spans.list().ofMaxSize(2),
            Arbitraries.of(End.values()).injectNull(0.5),
            instants())
        .as((span, stays, end, endedAt) -> measure(kind, span, stays, end, endedAt));
  }
}

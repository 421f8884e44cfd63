package vn.digitaltrust.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SpanTest {

  static Instant at(long second) {
    return Instant.ofEpochSecond(second);
  }

  static Span span(long from, long to) {
    return new Span(at(from), at(to));
  }

  static Span since(long from) {
    return new Span(at(from), null);
  }

  @Test
  @DisplayName("a span holds its first instant and not its end")
  void halfOpen() {
    assertFalse(span(1, 3).contains(at(1).minusNanos(1)));
    assertTrue(span(1, 3).contains(at(1)));
    assertTrue(span(1, 3).contains(at(3).minusNanos(1)));
    assertFalse(span(1, 3).contains(at(3)));
    assertTrue(since(1).contains(at(9_999_999)));
  }

  @Test
  @DisplayName("spans that only touch do not overlap, and an empty one overlaps nothing")
  void touching() {
    assertFalse(span(1, 3).overlaps(span(3, 5)));
    assertFalse(span(3, 5).overlaps(span(1, 3)));
    assertTrue(span(1, 4).overlaps(span(3, 5)));
    assertTrue(since(4).overlaps(since(1)));
    assertFalse(span(2, 2).overlaps(since(1)));
    assertFalse(since(1).overlaps(span(2, 2)));
    assertFalse(span(3, 2).overlaps(since(1)));
  }

  @Test
  @DisplayName("a cut takes out the middle, an end, everything or nothing")
  void whatACutTakes() {
    assertEquals(List.of(span(1, 3), span(5, 9)), span(1, 9).minus(List.of(span(3, 5))));
    assertEquals(List.of(span(3, 9)), span(1, 9).minus(List.of(span(0, 3))));
    assertEquals(List.of(span(1, 3)), span(1, 9).minus(List.of(since(3))));
    assertEquals(List.of(), span(1, 9).minus(List.of(span(1, 9))));
    assertEquals(List.of(span(1, 9)), span(1, 9).minus(List.of(span(9, 12), span(4, 4))));
    assertEquals(List.of(span(1, 3), since(5)), since(1).minus(List.of(span(3, 5))));
    assertEquals(List.of(), span(4, 4).minus(List.of()));
  }

  @Property(tries = 500)
  @Label("an instant is left over exactly if it was there and no cut takes it")
  void minusMeansPointByPoint(
      @ForAll("spans") Span span, @ForAll("cuts") List<Span> cuts, @ForAll("instants") Instant at) {
    boolean left = span.minus(cuts).stream().anyMatch(rest -> rest.contains(at));
    assertEquals(span.contains(at) && cuts.stream().noneMatch(cut -> cut.contains(at)), left);
  }

  @Property(tries = 500)
  @Label("what is left is in order of time, apart and never empty")
  void minusIsOrdered(@ForAll("spans") Span span, @ForAll("cuts") List<Span> cuts) {
    List<Span> rest = span.minus(cuts);
    for (int i = 0; i < rest.size(); i++) {
      assertFalse(rest.get(i).empty());
      if (i > 0) {
        assertTrue(rest.get(i - 1).endsAt().isBefore(rest.get(i).startsAt()));
      }
    }
  }

  @Property
  @Label("SAN-45 cutting a span leaves exactly the part before the cut")
  void cut(
      @ForAll("spans") Span span, @ForAll("instants") Instant cut, @ForAll("instants") Instant at) {
    assertEquals(span.contains(at) && at.isBefore(cut), span.cutAt(cut).contains(at));
  }

  @Property
  @Label("SAN-45 overlap is: some instant lies in both")
  void overlap(@ForAll("spans") Span one, @ForAll("spans") Span other) {
    boolean both =
        LongStream.rangeClosed(0, 20)
            .mapToObj(SpanTest::at)
            .anyMatch(at -> one.contains(at) && other.contains(at));
    assertEquals(both, one.overlaps(other));
    assertEquals(both, other.overlaps(one));
  }

  @Test
  @DisplayName("a span that is decided does not end before it starts; an empty one is allowed")
  void inOrder() {
    assertThrows(IllegalArgumentException.class, () -> Span.inOrder(at(2), at(1)));
    assertEquals(span(2, 2), Span.inOrder(at(2), at(2)));
    assertEquals(since(2), Span.inOrder(at(2), null));
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Arbitraries.longs().between(0, 12).map(SpanTest::at);
  }

  @Provide
  Arbitrary<Span> spans() {
    Arbitrary<Instant> ends = instants().injectNull(0.2);
    return instants().flatMap(from -> ends.map(to -> new Span(from, to)));
  }

  @Provide
  Arbitrary<List<Span>> cuts() {
    return spans().list().ofMaxSize(4);
  }
}

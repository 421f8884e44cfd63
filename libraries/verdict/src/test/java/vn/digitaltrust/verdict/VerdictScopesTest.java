package vn.digitaltrust.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.digitaltrust.verdict.Limit.END;
import static vn.digitaltrust.verdict.Limit.INSIDE;
import static vn.digitaltrust.verdict.Limit.START;
import static vn.digitaltrust.verdict.Limit.limit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.digitaltrust.vocabulary.Span;

/** GW-9, GW-10 and GW-2: what limits cover, and what exceptions and conditions take from them. */
class VerdictScopesTest {
  @ParameterizedTest
  @EnumSource(Side.class)
  @DisplayName("GW-9 In each dimension: all, asked and in it, asked and not in it, not asked")
  void dimensions(Side side) {
    Limit narrow = limit();
    narrow.scope = side.scope("A", "B");
    assertEquals(Verdict.RESTRICTED, narrow.verdict(side.ask("A")));
    assertEquals(Verdict.RESTRICTED, narrow.verdict(side.ask("B")));
    assertEquals(Verdict.CLEAR, narrow.verdict(side.ask("C")));
    assertEquals(Verdict.RESTRICTED, narrow.verdict(side.ask(null)));
    assertEquals(Verdict.RESTRICTED, limit().verdict(side.ask("C")));
    assertEquals(Verdict.RESTRICTED, limit().verdict(side.ask(null)));
  }

  /** All that the two of a pair can be towards what is asked. */
  enum Reach {
    ALL,
    COVERS,
    MISSES;

    Dimension dimension() {
      return this == ALL ? Dimension.ALL : Dimension.of(this == COVERS ? "A" : "B");
    }

    boolean covers(boolean asked) {
      return this != MISSES || !asked;
    }
  }

  static Stream<Object[]> allDimensions() {
    List<Object[]> cases = new ArrayList<>();
    for (int reaches = 0; reaches < 243; reaches++) {
      for (int asked = 0; asked < 32; asked++) {
        Reach[] each = new Reach[5];
        boolean[] ask = new boolean[5];
        int rest = reaches;
        for (int i = 0; i < 5; i++) {
          each[i] = Reach.values()[rest % 3];
          rest /= 3;
          ask[i] = (asked & 1 << i) != 0;
        }
        cases.add(new Object[] {each, ask});
      }
    }
    return cases.stream();
  }

  @Test
  @DisplayName("GW-9 A limit covers what was asked when no asked dimension is missed (7,776 cases)")
  void everyScopeAndQuestion() {
    allDimensions()
        .forEach(
            both -> {
              Reach[] reach = (Reach[]) both[0];
              boolean[] ask = (boolean[]) both[1];
              Limit limit = limit();
              limit.scope = scope(reach);
              boolean covered = true;
              for (int i = 0; i < 5; i++) {
                covered &= reach[i].covers(ask[i]);
              }
              assertEquals(
                  covered ? Verdict.RESTRICTED : Verdict.CLEAR, limit.verdict(question(ask)));
            });
  }

  private static Scope scope(Reach[] reach) {
    return new Scope(
        reach[0].dimension(),
        reach[1].dimension(),
        reach[2].dimension(),
        reach[3].dimension(),
        reach[4].dimension());
  }

  private static Question question(boolean[] ask) {
    return new Question(
        ask[0] ? "A" : null,
        ask[1] ? "A" : null,
        ask[2] ? "A" : null,
        ask[3] ? "A" : null,
        ask[4] ? "A" : null,
        INSIDE);
  }

  private static Limit excepted(Scope limit, Scope exception) {
    Limit excepted = limit();
    excepted.scope = limit;
    excepted.exceptions.add(new Measure.Permission(exception, new Span(START, END)));
    return excepted;
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  @DisplayName("GW-10 An exception decides where it permits all in which limit and question meet")
  void exceptions(Side side) {
    Scope all = Scope.ALL;
    // exception of everything: always
    assertEquals(Verdict.CONDITIONAL, excepted(all, all).verdict(side.ask(null)));
    assertEquals(Verdict.CONDITIONAL, excepted(all, all).verdict(side.ask("A")));
    // exception of a part: when the part is asked
    Limit part = excepted(all, side.scope("A"));
    assertEquals(Verdict.CONDITIONAL, part.verdict(side.ask("A")));
    assertEquals(Verdict.RESTRICTED, part.verdict(side.ask("B")));
    assertEquals(Verdict.RESTRICTED, part.verdict(side.ask(null)));
    // exception as wide as the limit, or wider: also when nothing is asked
    Limit whole = excepted(side.scope("A"), side.scope("A", "B"));
    assertEquals(Verdict.CONDITIONAL, whole.verdict(side.ask(null)));
    assertEquals(Verdict.CONDITIONAL, whole.verdict(side.ask("A")));
    assertEquals(Verdict.CLEAR, whole.verdict(side.ask("B")));
    // exception of less than the limit
    Limit less = excepted(side.scope("A", "B"), side.scope("A"));
    assertEquals(Verdict.RESTRICTED, less.verdict(side.ask(null)));
    assertEquals(Verdict.CONDITIONAL, less.verdict(side.ask("A")));
    assertEquals(Verdict.RESTRICTED, less.verdict(side.ask("B")));
  }

  @Test
  @DisplayName("GW-10 An exception begins with its first instant and ends before its last")
  void exceptionInTime() {
    Limit limit = limit();
    limit.exceptions.add(
        new Measure.Permission(Scope.ALL, new Span(INSIDE, INSIDE.plusSeconds(60))));
    assertEquals(Verdict.RESTRICTED, limit.verdictAt(INSIDE.minusNanos(1_000)));
    assertEquals(Verdict.CONDITIONAL, limit.verdictAt(INSIDE));
    assertEquals(Verdict.CONDITIONAL, limit.verdictAt(INSIDE.plusSeconds(60).minusNanos(1_000)));
    assertEquals(Verdict.RESTRICTED, limit.verdictAt(INSIDE.plusSeconds(60)));
  }

  @Test
  @DisplayName("GW-10 Two exceptions that each permit a part do not permit the whole together")
  void twoExceptions() {
    Limit limit = limit();
    limit.scope = Side.ACTIVITY.scope("A", "B");
    for (String part : List.of("A", "B")) {
      limit.exceptions.add(new Measure.Permission(Side.ACTIVITY.scope(part), new Span(START, END)));
    }
    assertEquals(Verdict.RESTRICTED, limit.verdict(Question.about(INSIDE)));
    assertEquals(Verdict.CONDITIONAL, limit.verdict(Side.ACTIVITY.ask("B")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("GW-2 A condition decides, but only where and while the limit covers")
  void conditions(boolean excepted) {
    Limit limit = limit();
    limit.scope = Side.ACTIVITY.scope("A");
    limit.conditional = true;
    if (excepted) {
      limit.exceptions.add(new Measure.Permission(Scope.ALL, new Span(START, END)));
    }
    assertEquals(Verdict.CONDITIONAL, limit.verdict(Side.ACTIVITY.ask("A")));
    assertEquals(Verdict.CLEAR, limit.verdict(Side.ACTIVITY.ask("B")));
    assertEquals(Verdict.CLEAR, limit.verdictAt(END));
    limit.stays.add(new Span(INSIDE, null));
    assertEquals(Verdict.CLEAR, limit.verdictAt(INSIDE));
  }
}

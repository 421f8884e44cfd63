package vn.digitaltrust.gateway.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GW-1 to GW-10, every boundary and every combination. */
class VerdictsTest {
  private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
  private static final Instant END = Instant.parse("2027-02-24T00:00:00Z");
  private static final Instant INSIDE = Instant.parse("2026-12-24T00:00:00Z");
  private static final Instant TICK_BEFORE_END = END.minusNanos(1_000);
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final Duration FRESH = Duration.ZERO;
  private static final UUID ID = UUID.randomUUID();

  private static Subject subject(String status) {
    return new Subject(ID, "KOL", status, null, null);
  }

  /** A limit under construction. */
  private static final class Limit {
    private Interval span = new Interval(START, END);
    private Instant liftedAt;
    private boolean annulled;
    private boolean conditional;
    private Scope scope = Scope.ALL;
    private final List<Interval> stays = new ArrayList<>();
    private final List<Measure.Permission> exceptions = new ArrayList<>();

    private Measure made() {
      return new Measure(
          UUID.randomUUID(),
          ID,
          null,
          span,
          liftedAt,
          annulled,
          conditional,
          scope,
          stays,
          exceptions);
    }
  }

  private static Limit limit() {
    return new Limit();
  }

  private static Verdict verdict(Measure measure, Question question) {
    return Verdicts.on(subject("REGISTERED"), List.of(measure), question, FRESH, BOUND).verdict();
  }

  private static Verdict verdictAt(Limit limit, Instant at) {
    return verdict(limit.made(), Question.about(at));
  }

  // ---- GW-7: in time

  @Test
  @DisplayName("GW-7 A limit begins with its first instant and ends before its last")
  void bounds() {
    assertEquals(Verdict.CLEAR, verdictAt(limit(), START.minusNanos(1_000)));
    assertEquals(Verdict.RESTRICTED, verdictAt(limit(), START));
    assertEquals(Verdict.RESTRICTED, verdictAt(limit(), TICK_BEFORE_END));
    assertEquals(Verdict.CLEAR, verdictAt(limit(), END));
  }

  @Test
  @DisplayName("GW-7 A limit without an end does not end")
  void open() {
    Limit open = limit();
    open.span = new Interval(START, null);
    assertEquals(Verdict.RESTRICTED, verdictAt(open, END.plusSeconds(1_000_000_000)));
  }

  @Test
  @DisplayName("GW-7 Lifted: until then it was right, from then it is over")
  void lifted() {
    Limit lifted = limit();
    lifted.liftedAt = INSIDE;
    assertEquals(Verdict.RESTRICTED, verdictAt(lifted, INSIDE.minusNanos(1_000)));
    assertEquals(Verdict.CLEAR, verdictAt(lifted, INSIDE));
  }

  @Test
  @DisplayName("GW-7 Lifted after its end by time: the earlier end counts")
  void liftedLate() {
    Limit lifted = limit();
    lifted.liftedAt = END.plusSeconds(5);
    assertEquals(Verdict.CLEAR, verdictAt(lifted, END));
  }

  @Test
  @DisplayName("GW-7 Annulled: it was never in force, at no time")
  void annulled() {
    Limit annulled = limit();
    annulled.annulled = true;
    for (Instant at : List.of(START, INSIDE, TICK_BEFORE_END, END)) {
      assertEquals(Verdict.CLEAR, verdictAt(annulled, at));
    }
  }

  @Test
  @DisplayName("GW-7 Stayed: not in force from the first instant of the stay until its end")
  void stayed() {
    Limit stayed = limit();
    stayed.stays.add(new Interval(INSIDE, INSIDE.plusSeconds(60)));
    assertEquals(Verdict.RESTRICTED, verdictAt(stayed, INSIDE.minusNanos(1_000)));
    assertEquals(Verdict.CLEAR, verdictAt(stayed, INSIDE));
    assertEquals(Verdict.CLEAR, verdictAt(stayed, INSIDE.plusSeconds(60).minusNanos(1_000)));
    assertEquals(Verdict.RESTRICTED, verdictAt(stayed, INSIDE.plusSeconds(60)));
    assertEquals(Verdict.CLEAR, verdictAt(stayed, END));
  }

  @Test
  @DisplayName("GW-7 An open stay lasts; two stays hold each for itself")
  void stays() {
    Limit stayed = limit();
    stayed.stays.add(new Interval(START, START.plusSeconds(10)));
    stayed.stays.add(new Interval(INSIDE, null));
    assertEquals(Verdict.CLEAR, verdictAt(stayed, START));
    assertEquals(Verdict.RESTRICTED, verdictAt(stayed, START.plusSeconds(10)));
    assertEquals(Verdict.CLEAR, verdictAt(stayed, TICK_BEFORE_END));
  }

  // ---- GW-9: what is covered

  /** One of the five dimensions: how a scope limits it and how a question asks it. */
  enum Side {
    ACTIVITY,
    PLATFORM,
    MEDIA,
    TERRITORY,
    PRODUCT_CATEGORY;

    Scope scope(String... values) {
      Dimension some = Dimension.of(values);
      Dimension all = Dimension.ALL;
      return new Scope(
          this == ACTIVITY ? some : all,
          this == PLATFORM ? some : all,
          this == MEDIA ? some : all,
          this == TERRITORY ? some : all,
          this == PRODUCT_CATEGORY ? some : all);
    }

    Question ask(String value) {
      return new Question(
          this == ACTIVITY ? value : null,
          this == PLATFORM ? value : null,
          this == MEDIA ? value : null,
          this == TERRITORY ? value : null,
          this == PRODUCT_CATEGORY ? value : null,
          INSIDE);
    }
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  @DisplayName("GW-9 In each dimension: all, asked and in it, asked and not in it, not asked")
  void dimensions(Side side) {
    Limit narrow = limit();
    narrow.scope = side.scope("A", "B");
    assertEquals(Verdict.RESTRICTED, verdict(narrow.made(), side.ask("A")));
    assertEquals(Verdict.RESTRICTED, verdict(narrow.made(), side.ask("B")));
    assertEquals(Verdict.CLEAR, verdict(narrow.made(), side.ask("C")));
    assertEquals(Verdict.RESTRICTED, verdict(narrow.made(), side.ask(null)));
    assertEquals(Verdict.RESTRICTED, verdict(limit().made(), side.ask("C")));
    assertEquals(Verdict.RESTRICTED, verdict(limit().made(), side.ask(null)));
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
                  covered ? Verdict.RESTRICTED : Verdict.CLEAR,
                  verdict(limit.made(), question(ask)));
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

  // ---- GW-2, GW-10: what decides

  private static Limit excepted(Scope limit, Scope exception) {
    Limit excepted = limit();
    excepted.scope = limit;
    excepted.exceptions.add(new Measure.Permission(exception, new Interval(START, END)));
    return excepted;
  }

  @ParameterizedTest
  @EnumSource(Side.class)
  @DisplayName("GW-10 An exception decides where it permits all in which limit and question meet")
  void exceptions(Side side) {
    Scope all = Scope.ALL;
    // exception of everything: always
    assertEquals(Verdict.CONDITIONAL, verdict(excepted(all, all).made(), side.ask(null)));
    assertEquals(Verdict.CONDITIONAL, verdict(excepted(all, all).made(), side.ask("A")));
    // exception of a part: when the part is asked
    Limit part = excepted(all, side.scope("A"));
    assertEquals(Verdict.CONDITIONAL, verdict(part.made(), side.ask("A")));
    assertEquals(Verdict.RESTRICTED, verdict(part.made(), side.ask("B")));
    assertEquals(Verdict.RESTRICTED, verdict(part.made(), side.ask(null)));
    // exception as wide as the limit, or wider: also when nothing is asked
    Limit whole = excepted(side.scope("A"), side.scope("A", "B"));
    assertEquals(Verdict.CONDITIONAL, verdict(whole.made(), side.ask(null)));
    assertEquals(Verdict.CONDITIONAL, verdict(whole.made(), side.ask("A")));
    assertEquals(Verdict.CLEAR, verdict(whole.made(), side.ask("B")));
    // exception of less than the limit
    Limit less = excepted(side.scope("A", "B"), side.scope("A"));
    assertEquals(Verdict.RESTRICTED, verdict(less.made(), side.ask(null)));
    assertEquals(Verdict.CONDITIONAL, verdict(less.made(), side.ask("A")));
    assertEquals(Verdict.RESTRICTED, verdict(less.made(), side.ask("B")));
  }

  @Test
  @DisplayName("GW-10 An exception begins with its first instant and ends before its last")
  void exceptionInTime() {
    Limit limit = limit();
    limit.exceptions.add(
        new Measure.Permission(Scope.ALL, new Interval(INSIDE, INSIDE.plusSeconds(60))));
    assertEquals(Verdict.RESTRICTED, verdictAt(limit, INSIDE.minusNanos(1_000)));
    assertEquals(Verdict.CONDITIONAL, verdictAt(limit, INSIDE));
    assertEquals(Verdict.CONDITIONAL, verdictAt(limit, INSIDE.plusSeconds(60).minusNanos(1_000)));
    assertEquals(Verdict.RESTRICTED, verdictAt(limit, INSIDE.plusSeconds(60)));
  }

  @Test
  @DisplayName("GW-10 Two exceptions that each permit a part do not permit the whole together")
  void twoExceptions() {
    Limit limit = limit();
    limit.scope = Side.ACTIVITY.scope("A", "B");
    for (String part : List.of("A", "B")) {
      limit.exceptions.add(
          new Measure.Permission(Side.ACTIVITY.scope(part), new Interval(START, END)));
    }
    assertEquals(Verdict.RESTRICTED, verdict(limit.made(), Question.about(INSIDE)));
    assertEquals(Verdict.CONDITIONAL, verdict(limit.made(), Side.ACTIVITY.ask("B")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  @DisplayName("GW-2 A condition decides, but only where and while the limit covers")
  void conditions(boolean excepted) {
    Limit limit = limit();
    limit.scope = Side.ACTIVITY.scope("A");
    limit.conditional = true;
    if (excepted) {
      limit.exceptions.add(new Measure.Permission(Scope.ALL, new Interval(START, END)));
    }
    assertEquals(Verdict.CONDITIONAL, verdict(limit.made(), Side.ACTIVITY.ask("A")));
    assertEquals(Verdict.CLEAR, verdict(limit.made(), Side.ACTIVITY.ask("B")));
    assertEquals(Verdict.CLEAR, verdictAt(limit, END));
    limit.stays.add(new Interval(INSIDE, null));
    assertEquals(Verdict.CLEAR, verdictAt(limit, INSIDE));
  }

  // ---- GW-1 to GW-6: together

  static Stream<Object[]> combinations() {
    List<Object[]> cases = new ArrayList<>();
    for (String status :
        new String[] {
          null,
          "RECORDED",
          "SUBMITTED",
          "VERIFIED",
          "REGISTERED",
          "INACTIVE",
          "DEREGISTERED",
          "MERGED",
          "ERASED",
          "SOMETHING_NEW"
        }) {
      for (int hard = 0; hard <= 2; hard++) {
        for (int soft = 0; soft <= 2; soft++) {
          for (int beside = 0; beside <= 1; beside++) {
            for (Duration age : List.of(FRESH, BOUND, BOUND.plusMillis(1))) {
              cases.add(new Object[] {status, hard, soft, beside, age});
            }
          }
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}: {1} hard, {2} soft, {3} beside, aged {4}")
  @MethodSource("combinations")
  @DisplayName("GW-1 to GW-6 The strictest limit decides; without any, status and age do")
  void together(String status, int hard, int soft, int beside, Duration age) {
    List<Measure> measures = new ArrayList<>();
    for (int i = 0; i < beside; i++) {
      Limit elsewhere = limit();
      elsewhere.scope = Side.ACTIVITY.scope("B");
      measures.add(elsewhere.made());
    }
    for (int i = 0; i < soft; i++) {
      Limit conditional = limit();
      conditional.conditional = true;
      measures.add(conditional.made());
    }
    List<Measure> behind = new ArrayList<>();
    for (int i = 0; i < hard; i++) {
      behind.add(limit().made());
      measures.add(behind.get(i));
    }
    Subject subject = status == null ? null : subject(status);

    Verdicts.Finding finding = Verdicts.on(subject, measures, Side.ACTIVITY.ask("A"), age, BOUND);

    Verdict expected;
    if (hard > 0) {
      expected = Verdict.RESTRICTED;
    } else if (soft > 0) {
      expected = Verdict.CONDITIONAL;
    } else if (age.compareTo(BOUND) > 0) {
      expected = Verdict.STALE;
    } else {
      expected = "REGISTERED".equals(status) ? Verdict.CLEAR : Verdict.UNKNOWN;
    }
    assertEquals(expected, finding.verdict());
    assertEquals(hard + soft, finding.restrictions().size());
    assertEquals(behind, finding.restrictions().subList(0, hard));
    assertFalse(finding.verdict() == Verdict.CLEAR && !finding.restrictions().isEmpty());
    assertTrue(finding.restrictions().stream().allMatch(measures::contains));
  }
}

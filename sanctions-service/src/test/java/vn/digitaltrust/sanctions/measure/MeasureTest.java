package vn.digitaltrust.sanctions.measure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.ground.GroundRef;
import vn.digitaltrust.sanctions.measure.MeasureStatus.Verb;
import vn.digitaltrust.vocabulary.Activity;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.Span;

class MeasureTest {
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final GroundRef GROUND = new GroundRef("G-1", "Ground", "Article 1");

  private static MeasureDraft draft(MeasureKind kind, LocalDate from, LocalDate until) {
    return new MeasureDraft(
        kind, null, "G-1", from, until, until == null ? from.plusDays(90) : null, null);
  }

  private static Measure limit() {
    return impose(draft(MeasureKind.ENGAGEMENT_LIMIT, TODAY, TODAY.plusDays(9)));
  }

  private static Measure impose(MeasureDraft draft) {
    return Measure.impose(
        Imposition.ofCase(UUID.randomUUID(), UUID.randomUUID(), null, draft, GROUND, null), NOW);
  }

  /** A measure that stands so one hour after its decision, and the verb then applied to it. */
  private static Measure standing(MeasureStatus status) {
    Instant before = NOW.plusSeconds(60);
    Measure measure =
        switch (status) {
          case SCHEDULED ->
              impose(draft(MeasureKind.ENGAGEMENT_LIMIT, TODAY.plusDays(2), TODAY.plusDays(9)));
          case EXPIRED -> impose(draft(MeasureKind.ENGAGEMENT_LIMIT, TODAY, TODAY));
          default -> limit();
        };
    switch (status) {
      case STAYED ->
          measure.stay(null, Span.inOrder(before, NOW.plusSeconds(7_200)), "r", "p", before);
      case LIFTED -> measure.lift("r", before);
      case ANNULLED -> measure.annul(AnnulmentCause.WRONG_ACT, "r", before);
      default -> {}
    }
    return measure;
  }

  private static Instant when(MeasureStatus status) {
    return status == MeasureStatus.EXPIRED ? NOW.plusSeconds(86_400) : NOW.plusSeconds(3_600);
  }

  private static void apply(Measure measure, Verb verb, Instant now) {
    switch (verb) {
      case VARY -> measure.vary(new Variation(null, null, TODAY.plusDays(5), null), false, now);
      case EXCEPT ->
          measure.except(
              new ExceptionRequest(Scope.ALL, "r", TODAY.plusDays(3), TODAY.plusDays(4)), "p", now);
      case STAY ->
          measure.stay(
              null, Span.inOrder(NOW.plusSeconds(90_000), NOW.plusSeconds(99_000)), "r", "p", now);
      case LIFT -> measure.lift("r", now);
      case ANNUL -> measure.annul(AnnulmentCause.WRONG_PERSON, "r", now);
      case STATE -> measure.state("my words", now);
    }
  }

  static Stream<Arguments> everyPair() {
    return Stream.of(MeasureStatus.values())
        .flatMap(status -> Stream.of(Verb.values()).map(verb -> Arguments.of(status, verb)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("SAN-46 each status allows its own verbs and refuses the others")
  @MethodSource("everyPair")
  void pairs(MeasureStatus status, Verb verb) {
    Measure measure = standing(status);
    Instant now = when(status);
    assertEquals(status, measure.timeline().at(now));
    Set<Verb> allowed =
        switch (status) {
          case SCHEDULED, IN_FORCE, STAYED -> EnumSet.allOf(Verb.class);
          case EXPIRED, LIFTED -> EnumSet.of(Verb.ANNUL, Verb.STATE);
          case ANNULLED -> EnumSet.noneOf(Verb.class);
        };
    if (allowed.contains(verb)) {
      assertDoesNotThrow(() -> apply(measure, verb, now));
      assertEquals(now, measure.changedAt);
    } else {
      Refusal refusal = assertThrows(Refusal.class, () -> apply(measure, verb, now));
      assertEquals(Kind.ILLEGAL_STATE, refusal.kind());
    }
  }

  private static String ruleOf(Executable executable) {
    return (String) assertThrows(Refusal.class, executable).getParameters().get("rule");
  }

  @Test
  @DisplayName("SAN-42 a measure of today begins with its decision, a later one with its day")
  void begins() {
    assertEquals(NOW, limit().startsAt);
    assertEquals(
        Instant.parse("2026-11-26T17:00:00Z"),
        impose(draft(MeasureKind.WARNING, TODAY.plusDays(2), TODAY.plusDays(2))).startsAt);
    assertEquals(
        Instant.parse("2026-11-25T17:00:00Z"),
        impose(draft(MeasureKind.WARNING, TODAY, TODAY)).endsAt);
  }

  @Test
  @DisplayName("SAN-42 a measure that would be over is not imposed, and none begins in the past")
  void over() {
    var yesterday = draft(MeasureKind.WARNING, TODAY.minusDays(3), TODAY.minusDays(1));
    assertEquals("SAN-42", ruleOf(() -> impose(yesterday)));
    assertEquals("SAN-42", ruleOf(() -> yesterday.checkFrom(TODAY)));
    assertDoesNotThrow(() -> draft(MeasureKind.WARNING, TODAY, TODAY).checkFrom(TODAY));
  }

  @Test
  @DisplayName("SAN-44 an exception lies within reach and time of an engagement limit")
  void exceptions() {
    var reaches =
        new MeasureDraft(
            MeasureKind.ENGAGEMENT_LIMIT,
            new Scope(new TreeSet<>(Set.of(Activity.PERFORM)), null, null, null, null),
            "G-1",
            TODAY,
            TODAY.plusDays(9),
            null,
            null);
    Measure measure = impose(reaches);
    var elsewhere =
        new ExceptionRequest(
            new Scope(new TreeSet<>(Set.of(Activity.ADVERTISE)), null, null, null, null),
            "r",
            TODAY,
            TODAY);
    assertEquals("SAN-44", ruleOf(() -> measure.except(elsewhere, "p", NOW)));
    var later = new ExceptionRequest(Scope.ALL, "r", TODAY.plusDays(10), TODAY.plusDays(11));
    assertEquals("SAN-44", ruleOf(() -> measure.except(later, "p", NOW)));
    var lastDay = new ExceptionRequest(Scope.ALL, "r", TODAY.plusDays(9), TODAY.plusDays(11));
    assertDoesNotThrow(() -> measure.except(lastDay, "p", NOW));
    var backwards = new ExceptionRequest(Scope.ALL, "r", TODAY.plusDays(2), TODAY.plusDays(1));
    assertEquals("SAN-44", ruleOf(() -> measure.except(backwards, "p", NOW)));
    Measure warning = impose(draft(MeasureKind.WARNING, TODAY, TODAY));
    var today = new ExceptionRequest(Scope.ALL, "r", TODAY, TODAY);
    assertEquals("SAN-44", ruleOf(() -> warning.except(today, "p", NOW)));
  }

  @Test
  @DisplayName("SAN-45 stays of one measure do not overlap, and touching is not overlapping")
  void stays() {
    Measure measure = limit();
    Instant end = measure.endsAt;
    measure.stay(null, Span.inOrder(NOW, NOW.plusSeconds(100)), "r", "p", NOW);
    assertEquals(
        "SAN-45",
        ruleOf(() -> measure.stay(null, Span.inOrder(NOW.plusSeconds(99), null), "r", "p", NOW)));
    measure.stay(null, Span.inOrder(NOW.plusSeconds(100), null), "r", "p", NOW);
    assertTrue(measure.endStays(NOW.plusSeconds(50)));
    assertEquals(MeasureStatus.IN_FORCE, measure.timeline().at(NOW.plusSeconds(50)));
    assertEquals(MeasureStatus.IN_FORCE, measure.timeline().at(NOW.plusSeconds(500)));
    assertEquals(end, measure.endsAt);
    assertTrue(!measure.endStays(NOW.plusSeconds(60)));
  }

  @Test
  @DisplayName("SAN-34 on appeal nothing becomes heavier")
  void milderOnly() {
    Measure measure = limit();
    assertEquals(
        "SAN-34",
        ruleOf(() -> measure.vary(new Variation(null, TODAY.plusDays(10), null, null), true, NOW)));
    measure.vary(
        new Variation(
            new Scope(new TreeSet<>(Set.of(Activity.PERFORM)), null, null, null, null),
            TODAY.plusDays(8),
            null,
            null),
        true,
        NOW);
    assertEquals(TODAY.plusDays(8), measure.until);
    assertEquals(
        "SAN-34",
        ruleOf(() -> measure.vary(new Variation(Scope.ALL, null, null, null), true, NOW)));
    measure.vary(new Variation(Scope.ALL, TODAY.plusDays(20), null, null), false, NOW);
    assertEquals(TODAY.plusDays(20), measure.until);
  }

  @Test
  @DisplayName("SAN-100, SAN-101 publication ends with the measure, and that is told once")
  void publication() {
    Measure measure = limit();
    assertEquals(measure.endsAt, measure.publishedUntil);
    measure.changed(measure.endsAt.minusNanos(1));
    assertFalse(measure.unpublish());
    measure.changed(measure.endsAt);
    assertTrue(measure.unpublish(), "at the last instant");
    assertFalse(measure.unpublish(), "it was told");

    Measure reviewed = impose(reviewed());
    assertNull(reviewed.publishedUntil);
    assertFalse(reviewed.unpublish());
    reviewed.lift("r", NOW.plusSeconds(5));
    assertEquals(NOW.plusSeconds(5), reviewed.publishedUntil);
    assertTrue(reviewed.unpublish());
    reviewed.annul(AnnulmentCause.WRONG_ACT, "r", NOW.plusSeconds(9));
    assertEquals(NOW.plusSeconds(5), reviewed.publishedUntil, "it was over before");
    assertFalse(reviewed.unpublish());
  }

  private static MeasureDraft reviewed() {
    return new MeasureDraft(
        MeasureKind.ENGAGEMENT_LIMIT, Scope.ALL, "G", TODAY, null, TODAY.plusDays(90), List.of());
  }

  @Test
  @DisplayName("SAN-100 a ground may keep a measure public after its last day, not after a lifting")
  void publishedAfterItsEnd() {
    Measure measure = limit();
    measure.publishAfterEnd(30);
    assertEquals(measure.endsAt.plus(30, ChronoUnit.DAYS), measure.publishedUntil);
    measure.vary(new Variation(null, TODAY.plusDays(5), null, null), false, NOW);
    assertEquals(measure.endsAt.plus(30, ChronoUnit.DAYS), measure.publishedUntil);
    measure.lift("r", NOW.plusSeconds(5));
    assertEquals(NOW.plusSeconds(5), measure.publishedUntil);
  }

  @Test
  @DisplayName("SAN-34 on appeal no permission is lost and no review put off")
  void nothingLost() {
    var conditional =
        new MeasureDraft(
            MeasureKind.ENGAGEMENT_LIMIT,
            null,
            "G-1",
            TODAY,
            TODAY.plusDays(90),
            TODAY.plusDays(30),
            List.of("label every post"));
    Measure measure = impose(conditional);
    for (Variation heavier :
        List.of(
            new Variation(null, null, null, List.of()),
            new Variation(null, TODAY.plusDays(80), null, List.of("another")),
            new Variation(null, null, TODAY.plusDays(31), null))) {
      assertEquals("SAN-34", ruleOf(() -> measure.vary(heavier, true, NOW)));
    }
    measure.vary(
        new Variation(null, null, TODAY.plusDays(29), List.of("label every post", "or ask first")),
        true,
        NOW);
    assertEquals(List.of("label every post", "or ask first"), measure.conditions);
    Measure endless =
        impose(
            new MeasureDraft(
                MeasureKind.WARNING, null, "G-1", TODAY, null, TODAY.plusDays(9), null));
    endless.vary(new Variation(null, TODAY.plusDays(400), null, null), true, NOW);
    assertEquals(TODAY.plusDays(400), endless.until);
  }
}

package vn.digitaltrust.sanctions.appeal;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.measure.AnnulmentCause;
import vn.digitaltrust.sanctions.measure.Variation;

class AppealTest {
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");

  private static Appeal lodged() {
    return Appeal.lodge(
        UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), "text", "kol", NOW);
  }

  private static final UUID MEASURE = UUID.randomUUID();

  private static Finding found(Outcome outcome) {
    return new Finding(
        outcome,
        outcome == Outcome.ANNULLED ? AnnulmentCause.WRONG_ACT : null,
        outcome == Outcome.VARIED ? List.of(until(MEASURE, "2026-12-31")) : List.of());
  }

  private static MeasureVariation until(UUID measure, String day) {
    return new MeasureVariation(
        measure, new Variation(null, java.time.LocalDate.parse(day), null, null));
  }

  private static void vote(Appeal appeal, String person, Outcome outcome) {
    appeal.vote(found(outcome), "r", person, it -> true, NOW);
  }

  private static Appeal standing(AppealStatus status) {
    Appeal appeal = lodged();
    for (String person : List.of("a", "b", "c")) {
      vote(appeal, person, Outcome.UPHELD);
    }
    switch (status) {
      case LODGED -> {}
      case RULED -> appeal.rule("r", "a", it -> true, NOW);
      case WITHDRAWN -> appeal.withdraw("kol", NOW);
    }
    return appeal;
  }

  private static void apply(Appeal appeal, AppealAction action) {
    switch (action) {
      case STAY -> appeal.stay("a", it -> true, NOW);
      case VOTE -> vote(appeal, "a", Outcome.VARIED);
      case RULE -> appeal.rule("r", "a", it -> true, NOW);
      case WITHDRAW -> appeal.withdraw("kol", NOW);
    }
  }

  static Stream<Arguments> everyPair() {
    return Stream.of(AppealStatus.values())
        .flatMap(
            status -> Stream.of(AppealAction.values()).map(action -> Arguments.of(status, action)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("SAN-36 only a lodged appeal can be acted on")
  @MethodSource("everyPair")
  void pairs(AppealStatus status, AppealAction action) {
    Appeal appeal = standing(status);
    if (status == AppealStatus.LODGED) {
      assertDoesNotThrow(() -> apply(appeal, action));
    } else {
      assertEquals(
          Kind.ILLEGAL_STATE, assertThrows(Refusal.class, () -> apply(appeal, action)).kind());
    }
  }

  private static String ruleOf(org.junit.jupiter.api.function.Executable executable) {
    return (String) assertThrows(Refusal.class, executable).getParameters().get("rule");
  }

  @Test
  @DisplayName("SAN-31 three distinct members; the fourth is refused, and who took part is refused")
  void panel() {
    Appeal appeal = lodged();
    vote(appeal, "a", Outcome.UPHELD);
    vote(appeal, "b", Outcome.UPHELD);
    assertEquals("SAN-32", ruleOf(() -> appeal.rule("r", "a", it -> true, NOW)));
    vote(appeal, "b", Outcome.UPHELD);
    assertEquals("SAN-32", ruleOf(() -> appeal.rule("r", "a", it -> true, NOW)));
    vote(appeal, "c", Outcome.ANNULLED);
    assertEquals("SAN-31", ruleOf(() -> vote(appeal, "d", Outcome.UPHELD)));
    assertEquals("SAN-31", ruleOf(() -> appeal.stay("d", it -> true, NOW)));
    assertEquals("SAN-31", ruleOf(() -> appeal.rule("r", "d", it -> true, NOW)));
    assertEquals(
        "SAN-31", ruleOf(() -> lodged().vote(found(Outcome.UPHELD), "r", "a", it -> false, NOW)));
    assertEquals("SAN-31", ruleOf(() -> lodged().stay("a", it -> false, NOW)));
  }

  @Test
  @DisplayName("SAN-31 a vote no longer counts once its member declared an interest")
  void interestLater() {
    Appeal appeal = lodged();
    Set<String> interested = new HashSet<>();
    for (String person : List.of("a", "b", "c")) {
      vote(appeal, person, Outcome.UPHELD);
    }
    interested.add("c");
    assertEquals(
        "SAN-32", ruleOf(() -> appeal.rule("r", "a", it -> !interested.contains(it), NOW)));
    appeal.vote(found(Outcome.UPHELD), "r", "d", it -> !interested.contains(it), NOW);
    assertEquals(Set.of("a", "b", "d"), appeal.rule("r", "a", it -> !interested.contains(it), NOW));
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @DisplayName("SAN-32 two of three decide")
  @CsvSource({
    "UPHELD, UPHELD, UPHELD, UPHELD",
    "UPHELD, UPHELD, ANNULLED, UPHELD",
    "ANNULLED, UPHELD, ANNULLED, ANNULLED",
    "VARIED, UPHELD, VARIED, VARIED",
    "VARIED, UPHELD, ANNULLED,"
  })
  void majority(Outcome a, Outcome b, Outcome c, Outcome expected) {
    Appeal appeal = lodged();
    vote(appeal, "a", a);
    vote(appeal, "b", b);
    vote(appeal, "c", c);
    assertEquals(
        Optional.ofNullable(expected).map(AppealTest::found),
        Tally.of(appeal.votes, it -> true).majority());
  }

  @Test
  @DisplayName("SAN-33 the last vote of each member counts")
  void votesAnew() {
    Appeal appeal = lodged();
    vote(appeal, "a", Outcome.UPHELD);
    vote(appeal, "b", Outcome.VARIED);
    vote(appeal, "c", Outcome.ANNULLED);
    vote(appeal, "c", Outcome.VARIED);
    appeal.rule("r", "b", it -> true, NOW);
    assertEquals(Outcome.VARIED, appeal.outcome);
    assertEquals(4, appeal.votes.size());
  }

  @Test
  @DisplayName("SAN-32 votes agree only if they would change the same in the same way")
  void sameContent() {
    UUID other = UUID.randomUUID();
    MeasureVariation one = until(MEASURE, "2026-12-31");
    MeasureVariation two = until(other, "2027-01-31");
    Appeal appeal = lodged();
    appeal.vote(new Finding(Outcome.VARIED, null, List.of(one, two)), "r", "a", it -> true, NOW);
    appeal.vote(new Finding(Outcome.VARIED, null, List.of(one)), "r", "b", it -> true, NOW);
    vote(appeal, "c", Outcome.UPHELD);
    assertEquals("SAN-32", ruleOf(() -> appeal.rule("r", "a", it -> true, NOW)));
    appeal.vote(new Finding(Outcome.VARIED, null, List.of(two, one)), "r", "b", it -> true, NOW);
    appeal.rule("r", "a", it -> true, NOW);
    assertEquals(Set.of(one, two), Set.copyOf(appeal.variations));
    Appeal causes = lodged();
    causes.vote(
        new Finding(Outcome.ANNULLED, AnnulmentCause.WRONG_PERSON, null),
        "r",
        "a",
        it -> true,
        NOW);
    vote(causes, "b", Outcome.ANNULLED);
    vote(causes, "c", Outcome.UPHELD);
    assertEquals("SAN-32", ruleOf(() -> causes.rule("r", "a", it -> true, NOW)));
  }

  @Test
  @DisplayName("SAN-32 a vote says all that it would change and nothing else")
  void wholeVotes() {
    for (Finding broken :
        List.of(
            new Finding(Outcome.ANNULLED, null, null),
            new Finding(Outcome.UPHELD, AnnulmentCause.WRONG_ACT, null),
            new Finding(Outcome.VARIED, null, null),
            new Finding(Outcome.UPHELD, null, List.of(until(MEASURE, "2026-12-31"))),
            new Finding(
                Outcome.VARIED,
                null,
                List.of(until(MEASURE, "2026-12-31"), until(MEASURE, "2026-12-30"))))) {
      assertEquals("SAN-32", ruleOf(() -> lodged().vote(broken, "r", "a", it -> true, NOW)));
    }
  }

  @Test
  @DisplayName("SAN-32 a vote that does not say what it would change decides nothing")
  void votesWithoutContent() {
    for (Outcome outcome : List.of(Outcome.ANNULLED, Outcome.VARIED)) {
      Appeal appeal = lodged();
      for (String person : List.of("a", "b", "c")) {
        appeal.votes.add(new AppealVote(person, new Finding(outcome, null, null), "r", NOW));
      }
      assertEquals("SAN-31", ruleOf(() -> appeal.rule("r", "a", it -> true, NOW)));
      for (String person : List.of("a", "b", "c")) {
        vote(appeal, person, outcome);
      }
      appeal.rule("r", "a", it -> true, NOW);
      assertEquals(outcome, appeal.outcome);
    }
  }
}

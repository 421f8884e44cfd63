package vn.digitaltrust.sanctions.casefile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static vn.digitaltrust.sanctions.casefile.Cases.DAYS;
import static vn.digitaltrust.sanctions.casefile.Cases.NOW;
import static vn.digitaltrust.sanctions.casefile.Cases.TODAY;
import static vn.digitaltrust.sanctions.casefile.Cases.decide;
import static vn.digitaltrust.sanctions.casefile.Cases.draft;
import static vn.digitaltrust.sanctions.casefile.Cases.notice;
import static vn.digitaltrust.sanctions.casefile.Cases.propose;
import static vn.digitaltrust.sanctions.casefile.Cases.response;
import static vn.digitaltrust.sanctions.casefile.Cases.standing;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.MeasureKind;

class CaseFileTest {
  private static final Map<CaseStatus, Set<CaseAction>> ALLOWED = new EnumMap<>(CaseStatus.class);

  static {
    ALLOWED.put(
        CaseStatus.OPENED,
        EnumSet.of(
            CaseAction.NOTIFY,
            CaseAction.IMPOSE_INTERIM,
            CaseAction.DECLARE_INTEREST,
            CaseAction.WITHDRAW));
    ALLOWED.put(
        CaseStatus.NOTIFIED,
        EnumSet.of(
            CaseAction.NOTIFY,
            CaseAction.RESPOND,
            CaseAction.PROPOSE,
            CaseAction.IMPOSE_INTERIM,
            CaseAction.DECLARE_INTEREST,
            CaseAction.WITHDRAW));
    ALLOWED.put(
        CaseStatus.RESPONDED,
        EnumSet.of(
            CaseAction.NOTIFY,
            CaseAction.PROPOSE,
            CaseAction.IMPOSE_INTERIM,
            CaseAction.DECLARE_INTEREST,
            CaseAction.WITHDRAW));
    ALLOWED.put(
        CaseStatus.PROPOSED,
        EnumSet.of(CaseAction.DECIDE, CaseAction.IMPOSE_INTERIM, CaseAction.DECLARE_INTEREST));
    ALLOWED.put(
        CaseStatus.RETURNED,
        EnumSet.of(
            CaseAction.NOTIFY,
            CaseAction.PROPOSE,
            CaseAction.IMPOSE_INTERIM,
            CaseAction.DECLARE_INTEREST,
            CaseAction.WITHDRAW));
    ALLOWED.put(
        CaseStatus.DECIDED,
        EnumSet.of(CaseAction.APPEAL, CaseAction.CLOSE, CaseAction.DECLARE_INTEREST));
    ALLOWED.put(CaseStatus.APPEALED, EnumSet.of(CaseAction.RULE, CaseAction.DECLARE_INTEREST));
    ALLOWED.put(CaseStatus.RULED, EnumSet.of(CaseAction.CLOSE));
    ALLOWED.put(CaseStatus.CLOSED, EnumSet.noneOf(CaseAction.class));
    ALLOWED.put(CaseStatus.DISMISSED, EnumSet.noneOf(CaseAction.class));
    ALLOWED.put(CaseStatus.WITHDRAWN, EnumSet.noneOf(CaseAction.class));
  }

  private static void apply(CaseFile file, CaseAction action) {
    Instant afterWindow =
        action == CaseAction.PROPOSE && file.windowClosesAt != null
            ? NOW.isBefore(file.windowClosesAt) ? file.windowClosesAt : NOW
            : NOW;
    switch (action) {
      case NOTIFY -> file.notify(notice(null), "officer", DAYS, NOW);
      case RESPOND -> file.respond(response(false), "kol", NOW);
      case PROPOSE -> propose(file, "proposer", afterWindow);
      case DECIDE -> decide(file, Decision.Outcome.APPROVED, "decider", NOW);
      case IMPOSE_INTERIM ->
          file.imposeInterim(
              draft(MeasureKind.ENGAGEMENT_LIMIT, TODAY, TODAY), "reasons", "other", DAYS, NOW);
      case DECLARE_INTEREST -> file.declareInterest("somebody", "reason", NOW);
      case WITHDRAW -> file.withdraw("officer", "reasons", NOW);
      case APPEAL -> file.appeal(UUID.randomUUID(), "kol", NOW);
      case RULE -> file.ruled(Set.of("a", "b", "c"), NOW);
      case CLOSE -> file.close("officer", "reasons", file.appealBy == null ? NOW : file.appealBy);
    }
  }

  static Stream<Arguments> everyPair() {
    return Stream.of(CaseStatus.values())
        .flatMap(
            status -> Stream.of(CaseAction.values()).map(action -> Arguments.of(status, action)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @DisplayName("SAN-10 each status allows its own actions and refuses the others")
  @MethodSource("everyPair")
  void pairs(CaseStatus status, CaseAction action) {
    CaseFile file = standing(status);
    assertEquals(status, file.status);
    if (ALLOWED.get(status).contains(action)) {
      assertDoesNotThrow(() -> apply(file, action));
    } else {
      Refusal refusal = assertThrows(Refusal.class, () -> apply(file, action));
      assertEquals(Kind.ILLEGAL_STATE, refusal.kind());
      assertEquals(status, file.status);
    }
  }
}

package vn.digitaltrust.alliance.membership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.digitaltrust.alliance.membership.MembershipStatus.ADMITTED;
import static vn.digitaltrust.alliance.membership.MembershipStatus.APPLIED;
import static vn.digitaltrust.alliance.membership.MembershipStatus.ERASED;
import static vn.digitaltrust.alliance.membership.MembershipStatus.EXCLUDED;
import static vn.digitaltrust.alliance.membership.MembershipStatus.LEFT;
import static vn.digitaltrust.alliance.membership.MembershipStatus.REFUSED;
import static vn.digitaltrust.alliance.membership.MembershipStatus.WITHDRAWN;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.digitaltrust.alliance.sanctions.Consequence;
import vn.digitaltrust.alliance.sanctions.Suspension;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Refusal;

/** ALL-10: every action in every status, and nothing that the table does not know. */
class MembershipStatusTest {
  private static final Instant T0 = Instant.parse("2026-11-24T03:00:00Z");
  private static final Instant T1 = T0.plusSeconds(1);
  private static final Instant T2 = T0.plusSeconds(2);

  /** What a person can do. */
  private enum Verb {
    ADMIT,
    REFUSE,
    DEPART
  }

  private static Membership in(MembershipStatus status) {
    Membership membership =
        new Membership(
            new ApplicationRequest(UUID.randomUUID(), "1.0", null), MemberKind.KOL, "by", T0);
    switch (status) {
      case APPLIED -> {}
      case REFUSED -> membership.refuse("admin", "why", T0);
      case WITHDRAWN -> membership.depart(T0);
      case ADMITTED -> membership.admit("admin", null, T0);
      case LEFT -> {
        membership.admit("admin", null, T0);
        membership.depart(T0);
      }
      case EXCLUDED -> {
        membership.admit("admin", null, T0);
        membership.settle(new Consequence(List.of(), T0), null, T0);
      }
      case ERASED -> membership.erase();
    }
    assertEquals(status, membership.status());
    return membership;
  }

  private static void act(Membership membership, Verb verb) {
    switch (verb) {
      case ADMIT -> membership.admit("admin", null, T1);
      case REFUSE -> membership.refuse("admin", "why", T1);
      case DEPART -> membership.depart(T1);
    }
  }

  static Stream<Arguments> everyPair() {
    return Arrays.stream(MembershipStatus.values())
        .flatMap(
            status ->
                Arrays.stream(Verb.values())
                    .map(verb -> Arguments.of(status, verb, after(status, verb))));
  }

  private static MembershipStatus after(MembershipStatus status, Verb verb) {
    if (status == APPLIED) {
      return switch (verb) {
        case ADMIT -> ADMITTED;
        case REFUSE -> REFUSED;
        case DEPART -> WITHDRAWN;
      };
    }
    return status == ADMITTED && verb == Verb.DEPART ? LEFT : null;
  }

  @ParameterizedTest(name = "ALL-10 {0} + {1} = {2}")
  @MethodSource("everyPair")
  void everyActionInEveryStatus(MembershipStatus status, Verb verb, MembershipStatus after) {
    Membership membership = in(status);
    if (after == null) {
      Refusal refusal = assertThrows(Refusal.class, () -> act(membership, verb));
      assertEquals(Kind.ILLEGAL_STATE, refusal.kind());
      assertEquals(status, membership.status());
    } else {
      act(membership, verb);
      assertEquals(after, membership.status());
    }
  }

  static Stream<Arguments> closings() {
    return Stream.of(
        Arguments.of(APPLIED, true, WITHDRAWN),
        Arguments.of(ADMITTED, true, LEFT),
        Arguments.of(REFUSED, false, REFUSED),
        Arguments.of(WITHDRAWN, false, WITHDRAWN),
        Arguments.of(LEFT, false, LEFT),
        Arguments.of(EXCLUDED, true, LEFT),
        Arguments.of(ERASED, false, ERASED));
  }

  @ParameterizedTest(name = "ALL-19 {0} closed by the registry: {2}")
  @MethodSource("closings")
  void closedByTheRegistry(MembershipStatus status, boolean changed, MembershipStatus after) {
    Membership membership = in(status);
    assertEquals(changed, membership.close(T1, T1));
    assertEquals(after, membership.status());
    assertEquals(false, membership.close(T2, T2));
  }

  @Test
  @DisplayName("ALL-19 an exclusion stays what it is when the registry closes the subject later")
  void excludedThenClosed() {
    Membership membership = in(EXCLUDED);
    membership.close(T1, T1);
    membership.settle(new Consequence(List.of(), T0), null, T1);
    assertEquals(EXCLUDED, membership.status());
    membership.settle(Consequence.NONE, null, T2);
    assertEquals(LEFT, membership.status());
    assertEquals(T1, membership.leftAt());
  }

  @Test
  @DisplayName("ALL-18 an exclusion to come is not there before its instant, and there at it")
  void exclusionAtItsInstant() {
    Membership membership = in(ADMITTED);
    assertEquals(
        Optional.of("membership.revised"),
        membership.settle(new Consequence(List.of(), T1), null, T0));
    assertEquals(ADMITTED, membership.statusAt(T1.minusNanos(1)));
    assertEquals(EXCLUDED, membership.statusAt(T1));
    assertThrows(Refusal.class, () -> membership.depart(T1));
    assertEquals(
        Optional.of("membership.excluded"),
        membership.settle(new Consequence(List.of(), T1), null, T1));
    assertEquals(Optional.empty(), membership.settle(new Consequence(List.of(), T1), null, T2));
  }

  @Test
  @DisplayName("ALL-18 a pause holds from its first instant to before its end")
  void pauseAtItsBoundaries() {
    Membership membership = in(ADMITTED);
    Suspension pause = new Suspension(UUID.randomUUID(), T1, T2);
    membership.settle(new Consequence(List.of(pause), null), null, T0);
    assertEquals(MemberStanding.ACTIVE, membership.standingAt(T1.minusNanos(1)));
    assertEquals(MemberStanding.SUSPENDED, membership.standingAt(T1));
    assertEquals(MemberStanding.SUSPENDED, membership.standingAt(T2.minusNanos(1)));
    assertEquals(MemberStanding.ACTIVE, membership.standingAt(T2));
  }

  @Test
  @DisplayName("every change of standing has its own name in the journal")
  void namesOfEntries() {
    for (MemberStanding before : MemberStanding.values()) {
      for (MemberStanding now : MemberStanding.values()) {
        if (before != now) {
          assertTrue(now.entryAfter(before).startsWith("membership."));
        }
      }
    }
    assertEquals("membership.restored", MemberStanding.ACTIVE.entryAfter(MemberStanding.SUSPENDED));
    assertEquals("membership.restored", MemberStanding.ACTIVE.entryAfter(MemberStanding.EXCLUDED));
    assertEquals(
        "membership.suspended", MemberStanding.SUSPENDED.entryAfter(MemberStanding.ACTIVE));
    assertEquals(
        "membership.excluded", MemberStanding.EXCLUDED.entryAfter(MemberStanding.SUSPENDED));
    assertEquals("membership.left", MemberStanding.LEFT.entryAfter(MemberStanding.ACTIVE));
  }
}

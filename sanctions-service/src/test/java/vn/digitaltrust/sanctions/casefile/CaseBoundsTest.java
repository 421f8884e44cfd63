package vn.digitaltrust.sanctions.casefile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static vn.digitaltrust.sanctions.casefile.Cases.DAYS;
import static vn.digitaltrust.sanctions.casefile.Cases.NOW;
import static vn.digitaltrust.sanctions.casefile.Cases.decide;
import static vn.digitaltrust.sanctions.casefile.Cases.notice;
import static vn.digitaltrust.sanctions.casefile.Cases.opened;
import static vn.digitaltrust.sanctions.casefile.Cases.propose;
import static vn.digitaltrust.sanctions.casefile.Cases.response;
import static vn.digitaltrust.sanctions.casefile.Cases.ruleOf;
import static vn.digitaltrust.sanctions.casefile.Cases.standing;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.sanctions.report.Evidence;

class CaseBoundsTest {
  private static NoticeRequest longNotice(int allegations, int characters) {
    return new NoticeRequest(
        Collections.nCopies(allegations, new Allegation("G-1", "ế".repeat(characters), null)),
        List.of(new Evidence("e", null, null)),
        null);
  }

  @Test
  @DisplayName("SAN-18 the last of 20 responses is kept for a final one, which is always taken")
  void responses() {
    CaseFile file = standing(CaseStatus.NOTIFIED);
    for (int i = 0; i < 19; i++) {
      file.respond(response(false), "kol", NOW);
    }
    assertEquals("SAN-18", ruleOf(() -> file.respond(response(false), "kol", NOW)));
    file.respond(response(true), "kol", NOW);
    assertEquals(20, file.responses.size());
    file.notify(notice(null), "officer", DAYS, NOW.plusSeconds(1));
    assertEquals("SAN-18", ruleOf(() -> file.respond(response(false), "kol", NOW.plusSeconds(2))));
    assertDoesNotThrow(() -> file.respond(response(true), "kol", NOW.plusSeconds(2)));
  }

  @Test
  @DisplayName("SAN-18 an eleventh notice is refused")
  void notices() {
    CaseFile file = opened();
    for (int i = 0; i < 10; i++) {
      file.notify(notice(null), "officer", DAYS, NOW);
    }
    assertEquals("SAN-18", ruleOf(() -> file.notify(notice(null), "officer", DAYS, NOW)));
    assertEquals(10, file.notices.size());
  }

  @Test
  @DisplayName("SAN-18 two notices of 50 allegations with 10,000 characters fit, a third does not")
  void longNotices() {
    CaseFile file = opened();
    file.notify(longNotice(50, 10_000), "officer", DAYS, NOW);
    file.notify(longNotice(50, 10_000), "officer", DAYS, NOW);
    assertEquals("SAN-18", ruleOf(() -> file.notify(longNotice(50, 10_000), "officer", DAYS, NOW)));
    assertDoesNotThrow(() -> file.notify(longNotice(49, 10_000), "officer", DAYS, NOW));
  }

  @Test
  @DisplayName("SAN-18 after ten proposals that came back the case can still be withdrawn")
  void proposals() {
    CaseFile file = standing(CaseStatus.RESPONDED);
    for (int i = 0; i < 10; i++) {
      propose(file, "proposer", NOW);
      decide(file, Decision.Outcome.RETURNED, "decider", NOW);
    }
    assertEquals("SAN-18", ruleOf(() -> propose(file, "proposer", NOW)));
    assertDoesNotThrow(() -> file.withdraw("officer", "reasons", NOW));
  }

  @Test
  @DisplayName(
      "SAN-18 a hundred persons may declare an interest, and twenty measures may be urgent")
  void interestsAndInterim() {
    CaseFile file = opened();
    for (int i = 0; i < 100; i++) {
      file.declareInterest("person-" + i, "family", NOW);
    }
    assertEquals("SAN-18", ruleOf(() -> file.declareInterest("person-100", "family", NOW)));
    assertDoesNotThrow(() -> CaseBounds.requireRoomForInterim(Collections.nCopies(19, "id")));
    assertEquals(
        "SAN-18", ruleOf(() -> CaseBounds.requireRoomForInterim(Collections.nCopies(20, "id"))));
  }
}

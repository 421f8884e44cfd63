package vn.digitaltrust.sanctions.casefile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vn.digitaltrust.sanctions.casefile.Cases.DAYS;
import static vn.digitaltrust.sanctions.casefile.Cases.NOW;
import static vn.digitaltrust.sanctions.casefile.Cases.TODAY;
import static vn.digitaltrust.sanctions.casefile.Cases.decide;
import static vn.digitaltrust.sanctions.casefile.Cases.draft;
import static vn.digitaltrust.sanctions.casefile.Cases.limit;
import static vn.digitaltrust.sanctions.casefile.Cases.notice;
import static vn.digitaltrust.sanctions.casefile.Cases.opened;
import static vn.digitaltrust.sanctions.casefile.Cases.propose;
import static vn.digitaltrust.sanctions.casefile.Cases.response;
import static vn.digitaltrust.sanctions.casefile.Cases.ruleOf;
import static vn.digitaltrust.sanctions.casefile.Cases.standing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.access.Reporter;
import vn.digitaltrust.sanctions.measure.MeasureDraft;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.VietnamTime;

class CaseRulesTest {
  @Test
  @DisplayName("SAN-5 who opens a case without reports is its reporter and cannot decide it")
  void ownInitiative() {
    CaseFile file =
        CaseFile.open(
            new CaseRequest(UUID.randomUUID(), List.of(), "title"),
            new Reporter("opener", null),
            NOW);
    file.notify(notice(null), "opener", DAYS, NOW);
    file.respond(response(true), "kol", NOW);
    propose(file, "proposer", NOW);
    assertEquals("SAN-20", ruleOf(() -> decide(file, Decision.Outcome.APPROVED, "opener", NOW)));
  }

  @Test
  @DisplayName("SAN-11 the fifth working day is the earliest last day to respond")
  void respondBy() {
    LocalDate fifth = LocalDate.parse("2026-12-02");
    assertEquals(
        "SAN-11", ruleOf(() -> opened().notify(notice(fifth.minusDays(1)), "o", DAYS, NOW)));
    CaseFile file = opened();
    file.notify(notice(fifth), "o", DAYS, NOW);
    assertEquals(VietnamTime.endOf(fifth), file.windowClosesAt);
    CaseFile silent = opened();
    silent.notify(notice(null), "o", DAYS, NOW);
    assertEquals(VietnamTime.endOf(fifth), silent.windowClosesAt);
  }

  @Test
  @DisplayName("SAN-11 the ninetieth day is the latest last day to respond")
  void respondByAtMost() {
    LocalDate ninetieth = LocalDate.parse("2027-02-23");
    assertEquals(
        "SAN-11", ruleOf(() -> opened().notify(notice(ninetieth.plusDays(1)), "o", DAYS, NOW)));
    CaseFile file = opened();
    file.notify(notice(ninetieth), "o", DAYS, NOW);
    assertEquals(VietnamTime.endOf(ninetieth), file.windowClosesAt);
  }

  @Test
  @DisplayName("SAN-11 a further notice opens the window again")
  void furtherNotice() {
    CaseFile file = standing(CaseStatus.RESPONDED);
    file.notify(notice(null), "officer", DAYS, NOW.plusSeconds(10));
    assertEquals(CaseStatus.NOTIFIED, file.status);
    assertEquals("SAN-13", ruleOf(() -> propose(file, "proposer", NOW.plusSeconds(20))));
  }

  @Test
  @DisplayName(
      "SAN-12 only a final response closes the window early, and nothing is taken after it")
  void window() {
    CaseFile file = standing(CaseStatus.NOTIFIED);
    Instant closes = file.windowClosesAt;
    file.respond(response(false), "kol", NOW);
    assertEquals(closes, file.windowClosesAt);
    assertEquals(CaseStatus.NOTIFIED, file.status);
    file.respond(response(false), "kol", closes.minusMillis(1));
    assertEquals(
        Kind.ILLEGAL_STATE,
        assertThrows(Refusal.class, () -> file.respond(response(true), "kol", closes)).kind());
    CaseFile early = standing(CaseStatus.NOTIFIED);
    early.respond(response(true), "kol", NOW.plusSeconds(5));
    assertEquals(NOW.plusSeconds(5), early.windowClosesAt);
  }

  @Test
  @DisplayName("SAN-13 a proposal waits for the very instant the window closes")
  void proposalAfterWindow() {
    CaseFile file = standing(CaseStatus.NOTIFIED);
    assertEquals(
        "SAN-13", ruleOf(() -> propose(file, "proposer", file.windowClosesAt.minusMillis(1))));
    assertDoesNotThrow(() -> propose(file, "proposer", file.windowClosesAt));
  }

  @Test
  @DisplayName("SAN-14 a measure rests on a ground that was alleged")
  void alleged() {
    CaseFile file = standing(CaseStatus.RESPONDED);
    var other =
        new MeasureDraft(MeasureKind.WARNING, null, "G-2", TODAY, TODAY.plusDays(1), null, null);
    assertEquals(
        "SAN-14",
        ruleOf(() -> file.propose(new ProposalRequest("r", List.of(limit(), other)), "p", NOW)));
    assertEquals(CaseStatus.RESPONDED, file.status);
  }

  @Test
  @DisplayName("SAN-16 a file without appeal is closed at the end of the term, not before")
  void closing() {
    CaseFile file = standing(CaseStatus.DECIDED);
    assertEquals("SAN-16", ruleOf(() -> file.close("o", "r", file.appealBy.minusMillis(1))));
    assertDoesNotThrow(() -> file.close("o", "r", file.appealBy));
  }

  @Test
  @DisplayName("SAN-20 reporter, proposer, interested and subject do not decide")
  void whoDecides() {
    CaseFile file = opened();
    file.reportedBy(Set.of(new Reporter("reporter", null)), NOW);
    file.notify(notice(null), "notifier", DAYS, NOW);
    file.respond(response(true), "kol", NOW);
    file.declareInterest("cousin", "family", NOW);
    propose(file, "first-proposer", NOW);
    decide(file, Decision.Outcome.RETURNED, "decider", NOW);
    propose(file, "proposer", NOW);
    for (String barred : List.of("reporter", "cousin", "kol", "first-proposer", "proposer")) {
      assertEquals(
          "SAN-20", ruleOf(() -> decide(file, Decision.Outcome.APPROVED, barred, NOW)), barred);
      assertEquals(
          "SAN-20",
          ruleOf(
              () ->
                  file.imposeInterim(
                      draft(MeasureKind.ENGAGEMENT_LIMIT, TODAY, TODAY), "r", barred, DAYS, NOW)),
          barred);
      assertEquals("SAN-20", ruleOf(() -> file.actsOnMeasure(barred, Part.LIFTED, NOW)), barred);
    }
    assertDoesNotThrow(() -> decide(file, Decision.Outcome.APPROVED, "decider", NOW));
  }

  @Test
  @DisplayName(
      "SAN-22 who declared an interest takes no further part, and a waiting proposal falls")
  void interest() {
    CaseFile file = standing(CaseStatus.PROPOSED);
    file.declareInterest("proposer", "family", NOW);
    assertEquals(CaseStatus.RETURNED, file.status);
    assertEquals("SAN-22", ruleOf(() -> propose(file, "proposer", NOW)));
    assertEquals("SAN-22", ruleOf(() -> file.notify(notice(null), "proposer", DAYS, NOW)));
    assertEquals("SAN-22", ruleOf(() -> file.withdraw("proposer", "r", NOW)));
    assertThrows(Refusal.class, () -> file.declareInterest("proposer", "again", NOW));
    CaseFile others = standing(CaseStatus.PROPOSED);
    others.declareInterest("officer", "family", NOW);
    assertEquals(CaseStatus.PROPOSED, others.status);
  }

  @Test
  @DisplayName("SAN-30 the appeal is in time until the end of the fifteenth working day")
  void appealTerm() {
    CaseFile file = standing(CaseStatus.DECIDED);
    assertEquals(VietnamTime.endOf(LocalDate.parse("2026-12-16")), file.appealBy);
    assertEquals("SAN-30", ruleOf(() -> file.appeal(UUID.randomUUID(), "kol", file.appealBy)));
    assertDoesNotThrow(() -> file.appeal(UUID.randomUUID(), "kol", file.appealBy.minusMillis(1)));
  }

  @Test
  @DisplayName("SAN-31 whoever took any part is no member of the panel")
  void noPart() {
    CaseFile file = standing(CaseStatus.APPEALED);
    for (String person : List.of("opener", "officer", "kol", "proposer", "decider")) {
      assertFalse(file.tookNoPart(person), person);
    }
    assertTrue(file.tookNoPart("panel-member"));
  }

  @Test
  @DisplayName("SAN-52 ten working days are the most, in one case all together")
  void interimTerm() {
    LocalDate tenth = LocalDate.parse("2026-12-08");
    CaseFile file = opened();
    assertEquals(
        "SAN-52",
        ruleOf(
            () ->
                file.imposeInterim(
                    draft(MeasureKind.ENGAGEMENT_LIMIT, TODAY, tenth.plusDays(1)),
                    "r",
                    "d",
                    DAYS,
                    NOW)));
    file.imposeInterim(
        draft(MeasureKind.ENGAGEMENT_LIMIT, TODAY, TODAY.plusDays(2)), "r", "d", DAYS, NOW);
    Instant later = NOW.plusSeconds(86_400 * 5);
    assertEquals(
        "SAN-52",
        ruleOf(
            () ->
                file.imposeInterim(
                    draft(MeasureKind.ENGAGEMENT_LIMIT, tenth, tenth.plusDays(1)),
                    "r",
                    "d",
                    DAYS,
                    later)));
    assertDoesNotThrow(
        () ->
            file.imposeInterim(
                draft(MeasureKind.ENGAGEMENT_LIMIT, tenth, tenth), "r", "d", DAYS, later));
    var open =
        new MeasureDraft(MeasureKind.ENGAGEMENT_LIMIT, null, "G-1", TODAY, null, TODAY, null);
    assertEquals("SAN-52", ruleOf(() -> opened().imposeInterim(open, "r", "d", DAYS, NOW)));
    assertEquals(
        "SAN-52",
        ruleOf(
            () ->
                opened()
                    .imposeInterim(
                        draft(MeasureKind.MEMBERSHIP_EXCLUSION, TODAY, TODAY),
                        "r",
                        "d",
                        DAYS,
                        NOW)));
  }

  @Test
  @DisplayName("SAN-51 the last words that the subject wanted shown are its statement")
  void statement() {
    CaseFile file = standing(CaseStatus.NOTIFIED);
    file.respond(new SubjectResponseRequest("t", false, "first"), "kol", NOW);
    file.respond(new SubjectResponseRequest("t", false, "second"), "kol", NOW);
    file.respond(new SubjectResponseRequest("t", true, null), "kol", NOW);
    assertEquals("second", file.statement());
  }
}

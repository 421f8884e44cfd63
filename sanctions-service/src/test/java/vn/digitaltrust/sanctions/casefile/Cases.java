package vn.digitaltrust.sanctions.casefile;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.access.Reporter;
import vn.digitaltrust.sanctions.calendar.WorkingCalendar;
import vn.digitaltrust.sanctions.measure.MeasureDraft;
import vn.digitaltrust.sanctions.report.Evidence;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.WorkingDays;

/** Cases brought to where a test of their rules begins. */
final class Cases {
  static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
  static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  static final WorkingDays DAYS = WorkingCalendar.of(Set.of(2026, 2027), Set.of(), Set.of());

  private Cases() {}

  static CaseFile opened() {
    return CaseFile.open(
        new CaseRequest(UUID.randomUUID(), List.of(UUID.randomUUID()), "title"),
        new Reporter("opener", null),
        NOW);
  }

  static MeasureDraft draft(MeasureKind kind, LocalDate from, LocalDate until) {
    return new MeasureDraft(kind, null, "G-1", from, until, null, null);
  }

  static MeasureDraft limit() {
    return draft(MeasureKind.ENGAGEMENT_LIMIT, TODAY.plusDays(30), TODAY.plusDays(60));
  }

  static NoticeRequest notice(LocalDate respondBy) {
    return new NoticeRequest(
        List.of(new Allegation("G-1", "facts", null)),
        List.of(new Evidence("e", null, null)),
        respondBy);
  }

  static SubjectResponseRequest response(boolean last) {
    return new SubjectResponseRequest("text", last, null);
  }

  static void propose(CaseFile file, String by, Instant now) {
    file.propose(new ProposalRequest("reasons", List.of(limit())), by, now);
  }

  static void decide(CaseFile file, Decision.Outcome outcome, String by, Instant now) {
    file.decide(new DecisionRequest(outcome, "reasons"), by, DAYS, now);
  }

  static CaseFile standing(CaseStatus status) {
    CaseFile file = opened();
    if (status == CaseStatus.OPENED) {
      return file;
    }
    if (status == CaseStatus.WITHDRAWN) {
      file.withdraw("officer", "reasons", NOW);
      return file;
    }
    file.notify(notice(null), "officer", DAYS, NOW);
    if (status == CaseStatus.NOTIFIED) {
      return file;
    }
    file.respond(response(true), "kol", NOW);
    if (status == CaseStatus.RESPONDED) {
      return file;
    }
    propose(file, "proposer", NOW);
    switch (status) {
      case PROPOSED -> {}
      case RETURNED -> decide(file, Decision.Outcome.RETURNED, "decider", NOW);
      case DISMISSED -> decide(file, Decision.Outcome.DISMISSED, "decider", NOW);
      default -> decide(file, Decision.Outcome.APPROVED, "decider", NOW);
    }
    if (status == CaseStatus.APPEALED || status == CaseStatus.RULED) {
      file.appeal(UUID.randomUUID(), "kol", NOW);
    }
    if (status == CaseStatus.RULED) {
      file.ruled(Set.of("a", "b", "c"), NOW);
    }
    if (status == CaseStatus.CLOSED) {
      file.close("officer", "reasons", file.appealBy);
    }
    return file;
  }

  static String ruleOf(org.junit.jupiter.api.function.Executable executable) {
    return (String) assertThrows(Refusal.class, executable).getParameters().get("rule");
  }
}

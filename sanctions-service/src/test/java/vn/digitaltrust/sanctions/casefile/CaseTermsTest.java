package vn.digitaltrust.sanctions.casefile;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.access.Reporter;
import vn.digitaltrust.sanctions.calendar.WorkingCalendar;
import vn.digitaltrust.sanctions.measure.MeasureDraft;
import vn.digitaltrust.sanctions.report.Evidence;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.VietnamTime;
import vn.digitaltrust.vocabulary.WorkingDays;

/** Terms that several acts share, in whatever order they come. */
class CaseTermsTest {
  private static final Instant NOW = Instant.parse("2026-11-25T03:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final LocalDate TENTH = LocalDate.parse("2026-12-08");
  private static final WorkingDays DAYS =
      WorkingCalendar.of(Set.of(2026, 2027), Set.of(), Set.of());

  private static CaseFile opened() {
    return CaseFile.open(
        new CaseRequest(UUID.randomUUID(), List.of(UUID.randomUUID()), "title"),
        new Reporter("opener", null),
        NOW);
  }

  private static void secure(CaseFile file, LocalDate from, LocalDate until) {
    file.imposeInterim(
        new MeasureDraft(MeasureKind.ENGAGEMENT_LIMIT, null, "G-1", from, until, null, null),
        "r",
        "d",
        DAYS,
        NOW);
  }

  private static void tooLong(CaseFile file, LocalDate from, LocalDate until) {
    Refusal refusal = assertThrows(Refusal.class, () -> secure(file, from, until));
    assertEquals("SAN-52", refusal.getParameters().get("rule"));
  }

  @Test
  @DisplayName("SAN-52 the span of interim measures counts, not the order in which they come")
  void interimInAnyOrder() {
    CaseFile laterFirst = opened();
    secure(laterFirst, TENTH, TENTH.plusDays(7));
    tooLong(laterFirst, TODAY, TODAY);
    tooLong(laterFirst, TODAY, TENTH.plusDays(7));
    CaseFile longFirst = opened();
    secure(longFirst, TODAY.plusDays(1), TENTH);
    assertDoesNotThrow(() -> secure(longFirst, TODAY, TODAY));
    tooLong(longFirst, TENTH.plusDays(1), TENTH.plusDays(1));
    CaseFile inside = opened();
    secure(inside, TODAY, TENTH);
    assertDoesNotThrow(() -> secure(inside, TODAY.plusDays(3), TODAY.plusDays(4)));
    tooLong(inside, TODAY.plusDays(3), TENTH.plusDays(1));
    tooLong(opened(), TODAY, LocalDate.parse("9999-12-31"));
  }

  @Test
  @DisplayName("SAN-11 a further notice gives more time and never takes any away")
  void furtherNotice() {
    LocalDate promised = LocalDate.parse("2026-12-20");
    CaseFile file = opened();
    notify(file, promised);
    notify(file, null);
    assertEquals(VietnamTime.endOf(promised), file.windowClosesAt);
    assertEquals(promised, file.notices.get(1).respondBy);
    notify(file, promised.plusDays(1));
    assertEquals(VietnamTime.endOf(promised.plusDays(1)), file.windowClosesAt);
  }

  private static void notify(CaseFile file, LocalDate respondBy) {
    file.notify(
        new NoticeRequest(
            List.of(new Allegation("G-1", "facts", null)),
            List.of(new Evidence("e", null, null)),
            respondBy),
        "officer",
        DAYS,
        NOW);
  }
}

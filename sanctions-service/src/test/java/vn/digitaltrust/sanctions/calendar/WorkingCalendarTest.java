package vn.digitaltrust.sanctions.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import vn.digitaltrust.door.Kind;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.WorkingDays;

class WorkingCalendarTest {
  @Test
  @DisplayName("SAN-80 a term that reaches into a year without data is refused")
  void unknownYear() {
    WorkingDays days = WorkingCalendar.of(Set.of(2026), Set.of(), Set.of());
    Refusal refusal =
        assertThrows(Refusal.class, () -> days.after(LocalDate.parse("2026-12-31"), 1));
    assertEquals(Kind.ILLEGAL_STATE, refusal.kind());
  }
}

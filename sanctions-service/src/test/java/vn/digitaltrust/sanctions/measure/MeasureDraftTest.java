package vn.digitaltrust.sanctions.measure;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.Activity;
import vn.digitaltrust.vocabulary.MeasureKind;

class MeasureDraftTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");

  private static MeasureDraft draft(MeasureKind kind, LocalDate from, LocalDate until) {
    return new MeasureDraft(
        kind, null, "G-1", from, until, until == null ? from.plusDays(90) : null, null);
  }

  private static String ruleOf(Executable executable) {
    return (String) assertThrows(Refusal.class, executable).getParameters().get("rule");
  }

  @ParameterizedTest
  @DisplayName("SAN-40 only an engagement limit may have a scope")
  @EnumSource(MeasureKind.class)
  void scopeByKind(MeasureKind kind) {
    Scope scope = new Scope(new TreeSet<>(Set.of(Activity.PERFORM)), null, null, null, null);
    var draft = new MeasureDraft(kind, scope, "G-1", TODAY, TODAY, null, null);
    if (kind == MeasureKind.ENGAGEMENT_LIMIT) {
      assertDoesNotThrow(draft::check);
    } else {
      assertEquals("SAN-40", ruleOf(draft::check));
    }
  }

  @Test
  @DisplayName(
      "SAN-41 without a last day and a day of review a measure is refused; days are in order")
  void mustEnd() {
    var kind = MeasureKind.WARNING;
    assertEquals(
        "SAN-41",
        ruleOf(() -> new MeasureDraft(kind, null, "G-1", TODAY, null, null, null).check()));
    assertEquals(
        "SAN-41",
        ruleOf(
            () ->
                new MeasureDraft(kind, null, "G-1", TODAY, TODAY.minusDays(1), null, null)
                    .check()));
    assertEquals(
        "SAN-41",
        ruleOf(
            () ->
                new MeasureDraft(kind, null, "G-1", TODAY, null, TODAY.minusDays(1), null)
                    .check()));
    assertDoesNotThrow(() -> new MeasureDraft(kind, null, "G-1", TODAY, TODAY, null, null).check());
    assertDoesNotThrow(() -> new MeasureDraft(kind, null, "G-1", TODAY, null, TODAY, null).check());
  }

  @ParameterizedTest
  @DisplayName("SAN-52 only limits and suspensions may be interim")
  @EnumSource(MeasureKind.class)
  void interimKinds(MeasureKind kind) {
    var draft = draft(kind, TODAY, TODAY);
    if (Set.of(
            MeasureKind.ENGAGEMENT_LIMIT,
            MeasureKind.CERTIFICATE_SUSPENSION,
            MeasureKind.MEMBERSHIP_SUSPENSION)
        .contains(kind)) {
      assertDoesNotThrow(draft::requireInterim);
    } else {
      assertEquals("SAN-52", ruleOf(draft::requireInterim));
    }
  }
}

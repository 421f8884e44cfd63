package vn.digitaltrust.sanctions.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * What changes in a measure; what is absent stays.
 *
 * @param scope the new scope
 * @param until the new last day
 * @param reviewOn the new day of review
 * @param conditions all conditions from now on
 */
@Schema(name = "SanctionsVariation", examples = "{\"until\":\"2027-03-31\"}")
public record Variation(
    @Valid @Schema(nullable = true) Scope scope,
    @Schema(nullable = true) LocalDate until,
    @Schema(nullable = true) LocalDate reviewOn,
    @Schema(nullable = true) @Size(max = 20) List<@NotBlank @Size(max = 1000) String> conditions) {
  boolean empty() {
    return scope == null && until == null && reviewOn == null && conditions == null;
  }

  /**
   * What a measure would say after this change.
   *
   * @param milderOnly SAN-34: whether it may become no heavier
   * @return this change with everything that stays as it is
   */
  Variation onto(Measure measure, boolean milderOnly, Instant now) {
    if (empty()) {
      throw Refusal.rule("SAN-46", "measure.variation-empty");
    }
    Variation whole =
        new Variation(
            scope == null ? measure.scope : scope,
            until == null ? measure.until : until,
            reviewOn == null ? measure.reviewOn : reviewOn,
            conditions == null ? measure.conditions : conditions);
    if (!measure.kind.scoped() && !whole.scope.everything()) {
      throw Refusal.rule("SAN-40", "measure.scope-not-for-kind", measure.kind);
    }
    if (conditions != null) {
      MeasureBounds.requireShort(conditions);
    }
    MeasureDraft.checkDays(measure.from, whole.until, whole.reviewOn);
    if (milderOnly && whole.heavierThan(measure)) {
      throw Refusal.rule("SAN-34", "measure.variation-heavier");
    }
    if (whole.until != null && !VietnamTime.endOf(whole.until).isAfter(now)) {
      throw Refusal.rule("SAN-42", "measure.over", whole.until.toString());
    }
    return whole;
  }

  /**
   * SAN-34: whether a measure would be harder on its subject than it is in any respect. What was
   * permitted on a condition stays permitted on it; an end or a review where there was none is an
   * ease.
   */
  private boolean heavierThan(Measure measure) {
    return !scope.within(measure.scope)
        || later(until, measure.until)
        || later(reviewOn, measure.reviewOn)
        || !conditions.containsAll(measure.conditions);
  }

  private static boolean later(LocalDate day, LocalDate before) {
    return before != null && day.isAfter(before);
  }
}

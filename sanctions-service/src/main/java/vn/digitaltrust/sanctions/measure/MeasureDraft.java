package vn.digitaltrust.sanctions.measure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.Span;
import vn.digitaltrust.vocabulary.VietnamTime;

/**
 * A measure that somebody proposes.
 *
 * @param scope only for an engagement limit; absent means everything
 * @param ground a code of the catalogue
 * @param from the first day
 * @param until the last day; absent only with a day of review
 * @param reviewOn when it is looked at again
 * @param conditions on which the limit does not stand in the way
 */
@Schema(
    name = "SanctionsMeasureDraft",
    examples =
        "{\"kind\":\"ENGAGEMENT_LIMIT\",\"scope\":{\"activities\":[\"ADVERTISE\"],\"territories\":[\"2025:79\"]},"
            + "\"ground\":\"DECREE-38-2021-34.5\",\"from\":\"2026-12-07\",\"until\":\"2027-06-06\",\"conditions\":[]}")
public record MeasureDraft(
    @NotNull MeasureKind kind,
    @Valid @Schema(nullable = true) Scope scope,
    @NotBlank @Size(max = 60) String ground,
    @NotNull LocalDate from,
    @Schema(nullable = true) LocalDate until,
    @Schema(nullable = true) LocalDate reviewOn,
    @Size(max = 20) List<@NotBlank @Size(max = 1000) String> conditions) {
  /** Reads an absent scope as everything and absent conditions as none. */
  public MeasureDraft {
    scope = scope == null ? Scope.ALL : scope;
    conditions = conditions == null ? List.of() : List.copyOf(conditions);
  }

  /**
   * The rules that every measure obeys, whoever decides it.
   *
   * @throws Refusal 422 SAN-40, SAN-41 or SAN-54
   */
  public void check() {
    if (!kind.scoped() && !scope.everything()) {
      throw Refusal.rule("SAN-40", "measure.scope-not-for-kind", kind);
    }
    checkDays(from, until, reviewOn);
    MeasureBounds.requireShort(conditions);
  }

  static void checkDays(LocalDate from, LocalDate until, LocalDate reviewOn) {
    if (until == null && reviewOn == null) {
      throw Refusal.rule("SAN-41", "measure.endless");
    }
    if ((until != null && until.isBefore(from)) || (reviewOn != null && reviewOn.isBefore(from))) {
      throw Refusal.rule("SAN-41", "measure.days-order");
    }
  }

  /**
   * As {@link #check}, for a measure that cannot reach into the past.
   *
   * @throws Refusal 422 SAN-42 when it begins before that day
   */
  public void checkFrom(LocalDate today) {
    check();
    if (from.isBefore(today)) {
      throw Refusal.rule("SAN-42", "measure.from-past", from.toString(), today.toString());
    }
  }

  /**
   * That the measure may be imposed before a decision.
   *
   * @throws Refusal 422 SAN-52 when its kind cannot be undone without a trace
   */
  public void requireInterim() {
    if (!kind.interim()) {
      throw Refusal.rule("SAN-52", "measure.kind-not-interim", kind);
    }
  }

  /**
   * SAN-42: the interval of a measure decided at an instant. It begins with its first day, or with
   * the decision when that day has begun.
   *
   * @throws Refusal 422 SAN-42 when it would be over before it begins
   */
  public Span decidedAt(Instant decision) {
    return interval(from, until, decision);
  }

  static Span interval(LocalDate from, LocalDate until, Instant decision) {
    Instant start = VietnamTime.startOf(from);
    Instant starts = start.isBefore(decision) ? decision : start;
    Instant ends = until == null ? null : VietnamTime.endOf(until);
    if (ends != null && !ends.isAfter(starts)) {
      throw Refusal.rule("SAN-42", "measure.over", until.toString());
    }
    return Span.inOrder(starts, ends);
  }
}

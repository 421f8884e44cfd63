package vn.digitaltrust.sanctions.measure;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.vocabulary.MeasureKind;

/**
 * What a measure limits, and from when to when: what stands of it beside the decision that carries
 * it.
 *
 * @param status computed for the instant of the answer
 * @param until the last day, or null when a day of review takes its place
 */
@Schema(name = "SanctionsMeasureTerms")
public record MeasureTerms(
    MeasureKind kind,
    MeasureStatus status,
    Scope scope,
    LocalDate from,
    @Schema(nullable = true) LocalDate until,
    @Schema(nullable = true) LocalDate reviewOn,
    Instant startsAt,
    @Schema(nullable = true) Instant endsAt) {
  static MeasureTerms of(MeasureState measure, Instant at) {
    return new MeasureTerms(
        measure.kind(),
        measure.timeline().at(at),
        measure.scope(),
        measure.from(),
        measure.until(),
        measure.reviewOn(),
        measure.startsAt(),
        measure.endsAt());
  }
}

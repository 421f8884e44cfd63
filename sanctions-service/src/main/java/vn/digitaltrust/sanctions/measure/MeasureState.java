package vn.digitaltrust.sanctions.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.digitaltrust.sanctions.ground.GroundRef;
import vn.digitaltrust.vocabulary.MeasureClass;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.Span;

/**
 * All that is public about a measure: what the journal's entries, the kept versions and the answers
 * carry alike.
 *
 * @param caseId the case it came from, or null for a state decision
 * @param from the first day
 * @param until the last day, or null when a day of review takes its place
 * @param startsAt the first instant
 * @param endsAt the first instant after the last day, or null
 * @param end how it was ended by a decision, or null
 * @param statement the subject's own words, or null
 */
@Schema(name = "SanctionsMeasureState")
public record MeasureState(
    UUID id,
    UUID subject,
    @JsonProperty("case") @Schema(nullable = true) UUID caseId,
    @Schema(nullable = true) UUID stateDecision,
    @JsonProperty("class") MeasureClass measureClass,
    MeasureKind kind,
    boolean interim,
    Scope scope,
    GroundRef ground,
    @Schema(nullable = true) String authority,
    LocalDate from,
    @Schema(nullable = true) LocalDate until,
    @Schema(nullable = true) LocalDate reviewOn,
    Instant startsAt,
    @Schema(nullable = true) Instant endsAt,
    List<String> conditions,
    List<Permission> exceptions,
    List<Span> stays,
    @Schema(nullable = true) MeasureEnd end,
    @Schema(nullable = true) String statement) {
  static MeasureState of(Measure measure) {
    return new MeasureState(
        measure.id,
        measure.subject,
        measure.caseId,
        measure.stateDecision,
        measure.measureClass,
        measure.kind,
        measure.interim,
        measure.scope,
        measure.groundRef(),
        measure.authority,
        measure.from,
        measure.until,
        measure.reviewOn,
        measure.startsAt,
        measure.endsAt,
        List.copyOf(measure.conditions),
        measure.exceptions.stream().map(Permission::of).toList(),
        measure.stays.stream().map(MeasureStay::interval).filter(stay -> !stay.empty()).toList(),
        measure.end(),
        measure.statement);
  }

  MeasureTimeline timeline() {
    return new MeasureTimeline(Span.inOrder(startsAt, endsAt), stays, end);
  }

  /** An exception: a permission to act for a time. */
  @Schema(name = "SanctionsPermission")
  public record Permission(
      UUID id,
      Scope scope,
      @Schema(nullable = true) String reason,
      LocalDate from,
      LocalDate until,
      Instant startsAt,
      Instant endsAt) {
    static Permission of(MeasureException exception) {
      return new Permission(
          exception.id,
          exception.scope,
          exception.reason,
          exception.from,
          exception.until,
          exception.startsAt,
          exception.endsAt);
    }
  }
}

package vn.digitaltrust.sanctions.measure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * SAN-53: what is written about a measure and is not public: for its subject and for those who work
 * with it. Who granted what is for the latter only.
 *
 * @param urgency why an interim measure could not wait for the decision
 * @param endReasons why it was lifted or annulled
 * @param stays every stay that was granted, with why
 * @param exceptions who granted which exception
 */
@Schema(name = "SanctionsMeasureFile")
public record MeasureFile(
    @Schema(nullable = true) String urgency,
    @Schema(nullable = true) String endReasons,
    List<Stay> stays,
    List<Granted> exceptions) {
  /** A stay, with where it came from; without an appeal it is one of the authority. */
  @Schema(name = "SanctionsStay")
  public record Stay(
      @Schema(nullable = true) UUID appeal,
      Instant startsAt,
      @Schema(nullable = true) Instant endsAt,
      @Schema(nullable = true) String reasons,
      @Schema(nullable = true) String grantedBy,
      Instant grantedAt) {}

  /** An exception, by its id. */
  @Schema(name = "SanctionsExceptionGranted")
  public record Granted(UUID id, @Schema(nullable = true) String grantedBy, Instant grantedAt) {}

  /**
   * @param staff whether the reader works with the measure
   */
  static MeasureFile of(Measure measure, boolean staff) {
    return new MeasureFile(
        measure.urgency,
        measure.endReasons,
        measure.stays.stream()
            .map(
                stay ->
                    new Stay(
                        stay.appeal,
                        stay.startsAt,
                        stay.endsAt,
                        stay.reasons,
                        staff ? stay.grantedBy : null,
                        stay.grantedAt))
            .toList(),
        measure.exceptions.stream()
            .map(it -> new Granted(it.id, staff ? it.grantedBy : null, it.grantedAt))
            .toList());
  }

  /** Whether there is nothing in it yet. */
  boolean blank() {
    return urgency == null && endReasons == null && stays.isEmpty() && exceptions.isEmpty();
  }
}

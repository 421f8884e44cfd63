package vn.digitaltrust.sanctions.measure;

import java.time.Instant;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.vocabulary.MeasureKind;
import vn.digitaltrust.vocabulary.Provinces;

/**
 * SAN-164: which measures a list shows; what is null narrows nothing.
 *
 * @param inForceAt in force at this instant
 * @param territory an engagement limit that reaches this province; other kinds reach none
 * @param ground a code of the catalogue
 */
record MeasureFilter(MeasureKind kind, Instant inForceAt, String territory, String ground) {
  /**
   * Reads what the query says.
   *
   * @throws Refusal 400 when it says no instant or no province
   */
  static MeasureFilter read(MeasureKind kind, String inForceAt, String territory, String ground) {
    return new MeasureFilter(
        kind,
        Refusal.readingInstant("inForceAt", inForceAt),
        territory == null ? null : Refusal.reading("territory", () -> Provinces.require(territory)),
        ground);
  }

  /** Whether the list shows a measure that is known so. */
  boolean fits(MeasureState measure) {
    return (kind == null || measure.kind() == kind)
        && (ground == null || measure.ground().code().equals(ground))
        && (inForceAt == null || measure.timeline().inForce(inForceAt))
        && (territory == null || reaches(measure));
  }

  private boolean reaches(MeasureState measure) {
    return measure.kind() == MeasureKind.ENGAGEMENT_LIMIT
        && (measure.scope().territories().isEmpty()
            || measure.scope().territories().contains(territory));
  }
}

package vn.digitaltrust.sanctions.measure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.journal.StateSchema;

/**
 * SAN-55: what the journal tells of the part of a measure that is not public: all of it but the
 * reasons of earlier steps, which are read through the API.
 *
 * @param reasons why the step that is told was taken; null when it needs no reasons
 */
@StateSchema(2)
record FiledMeasure(
    UUID measure,
    UUID subject,
    String reasons,
    List<MeasureFile.Stay> stays,
    List<MeasureFile.Granted> exceptions) {
  /**
   * @param type the type of the public entry of the same step
   * @param staff whether the reader works with the measure
   */
  static FiledMeasure of(Measure measure, String type, boolean staff) {
    MeasureFile file = MeasureFile.of(measure, staff);
    return new FiledMeasure(
        measure.id,
        measure.subject,
        switch (type) {
          case "measure.imposed" -> measure.urgency;
          case "measure.stayed" -> lastGranted(measure).reasons;
          case "measure.lifted", "measure.annulled" -> measure.endReasons;
          default -> null;
        },
        file.stays().stream()
            .map(
                it ->
                    new MeasureFile.Stay(
                        it.appeal(),
                        it.startsAt(),
                        it.endsAt(),
                        null,
                        it.grantedBy(),
                        it.grantedAt()))
            .toList(),
        file.exceptions());
  }

  /** The stay that was granted last; of several at one instant the one that was added last. */
  private static MeasureStay lastGranted(Measure measure) {
    MeasureStay last = measure.stays.get(0);
    for (MeasureStay stay : measure.stays) {
      Instant at = stay.grantedAt;
      last = at.isBefore(last.grantedAt) ? last : stay;
    }
    return last;
  }
}

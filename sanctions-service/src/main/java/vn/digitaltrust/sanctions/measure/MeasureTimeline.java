package vn.digitaltrust.sanctions.measure;

import java.time.Instant;
import java.util.List;
import vn.digitaltrust.vocabulary.Span;

/**
 * SAN-43: a measure in time. Pure: the same class answers for the present row and for any version
 * that was kept.
 *
 * @param whole from the start to the end that was decided when it was imposed or varied
 * @param stays intervals without effect; they never move the end
 * @param end how it was ended, or null
 */
public record MeasureTimeline(Span whole, List<Span> stays, MeasureEnd end) {
  /** Copies the stays. */
  public MeasureTimeline {
    stays = List.copyOf(stays);
  }

  /** How the measure stands at an instant. */
  public MeasureStatus at(Instant instant) {
    if (end != null && end.state() == MeasureEnd.State.ANNULLED) {
      return MeasureStatus.ANNULLED;
    }
    boolean expired = whole.endsAt() != null && !instant.isBefore(whole.endsAt());
    if (end != null && !instant.isBefore(end.at())) {
      return MeasureStatus.LIFTED;
    }
    if (expired) {
      return MeasureStatus.EXPIRED;
    }
    if (instant.isBefore(whole.startsAt())) {
      return MeasureStatus.SCHEDULED;
    }
    return stays.stream().anyMatch(stay -> stay.contains(instant))
        ? MeasureStatus.STAYED
        : MeasureStatus.IN_FORCE;
  }

  /** Whether the measure has effect at an instant. */
  public boolean inForce(Instant instant) {
    return at(instant) == MeasureStatus.IN_FORCE;
  }
}

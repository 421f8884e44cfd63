package vn.digitaltrust.sanctions.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.digitaltrust.door.holder.Hold;
import vn.digitaltrust.sanctions.registry.Holding;
import vn.digitaltrust.vocabulary.VietnamTime;

/** SAN-121: which measures hold the erasure of their subject. */
@ApplicationScoped
class MeasureHolds implements Holding {
  private static final String CODE = "MEASURE";

  private final MeasureRepository repository;

  MeasureHolds(MeasureRepository repository) {
    this.repository = repository;
  }

  @Override
  public Optional<Hold> on(Set<UUID> same, Instant now) {
    return repository.unended(same).stream()
        .map(measure -> hold(measure.timeline().at(now), measure.until, now))
        .filter(Objects::nonNull)
        .max(Comparator.comparing(Hold::until));
  }

  /**
   * @param until the last day, or null when a day of review takes its place
   * @return null when the measure holds nothing
   */
  static Hold hold(MeasureStatus status, LocalDate until, Instant now) {
    if (status.ended()) {
      return null;
    }
    LocalDate today = VietnamTime.dayOf(now);
    return until == null ? Hold.longest(CODE, today) : Hold.upTo(CODE, until, today);
  }
}

package vn.digitaltrust.verdict;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * GW-20: the engagement limits that are known. One thread writes, any number read meanwhile.
 *
 * @param <S> what an answer shows of a measure
 */
public final class Limits<S> {
  private final Table<UUID, Measure<S>> byId = new Table<>(Measure::id);
  private final Table<UUID, Measure<S>> bySubject = new Table<>(Measure::subject);

  /**
   * Takes in what a measure is now.
   *
   * @param id the measure
   * @param measure the limit, or null when this measure restricts nothing
   */
  public void put(UUID id, Measure<S> measure) {
    Measure<S> before = byId.any(id);
    bySubject.replace(before, measure);
    byId.replace(before, measure);
  }

  /** The engagement limits of these subjects, over or not. */
  public List<Measure<S>> of(Collection<UUID> subjects) {
    return bySubject.all(subjects);
  }

  /** Looks these subjects up, together; checks of them are then made faster. */
  public void readAhead(List<UUID> subjects) {
    bySubject.any(subjects);
  }

  /** How many limits are known. */
  public int count() {
    return byId.size();
  }
}

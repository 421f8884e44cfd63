package vn.digitaltrust.gateway.trust;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.journal.Entry;

/** The engagement limits, as the journal of sanctions tells them. */
final class SanctionsContent implements Content {
  /** What restricts nobody by itself; its measures do. */
  private static final String STATE_DECISION = "stateDecision";

  private final Table<UUID, Measure> byId = new Table<>(Measure::id);
  private final Table<UUID, Measure> bySubject = new Table<>(Measure::subject);

  @Override
  public void put(Entry entry) {
    if (STATE_DECISION.equals(entry.aggregate())) {
      return;
    }
    Measure measure = new Reading(entry).measure();
    Measure before = byId.any(entry.aggregateId());
    bySubject.replace(before, measure);
    byId.replace(before, measure);
  }

  /** The engagement limits of these subjects, over or not. */
  List<Measure> of(Collection<UUID> subjects) {
    return bySubject.all(subjects);
  }

  /** Looks these subjects up, together; checks of them are then made faster. */
  void readAhead(List<UUID> subjects) {
    bySubject.any(subjects);
  }

  int measureCount() {
    return byId.size();
  }
}

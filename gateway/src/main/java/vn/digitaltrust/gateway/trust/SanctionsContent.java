package vn.digitaltrust.gateway.trust;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.digitaltrust.journal.Entry;

/** The engagement limits, as the journal of sanctions tells them. */
final class SanctionsContent {
  /** What restricts nobody by itself; its measures do. */
  private static final String STATE_DECISION = "stateDecision";

  private final Grouped<UUID, Measure> measures = new Grouped<>();

  void put(Entry entry) {
    if (STATE_DECISION.equals(entry.aggregate())) {
      return;
    }
    Measure measure = new Reading(entry).measure();
    measures.put(
        entry.aggregateId(), measure, measure == null ? List.of() : List.of(measure.subject()));
  }

  /** The engagement limits of these subjects, over or not. */
  List<Measure> of(Collection<UUID> subjects) {
    return subjects.stream().flatMap(subject -> measures.get(subject).stream()).toList();
  }

  int measureCount() {
    return measures.size();
  }
}

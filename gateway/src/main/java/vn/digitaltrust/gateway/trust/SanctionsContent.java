package vn.digitaltrust.gateway.trust;

import vn.digitaltrust.journal.Entry;
import vn.digitaltrust.verdict.Limits;

/** The engagement limits, as the journal of sanctions tells them. */
final class SanctionsContent implements Content {
  /** What restricts nobody by itself; its measures do. */
  private static final String STATE_DECISION = "stateDecision";

  private final Limits<Restriction> limits = new Limits<>();

  @Override
  public void put(Entry entry) {
    if (!STATE_DECISION.equals(entry.aggregate())) {
      limits.put(entry.aggregateId(), new Reading(entry).measure());
    }
  }

  /** The limits that are known so far. */
  Limits<Restriction> limits() {
    return limits;
  }
}

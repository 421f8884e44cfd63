package vn.digitaltrust.sanctions.appeal;

import java.util.Comparator;
import java.util.List;
import vn.digitaltrust.door.Refusal;
import vn.digitaltrust.sanctions.measure.AnnulmentCause;

/**
 * SAN-32: what a member of the panel finds, with all that it would change. Two findings agree only
 * if they are equal in everything.
 *
 * @param cause why the measures should never have been; null unless ANNULLED
 * @param variations how each measure changes, by measure; empty unless VARIED
 */
record Finding(Outcome outcome, AnnulmentCause cause, List<MeasureVariation> variations) {
  /**
   * Puts the variations in one order, so that the order in which they were written is no
   * difference.
   */
  Finding {
    variations =
        variations == null
            ? List.of()
            : variations.stream().sorted(Comparator.comparing(MeasureVariation::measure)).toList();
  }

  /** Whether it says all that its outcome needs, and nothing that its outcome has no use for. */
  boolean whole() {
    return causeFits() && variationsFit();
  }

  private boolean causeFits() {
    return (outcome == Outcome.ANNULLED) == (cause != null);
  }

  private boolean variationsFit() {
    return (outcome == Outcome.VARIED) != variations.isEmpty();
  }

  /** Refuses what does not fit the outcome. */
  Finding checked() {
    if (!causeFits()) {
      throw Refusal.rule("SAN-32", "appeal.cause-for-annulment");
    }
    if (!variationsFit()) {
      throw Refusal.rule("SAN-32", "appeal.variations-for-varied");
    }
    if (variations.stream().map(MeasureVariation::measure).distinct().count() < variations.size()) {
      throw Refusal.rule("SAN-32", "appeal.measure-varied-twice");
    }
    return this;
  }
}

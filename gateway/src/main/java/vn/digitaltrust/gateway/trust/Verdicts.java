package vn.digitaltrust.gateway.trust;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** GW-1 to GW-10: from what is known about a subject to a verdict. Pure. */
final class Verdicts {
  private Verdicts() {}

  /**
   * A verdict and what it rests on.
   *
   * @param restrictions the measures behind it; those that restrict without an exception come first
   */
  record Finding(Verdict verdict, List<Measure> restrictions) {}

  /**
   * The verdict.
   *
   * @param subject the canonical subject, or null when nobody is known by what was named
   * @param measures all engagement limits of the subject and of those merged into it
   * @param age of the journal that was heard from least recently
   * @param bound the age from which the index is too old
   */
  static Finding on(
      Subject subject, List<Measure> measures, Question question, Duration age, Duration bound) {
    List<Measure> hard = new ArrayList<>();
    List<Measure> soft = new ArrayList<>();
    for (Measure measure : measures) {
      if (measure.inForce(question.at()) && measure.scope().touches(question)) {
        (measure.conditional() || measure.permits(question) ? soft : hard).add(measure);
      }
    }
    if (!hard.isEmpty()) {
      hard.addAll(soft);
      return new Finding(Verdict.RESTRICTED, List.copyOf(hard));
    }
    if (!soft.isEmpty()) {
      return new Finding(Verdict.CONDITIONAL, List.copyOf(soft));
    }
    if (age.compareTo(bound) > 0) {
      return new Finding(Verdict.STALE, List.of());
    }
    boolean clear = subject != null && subject.registered();
    return new Finding(clear ? Verdict.CLEAR : Verdict.UNKNOWN, List.of());
  }
}

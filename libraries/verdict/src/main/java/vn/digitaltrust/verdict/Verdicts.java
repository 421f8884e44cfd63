package vn.digitaltrust.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** GW-1 to GW-10: from what is known about a subject to a verdict. Pure. */
public final class Verdicts {
  private Verdicts() {}

  /**
   * A verdict and what it rests on.
   *
   * @param <S> what an answer shows of a measure
   * @param restrictions the measures behind it; those that restrict without an exception come first
   */
  public record Finding<S>(Verdict verdict, List<Measure<S>> restrictions) {}

  /**
   * The verdict.
   *
   * @param <S> what an answer shows of a measure
   * @param subject the canonical subject, or null when nobody is known by what was named
   * @param measures all engagement limits of the subject and of those merged into it
   * @param age of the journal that was heard from least recently
   * @param bound the age from which the index is too old
   */
  public static <S> Finding<S> on(
      Subject subject, List<Measure<S>> measures, Question question, Duration age, Duration bound) {
    List<Measure<S>> hard = new ArrayList<>();
    List<Measure<S>> soft = new ArrayList<>();
    for (Measure<S> measure : measures) {
      if (measure.inForce(question.at()) && measure.scope().touches(question)) {
        (measure.conditional() || measure.permits(question) ? soft : hard).add(measure);
      }
    }
    if (!hard.isEmpty()) {
      hard.addAll(soft);
      return new Finding<>(Verdict.RESTRICTED, List.copyOf(hard));
    }
    if (!soft.isEmpty()) {
      return new Finding<>(Verdict.CONDITIONAL, List.copyOf(soft));
    }
    if (age.compareTo(bound) > 0) {
      return new Finding<>(Verdict.STALE, List.of());
    }
    boolean clear = subject != null && subject.registered();
    return new Finding<>(clear ? Verdict.CLEAR : Verdict.UNKNOWN, List.of());
  }
}
